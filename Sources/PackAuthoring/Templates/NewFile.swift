/// A file that `new` writes.
package struct NewFile: Sendable, Hashable {
  /// Below the folder of the pack.
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
