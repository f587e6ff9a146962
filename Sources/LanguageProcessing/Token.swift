/// One word, number, punctuation mark or emoji of an utterance.
package struct Token: Sendable, Hashable {
  /// What sort of thing a token is.
  package enum Kind: Sendable, Hashable { case word, number, punctuation, emoji }

  /// The folded form: lower case, compatibility forms, contractions expanded, spelling corrected.
  package var text: String
  /// The stem of `text` (irregular forms first); equal to `text` for numbers and punctuation.
  package var stem: String
  package var kind: Kind
  /// Where the token stands in the text as typed: UTF-8 byte offsets, `start ..< end`. The tokens of an
  /// expanded contraction share their span.
  package var start: Int
  /// End in the original text, a byte offset of UTF-8.
  package var end: Int
  /// Hard clause the token belongs to, counted from 0. No pattern matches across two clauses.
  package var clause: Int
  /// Part of a clause between commas, "and" and the like, counted from 0 over the whole utterance.
  package var segment: Int
  /// The value of a number token or number word.
  package var number: Double?
  /// The canonical id of the body part this word names, if it names one ("foot" for "feet", "toes").
  package var bodyPart: String?
  /// The side this word names.
  package var side: Side?
  /// Articles, possessives and other words that never count as a gap.
  package var isIgnorable: Bool

  package init(
    text: String, stem: String, kind: Kind, start: Int, end: Int, clause: Int = 0, segment: Int = 0,
    number: Double? = nil, bodyPart: String? = nil, side: Side? = nil, isIgnorable: Bool = false
  ) {
    self.text = text
    self.stem = stem
    self.kind = kind
    self.start = start
    self.end = end
    self.clause = clause
    self.segment = segment
    self.number = number
    self.bodyPart = bodyPart
    self.side = side
    self.isIgnorable = isIgnorable
  }
}
