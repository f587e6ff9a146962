/// All that the program knows about a language: plain data, read from a pack's `language:` sections.
///
/// Phrases are stored as written by the author; `Lexicon` compiles them.
package struct Language: Sendable {
  /// Snowball stemmer, by name or code ("english", "de"); "none" leaves words as they are. Empty: the one of
  /// the pack's language.
  package var stemmer = ""
  /// Words that never count: articles, possessives.
  package var ignorable: [String] = []
  /// One token written, several meant: `can't` is `can not`, `idk` is `i do not know`.
  package var expansions: [(from: String, to: String)] = []
  /// Irregular forms and their base form: `feet` is `foot`.
  package var irregular: [(form: String, base: String)] = []
  /// "twenty" and its value.
  package var numberWords: [(word: String, value: Double)] = []
  /// Unit words and the canonical unit, or so much of one: `wks` is `week`, `lap` is `0.4 km`.
  package var units: [(word: String, unit: String)] = []
  /// Words that are a quantity without a number before them: `league` is `4.8 km`.
  package var quantities: [(word: String, quantity: String)] = []
  /// Phrases for points in time and the days they lie back: `last night` is 1, `last week` is 7.
  package var timePhrases: [(phrase: String, days: Double)] = []
  /// Names of days (1 Monday … 7 Sunday) and months (1-12).
  package var weekdays: [(word: String, number: Int)] = []
  /// Names of months with their number, 1 to 12.
  package var months: [(word: String, number: Int)] = []
  /// Wordings of left, right, one and both.
  package var sides: [(phrase: String, side: Side)] = []
  /// Wordings of body parts and their canonical id.
  package var bodyParts: [(phrase: String, part: String)] = []
  /// Cue phrases by kind, for example `negation_before`, `negation_stop`, `past`, `other_person`, `question`,
  /// `hypothetical`, `uncertain`, `trend_worse`, `severe`, `clause_break`, `taking_back`.
  package var cues: [String: [String]] = [:]
  /// Wordings of answers by kind: `yes`, `no`, `soft_no`, `unsure`, `skip`, `none`, `all`, `not_an_answer`, …
  package var answers: [String: [String]] = [:]
  /// Real words typed for others: read `from` as `to` when it stands beside `beside` (a word, or `@body_part`).
  package var slips: [(from: String, to: String, beside: String)] = []
  /// Words of the language that are never corrected, one a line, possibly tens of thousands; read only when
  /// a word is met that the pack does not know.
  package var commonWords = ""

  package init() {}
}
