/// One thing in an utterance that may answer a question.
package struct Answer: Sendable, Hashable {
  /// What kind of answer some words give.
  package enum Kind: String, Sendable, Hashable {
    case yes, no
    /// "don't think so", "not really"
    case softNo = "soft_no"
    case unsure, skip
    /// "none of them", "nothing"
    case none
    /// "all of them"
    case all
    /// "just 3", "only the fever": the named one and no other.
    case only
    /// "both"
    case both
    /// ok, k, sure, right, fine: no answer to a safety question.
    case acknowledgement
    /// "no wait", "make that": what stands before it in the line is taken back.
    case correction
  }
  package var kind: Kind
  /// The words that say it.
  package var tokens: Range<Int>

  package init(kind: Kind, tokens: Range<Int>) {
    self.kind = kind
    self.tokens = tokens
  }
}
