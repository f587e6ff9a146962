/// What reading a pack gave: the pack as far as it could be read, and everything that is wrong with it.
package struct PackReading: Sendable {
  /// The pack as far as it could be read, also with errors, for `check` to say more; not to be talked with.
  package var draft: Pack
  /// Sorted by place; the same every time.
  package var diagnostics: [Diagnostic]
  /// The files read, by the path shown, for excerpts.
  package var files: [String: SourceFile]
  /// How the pack below was read, the one this is laid over; none or one.
  package var base: [PackReading] = []
  /// Files that are no YAML: what they define is not in the draft.
  package var unread = UnreadFiles()

  /// The pack, when nothing is wrong with it but warnings.
  package var pack: Pack? { hasErrors ? nil : draft }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
