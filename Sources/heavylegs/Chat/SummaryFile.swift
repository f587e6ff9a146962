import DialogEngine

/// The page for a clinician, written when the chat ends.
struct SummaryFile {
  private let file: PrivateFile?

  /// Made before the chat, so that a bad name is told at once.
  init(_ path: String, mayOverwrite: Bool) throws(FileFailure) {
    file = path == "-" ? nil : try PrivateFile(path, mayOverwrite ? .replace : .create)
  }

  func write(_ session: ChatSession) throws {
    let lines = session.conversation.summary(with: session.pack).lines
    let text = lines.map { Visible.text($0) + "\n" }.joined()
    if let file {
      try file.write(text)
      file.close()
    } else {
      try Output.standard.write("\n" + text)
    }
  }
}
