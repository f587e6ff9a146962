/// What the program ends with; each number has one meaning.
enum ExitStatus: Int32 {
  case fine = 0
  /// A test or a check fell short.
  case fellShort = 1
  case wrongUsage = 64
  /// A pack or script that had to be loaded is bad.
  case badData = 65
  case missingInput = 66
  case internalError = 70
  case cannotCreate = 73
  case outputFailed = 74
  case hungUp = 129
  case interrupted = 130
  case quit = 131
  case terminated = 143

  /// As a shell names the end by a signal.
  init(signal: Int32) {
    self = ExitStatus(rawValue: 128 + signal) ?? .terminated
  }

  /// For `--help`.
  static let help = """
    EXIT CODES:
      0 fine (also when it sent someone to help)   1 a test or check fell short
      64 wrong usage   65 bad pack or script   66 input missing   70 internal error
      73 cannot create a file   74 output failed   130, 143 ended by a signal
    """
}

/// Ends the program with a message on standard error.
struct Stop: Error {
  var message: String
  var status: ExitStatus

  init(_ message: String, _ status: ExitStatus) {
    self.message = message
    self.status = status
  }
}
