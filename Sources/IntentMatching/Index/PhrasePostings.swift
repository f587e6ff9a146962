/// The phrases that each symbol is the rarest place of, in one flat array, with what rules most of them out.
///
/// Most phrases under a word need another word that the line does not have: it is asked for where the phrase is listed,
/// so that the phrase itself is never looked at.
typealias PhrasePostings = Postings<PhrasePosting>

/// A phrase, or a concept, that a symbol may be the beginning of.
struct PhrasePosting: Sendable {
  /// In `PatternIndex.phrases`, or the complement of a concept that the symbol is a wording of.
  var rule: Int32
  /// The rank of what it means: it is looked for when all symbols of lower rank are known.
  var rank: Int16
  /// Whether the needs below are all that the phrase needs beside the symbol it is listed under.
  var isTold = true
  /// The two rarest of its other needs that words answer, which are all known before any phrase is looked for: see `Needs`.
  var word: Int32
  var otherWord: Int32
  /// The rarest of those needs that phrases answer.
  var phrase: Int32

  /// - Parameter nothing: the need that is none.
  init(rule: Int32, rank: Int32, nothing: Int32) {
    self.rule = rule
    self.rank = Int16(clamping: rank)
    word = nothing
    otherWord = nothing
    phrase = nothing
  }
}
