/// Which side of the body a mention speaks of.
package enum Side: String, Sendable, Hashable, CaseIterable {
  case left, right, both
  /// One side, not said which ("one calf is swollen").
  case one

  /// Whether the mention is about a single side, named or not.
  package var isOneSided: Bool { self != .both }
}
