import Glibc

/// Writes to a file descriptor and notices when that fails.
///
/// `print` swallows errors: to a full disk it loses everything and the program still ends with 0.
struct Output: Sendable {
  let descriptor: Int32

  static let standard = Output(descriptor: STDOUT_FILENO)
  static let errors = Output(descriptor: STDERR_FILENO)

  /// Writes all of the text.
  func write(_ text: String) throws(OutputFailure) {
    var text = text
    var failure: OutputFailure?
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&ready, 1, -1)
        } else if errno != EINTR {
          failure = errno == EPIPE ? .closedPipe : .failed(code: errno)
          return
        }
      }
    }
    if let failure { throw failure }
  }

  /// Writes a line.
  func line(_ text: String) throws(OutputFailure) { try write(text + "\n") }
}

/// Why something could not be written.
enum OutputFailure: Error, Equatable {
  /// Nobody reads any more: `| head` had enough. No error.
  case closedPipe
  case failed(code: Int32)

  /// The system's number of it.
  var code: Int32 {
    switch self {
    case .closedPipe: EPIPE
    case .failed(let code): code
    }
  }

  var reason: String {
    switch self {
    case .closedPipe: "nobody reads it"
    case .failed(let code): SystemError.text(code)
    }
  }
}

/// What the system says of an error number.
enum SystemError {
  static func text(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}
