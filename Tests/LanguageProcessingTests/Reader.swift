import TestSupport

@testable import LanguageProcessing

/// The shipped language with the words that the tests speak of, and a way to find them.
enum Reader {
  static let date = CalendarDate(year: 2026, month: 1, day: 15) ?? CalendarDate(dayNumber: 0)

  static let lexicon: Lexicon = {
    var words = ["palpitations", "wheeze", "parkrun"]
    for row in LanguageFixture.rows("negation-lay.tsv", of: "LanguageProcessingTests") {
      words.append(row[0])
    }
    for file in ["development.tsv", "held-out.tsv", "held-out-2.tsv"] {
      for row in LanguageFixture.rows(file, of: "LanguageProcessingTests") { words.append(row[1]) }
    }
    return Lexicon(language: LanguageFixture.language, packWords: words)
  }()

  /// Every place of some words in an utterance: in one clause, side by side where they can be.
  static func matches(of words: String, in utterance: Utterance) -> [[Int]] {
    let wanted = lexicon.readPattern(words).map(\.stem)
    var found: [[Int]] = []
    for (index, token) in utterance.tokens.enumerated() where token.stem == wanted.last {
      var matched = [index]
      for stem in wanted.dropLast().reversed() {
        let near = utterance.tokens.indices.filter {
          utterance.tokens[$0].stem == stem && utterance.tokens[$0].clause == token.clause
            && !matched.contains($0)
        }
        guard let nearest = near.min(by: { abs($0 - index) < abs($1 - index) }) else { break }
        matched.append(nearest)
      }
      if matched.count == wanted.count { found.append(matched.sorted()) }
    }
    return found
  }

  /// How some words of a text were said; the strongest claim where they stand more than once.
  static func assertion(of words: String, in text: String) -> Assertion? {
    let utterance = lexicon.read(text)
    let order: [Assertion.Status] = [.affirmed, .uncertain, .negated, .past, .other, .asked]
    return matches(of: words, in: utterance)
      .map { lexicon.assertion(of: $0, in: utterance) }
      .min { (order.firstIndex(of: $0.status) ?? 9) < (order.firstIndex(of: $1.status) ?? 9) }
  }
}
