/// Where something stands in a file: the path as shown to the author, line and column counted from 1.
package struct SourcePlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path as shown to the author.
  package var file: String
  /// From 1.
  package var line: Int
  /// From 1, counted in characters.
  package var column: Int

  package init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// For definitions that no file holds.
  package static let nowhere = SourcePlace(file: "", line: 0, column: 0)

  /// `file:line`
  package var description: String { "\(file):\(line)" }

  package static func < (a: SourcePlace, b: SourcePlace) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
