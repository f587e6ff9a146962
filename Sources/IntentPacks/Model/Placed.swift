/// A value from a pack file together with where it stands.
package struct Placed<Value: Sendable>: Sendable {
  package var value: Value
  /// Where in the files it stands.
  package var place: SourcePlace

  package init(_ value: Value, at place: SourcePlace) {
    self.value = value
    self.place = place
  }
}

/// A line of a block (`patterns`, `examples`, `not`, …): the text as typed and where it stands.
package typealias PlacedLine = Placed<String>
