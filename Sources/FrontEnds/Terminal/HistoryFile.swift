import Glibc
import IntentPacks

/// The lines of earlier chats on disk, only where the user asked for it with `--history`.
struct HistoryFile: Sendable {
  let path: String
  /// The lines read, oldest first.
  let lines: [String]

  /// At most so many lines are kept.
  private static let limit = 1000
  /// Longer lines, such as pastes, are not kept.
  private static let longestLine = 4096
  /// A file larger than this is none of ours and is left as it is.
  private static let largest = 64 << 20

  /// Opens the history below the state folder, private to the user.
  ///
  /// - Throws: when the folder cannot be made or something else stands in the file's place.
  init(folder: String) throws(FileFailure) {
    path = folder + "/history"
    try PrivateFile.makeFolder(folder)
    let file = try PrivateFile(path, .append)
    file.lock()
    defer { file.close() }
    let bytes = FileSystem.bytes(of: path, limit: Self.largest) ?? []
    let all = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    lines = all.suffix(Self.limit).map(String.init)
    guard all.count > 2 * Self.limit, bytes.count < Self.largest else { return }
    let text = lines.map { $0 + "\n" }.joined()
    try PrivateFile.write(text, to: path, mayOverwrite: true)
  }

  /// Adds a line in one write, so that two chats never mix theirs.
  func append(_ line: String) {
    guard line.utf8.count <= Self.longestLine else { return }
    // Another chat may put a shortened file in its place between opening and writing: then that one is meant.
    for _ in 0..<3 {
      guard let file = try? PrivateFile(path, .append) else { return }
      defer { file.close() }
      file.lock()
      guard file.isInPlace else { continue }
      try? file.write(line + "\n")
      return
    }
  }
}
