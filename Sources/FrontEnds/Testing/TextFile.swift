import Glibc
import IntentPacks

/// A text file written whole or not at all: beside it first, then put in its place.
enum TextFile {
  static func write(_ text: String, to path: String) throws {
    var info = stat()
    let isThere = lstat(path, &info) == 0
    guard !isThere || info.st_mode & S_IFMT == S_IFREG else {
      let what = info.st_mode & S_IFMT == S_IFLNK ? "it is a link" : "it is no ordinary file"
      throw Stop("cannot create \(path): \(what)", .cannotCreate)
    }
    let draft = path + ".new"
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
    guard rename(draft, path) == 0 else {
      let why = reason
      unlink(draft)
      throw Stop("cannot create \(path): \(why)", .cannotCreate)
    }
  }

  private static var reason: String { SystemError.text(errno) }
}
