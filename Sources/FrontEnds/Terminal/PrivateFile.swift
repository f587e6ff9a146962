import Glibc
import IntentPacks

/// A file that only its owner may read, written through no link put in its place.
///
/// What is added to a file that was there is added in one write, and taken off again when only a part of it could be
/// written. What takes the place of another file is written beside it first: whatever happens, the old or the new
/// stands there, whole.
struct PrivateFile: Sendable {
  enum Mode {
    /// A new file; one that is there already is left alone.
    case create
    /// Adds to what is there.
    case append
    /// Takes the place of what is there, from `place()` on.
    case replace
  }

  let path: String
  /// Where the bytes stand until `place()`; nil when they are in their place from the start.
  private let draft: String?
  private let output: Output

  init(_ path: String, _ mode: Mode) throws(FileFailure) {
    self.path = path
    let isReplaced = mode == .replace && FileSystem.kind(of: path) != nil
    if isReplaced { try Self.check(path) }
    draft = isReplaced ? Self.draft(beside: path) : nil
    if let draft { unlink(draft) }
    var flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    flags |= mode == .append ? O_APPEND : O_EXCL
    let descriptor = open(draft ?? path, flags, 0o600)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    output = Output(descriptor: descriptor)
    do throws(FileFailure) {
      try Self.check(descriptor, path)
    } catch {
      Glibc.close(descriptor)
      throw error
    }
    fchmod(descriptor, 0o600)
  }

  /// Whether a file could be written at a path, found out without touching it.
  static func check(_ path: String, mayOverwrite: Bool) throws(FileFailure) {
    if FileSystem.kind(of: path) != nil {
      guard mayOverwrite else { throw FileFailure(path: path, code: EEXIST) }
      try check(path)
    }
    let folder = FileSystem.parent(of: path)
    guard FileSystem.isFolder(folder) else { throw FileFailure(path: path, code: ENOENT) }
    guard access(folder, W_OK) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  /// Writes a whole file at once.
  static func write(_ text: String, to path: String, mayOverwrite: Bool) throws(FileFailure) {
    let file = try PrivateFile(path, mayOverwrite ? .replace : .create)
    defer { file.close() }
    do throws(FileFailure) {
      try file.write(text)
      try file.place()
    } catch {
      file.discard()
      throw error
    }
  }

  /// Adds text; when that fails, what was added of it is taken off again.
  func write(_ text: String) throws(FileFailure) {
    let before = lseek(output.descriptor, 0, SEEK_END)
    do {
      try output.write(text)
    } catch {
      if before >= 0 { ftruncate(output.descriptor, before) }
      throw FileFailure(path: path, code: error.code, isWriting: true)
    }
  }

  /// Takes off everything behind the first so many bytes, in one step.
  func cut(to count: Int) throws(FileFailure) {
    guard ftruncate(output.descriptor, off_t(count)) == 0 else {
      throw FileFailure(path: path, code: errno, isWriting: true)
    }
  }

  /// Puts what was written so far where it belongs; what is written later is added there.
  func place() throws(FileFailure) {
    guard fsync(output.descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw FileFailure(path: path, code: errno, isWriting: true)
    }
    guard let draft else { return }
    guard rename(draft, path) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  /// Gives up what was not put in its place.
  func discard() { unlink(draft ?? path) }

  func close() { Glibc.close(output.descriptor) }

  /// Holds others off who write to the same file this way; ends when the file is closed.
  func lock() { while flock(output.descriptor, LOCK_EX) != 0, errno == EINTR {} }

  /// Whether the file still stands at its path, and none that took its place.
  var isInPlace: Bool {
    var own = stat()
    var there = stat()
    return fstat(output.descriptor, &own) == 0 && lstat(path, &there) == 0
      && own.st_ino == there.st_ino && own.st_dev == there.st_dev
  }

  /// Makes a folder and those above it, private to the user.
  ///
  /// - Throws: also when the last of them is a link or belongs to somebody else.
  static func makeFolder(_ folder: String) throws(FileFailure) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw FileFailure(path: path, code: errno) }
    }
    var info = stat()
    guard lstat(path, &info) == 0 else { throw FileFailure(path: path, code: errno) }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: break
    case S_IFLNK: throw FileFailure(path: path, code: ELOOP)
    default: throw FileFailure(path: path, code: ENOTDIR)
    }
    guard info.st_uid == geteuid() else { throw FileFailure(path: path, code: EPERM) }
  }

  // MARK: Checks

  private static func check(_ path: String) throws(FileFailure) {
    var info = stat()
    guard lstat(path, &info) == 0 else { throw FileFailure(path: path, code: errno) }
    try check(info, path)
  }

  private static func check(_ descriptor: Int32, _ path: String) throws(FileFailure) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw FileFailure(path: path, code: errno) }
    try check(info, path)
  }

  private static func check(_ info: stat, _ path: String) throws(FileFailure) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw FileFailure(path: path, code: ELOOP)
    default: throw FileFailure(path: path, code: EINVAL)
    }
    guard info.st_uid == geteuid() else { throw FileFailure(path: path, code: EPERM) }
  }

  /// In the same folder, so that putting it in its place is one step; short, so that any name will do.
  private static func draft(beside path: String) -> String {
    let folder = path.contains("/") ? FileSystem.parent(of: path) + "/" : ""
    return folder + ".heavylegs-\(getpid()).new"
  }
}

/// Why a file could not be made or written.
struct FileFailure: Error {
  var path: String
  var code: Int32
  var isWriting = false

  var message: String {
    let reason: String
    switch code {
    case EEXIST: reason = "it is there already; --force overwrites it"
    case ELOOP: reason = "it is a link"
    case EINVAL: reason = "it is no ordinary file"
    default: reason = SystemError.text(code)
    }
    return "cannot \(isWriting ? "write" : "create") \(path): \(reason)"
  }

  /// What the program ends with.
  var status: ExitStatus { isWriting ? .outputFailed : .cannotCreate }
}
