import Glibc
import IntentPacks

/// The lines of earlier chats on disk, only where the user asked for it with `--history`.
struct HistoryFile: Sendable {
  let path: String
  /// The lines read, oldest first.
  let lines: [String]

  /// At most so many lines are kept.
  private static let limit = 1000

  /// Opens the history below the state folder, private to the user.
  ///
  /// - Throws: when the folder cannot be made or something else stands in the file's place.
  init(folder: String) throws(FileFailure) {
    path = folder + "/history"
    try PrivateFile.makeFolder(folder)
    let file = try PrivateFile(path, .append)
    file.close()
    let bytes = FileSystem.bytes(of: path, limit: 1 << 20) ?? []
    let all = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    lines = Array(all.suffix(Self.limit))
    if all.count > 2 * Self.limit { try rewrite() }
  }

  /// Adds a line in one write, so that two chats never mix theirs.
  func append(_ line: String) {
    guard line.first != " ", let file = try? PrivateFile(path, .append) else { return }
    try? file.write(line + "\n")
    file.close()
  }

  private func rewrite() throws(FileFailure) {
    let new = path + ".new"
    let file = try PrivateFile(new, .replace)
    try file.write(lines.map { $0 + "\n" }.joined())
    file.close()
    rename(new, path)
  }
}
