/// A message about a pack or script file: a plain value; printing is somebody else's job.
package struct Diagnostic: Sendable, Hashable {
  /// An error forbids to use the pack; a warning does not.
  package enum Severity: String, Sendable, Hashable, Comparable {
    /// The pack is not loaded.
    case error
    case warning

    package static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
  }

  /// Stable kebab-case name of the rule: `unknown-finding`.
  package var code: String
  package var severity: Severity
  package var place: SourcePlace
  /// Length of the underlined text in characters, at least 1.
  package var length: Int
  /// One sentence in the author's words, lower-case start, no full stop.
  package var message: String
  /// What to do about it; nil when the message says it.
  package var help: String?

  package init(
    code: String, severity: Severity, place: SourcePlace, length: Int = 1, message: String,
    help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.length = max(1, length)
    self.message = message
    self.help = help
  }
}
