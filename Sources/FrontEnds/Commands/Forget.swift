import ArgumentParser
import Glibc
import IntentPacks

/// Deletes what was stored on this machine.
struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Delete what heavylegs itself stored: typed lines, names of failed scripts.",
    discussion: """
      Chats and summaries stand where you saved them; heavylegs keeps no list of them.

      \(ExitStatus.help)
      """)

  func run() throws {
    guard let folder = Environment.stateFolder else {
      return try Output.standard.line("Nothing is stored.")
    }
    var deleted: [String] = []
    for name in ["history", "failed-scripts"] {
      let path = FileSystem.join(folder, name)
      if unlink(path) == 0 {
        deleted.append(path)
      } else if errno != ENOENT, errno != ENOTDIR {
        throw Stop("cannot delete \(path): \(SystemError.text(errno))", .cannotCreate)
      }
    }
    if rmdir(folder) == 0, deleted.isEmpty { deleted.append(folder) }
    let lines = deleted.isEmpty ? ["Nothing is stored."] : deleted.map { "Deleted \($0)" }
    for line in lines { try Output.standard.line(Visible.text(line)) }
  }
}
