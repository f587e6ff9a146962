/// A quantity in an utterance.
package struct ValueMention: Sendable, Hashable {
  /// What was measured.
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
    /// How often: so many times in the unit, a share of the times where the unit is `times`.
    case frequency
  }
  package var kind: Kind
  /// In the unit of its kind.
  package var value: Double
  /// The upper end of a range ("30-40"); equal to `value` otherwise.
  package var upper: Double
  /// The canonical unit as said (`km`, `week`, `hour`); nil for a bare number.
  package var unit: String?
  package var tokens: Range<Int>
  /// The number alone as said, before any conversion, and its words ("twenty two" of "twenty two weeks"); nil where
  /// nothing but a time was said.
  package var number: Number?

  package struct Number: Sendable, Hashable {
    package var value: Double
    package var tokens: Range<Int>
  }

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
