import Glibc

/// A file that only its owner may read, opened without following a link put in its place.
struct PrivateFile: Sendable {
  enum Mode {
    /// A new file; one that is there already is left alone.
    case create
    /// Adds to what is there.
    case append
    /// Empties what is there.
    case replace
  }

  let path: String
  private let output: Output

  init(_ path: String, _ mode: Mode) throws(FileFailure) {
    self.path = path
    var flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    switch mode {
    case .create: flags |= O_EXCL
    case .append: flags |= O_APPEND
    case .replace: break
    }
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    output = Output(descriptor: descriptor)
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      Glibc.close(descriptor)
      throw FileFailure(path: path, code: EINVAL)
    }
    guard info.st_uid == geteuid() else {
      Glibc.close(descriptor)
      throw FileFailure(path: path, code: EPERM)
    }
    if mode == .replace { ftruncate(descriptor, 0) }
    fchmod(descriptor, 0o600)
  }

  func write(_ text: String) throws(FileFailure) {
    do {
      try output.write(text)
    } catch {
      if case .failed(let code) = error {
        throw FileFailure(path: path, code: code, isWriting: true)
      }
    }
  }

  func close() { Glibc.close(output.descriptor) }

  /// Makes a folder and those above it, private to the user.
  static func makeFolder(_ folder: String) throws(FileFailure) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw FileFailure(path: path, code: errno) }
    }
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
