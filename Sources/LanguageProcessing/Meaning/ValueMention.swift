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
  }
  package var kind: Kind
  /// In the unit of its kind.
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
