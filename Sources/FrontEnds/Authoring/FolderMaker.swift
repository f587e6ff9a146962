import Glibc
import IntentPacks

/// Makes the folders that a new file wants.
enum FolderMaker {
  /// Makes every folder above a path that is not there yet.
  static func make(above path: String) throws {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      made = made.isEmpty ? String(part) : FileSystem.join(made, String(part))
      if mkdir(made, 0o755) != 0, errno != EEXIST {
        throw Stop("cannot create \(made): \(SystemError.text(errno))", .cannotCreate)
      }
    }
  }
}
