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
  var rank: Int32
  /// One bit for each symbol that it requires without alternative.
  var signature: UInt64 = 0
  /// Those bits of `signature` that stand for words, which are all known before any phrase is looked for.
  var words: UInt64 = 0
}
