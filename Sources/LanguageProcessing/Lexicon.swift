/// A language compiled for reading: what turns typed text into tokens, cues, values and answers.
package struct Lexicon: Sendable {
  package init(language: Language, packWords: [String]) {}

  /// Reads what the user typed: normalise, tokenise, split into clauses, correct spelling, stem.
  package func read(_ text: String) -> Utterance { Utterance(text: text) }

  /// Reads the words of a pattern or wording: like `read`, without spelling, clauses or cut.
  package func readPattern(_ text: String) -> [Token] { [] }

  /// How the matched tokens were said.
  package func assertion(of matched: [Int], in utterance: Utterance) -> Assertion {
    Assertion(status: .affirmed)
  }

  /// Side, time, trend and severity said of the matched tokens.
  package func circumstances(
    of matched: [Int], in utterance: Utterance, on date: CalendarDate
  ) -> Circumstances { Circumstances() }

  /// Whether a token merely joins others: "and", "or", "&", "plus".
  package func joins(_ token: Token) -> Bool { false }

  /// Numbers, durations, distances and dates in the utterance, in order.
  package func values(in utterance: Utterance, on date: CalendarDate) -> [ValueMention] { [] }

  /// Whether and how the utterance answers a question: yes, no, not sure, a choice by number, …, in order.
  package func answers(in utterance: Utterance) -> [Answer] { [] }
}

/// A quantity in an utterance.
package struct ValueMention: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// A bare number.
    case number
    /// Length of time, in days.
    case duration
    /// Distance, in kilometres.
    case distance
    /// A point in time, in days before the date of the turn.
    case ago
    case age, temperature, pace, severity
  }
  package var kind: Kind
  package var value: Double
  /// The upper end of a range ("30-40"); equal to `value` otherwise.
  package var upper: Double
  /// The canonical unit as said (`km`, `week`, `hour`); nil for a bare number.
  package var unit: String?
  package var tokens: Range<Int>

  package init(
    kind: Kind, value: Double, upper: Double? = nil, unit: String? = nil, tokens: Range<Int>
  ) {
    self.kind = kind
    self.value = value
    self.upper = upper ?? value
    self.unit = unit
    self.tokens = tokens
  }
}

/// One thing in an utterance that may answer a question.
package struct Answer: Sendable, Hashable {
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
  }
  package var kind: Kind
  package var tokens: Range<Int>

  package init(kind: Kind, tokens: Range<Int>) {
    self.kind = kind
    self.tokens = tokens
  }
}
