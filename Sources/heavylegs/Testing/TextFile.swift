import Glibc
import IntentPacks

/// A text file written whole or not at all: beside it first, then put in its place.
enum TextFile {
  static func write(_ text: String, to path: String) throws {
    var info = stat()
    let isThere = stat(path, &info) == 0
    // A link keeps pointing where it did: what it points to is replaced.
    let target = isThere ? FileSystem.resolved(path) ?? path : path
    let draft = target + ".new"
    let mode = isThere ? info.st_mode & 0o777 : 0o666
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw Stop("cannot create \(path): \(reason)", .cannotCreate) }
    do {
      try Output(descriptor: descriptor).write(text)
    } catch {
      close(descriptor)
      unlink(draft)
      throw Stop("cannot write \(path): \(error.reason)", .outputFailed)
    }
    fsync(descriptor)
    close(descriptor)
    guard rename(draft, target) == 0 else {
      let why = reason
      unlink(draft)
      throw Stop("cannot create \(path): \(why)", .cannotCreate)
    }
  }

  private static var reason: String { SystemError.text(errno) }
}
