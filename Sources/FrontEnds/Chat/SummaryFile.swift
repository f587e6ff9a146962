import DialogEngine

/// The page for a clinician, written when the chat ends.
struct SummaryFile {
  /// Nil for standard output.
  private let path: String?
  private let mayOverwrite: Bool

  /// Looked at before the chat, so that a bad name is told at once; nothing is written yet.
  init(_ path: String, mayOverwrite: Bool) throws(FileFailure) {
    self.path = path == "-" ? nil : path
    self.mayOverwrite = mayOverwrite
    if path != "-" { try PrivateFile.check(path, mayOverwrite: mayOverwrite) }
  }

  func write(_ session: ChatSession) throws {
    let lines = session.conversation.summary(with: session.pack).lines
    let text = lines.map { Visible.text($0) + "\n" }.joined()
    if let path {
      try PrivateFile.write(text, to: path, mayOverwrite: mayOverwrite)
    } else {
      try Output.standard.write("\n" + text)
    }
  }
}
