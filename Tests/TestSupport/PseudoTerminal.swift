import Glibc

/// The program at a terminal: what a user types goes in, what would be on the screen comes out.
///
/// Nothing here waits for time: every wait is for output, and the limit only ends a test that has failed.
package final class PseudoTerminal {
  /// Kept as long as the program runs in it.
  private let folder: Scratch
  private let master: Int32
  private let child: pid_t
  private var bytes: [UInt8] = []
  /// Up to where the text of the output was waited for.
  private var seen = 0
  private var status: Int32?
  private var isClosed = false

  // What the C library declares only where GNU extensions are asked for.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let newSession = 0x80

  /// How long output may take before a test is given up.
  private static let limit: Int32 = 30_000

  package init(
    _ arguments: [String], in folder: Scratch, environment: [String: String] = [:],
    columns: UInt16 = 80, underShell script: String = "exec \"$@\""
  ) throws {
    self.folder = folder
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &unlocked) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw TestFailure("no pseudo-terminal: \(errno)") }
    let slave = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal a session leader opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(Self.newSession))
    child = try Program.spawn(
      Program.path, arguments, environment, in: folder, &actions, &attributes,
      script: script)
  }

  deinit {
    if status == nil {
      kill(child, SIGKILL)
      _ = Program.wait(for: child)
    }
    close(master)
  }

  // MARK: The user

  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Types a line and waits until the next prompt stands.
  package func say(_ line: String) throws -> String {
    type(line + "\r")
    return try answer()
  }

  /// Pastes as a terminal with bracketed paste does.
  package func paste(_ text: String) { type("\u{1B}[200~\(text)\u{1B}[201~") }

  package func resize(columns: UInt16) {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  package func send(_ signal: Int32) { kill(child, signal) }

  package static let controlC = "\u{3}"
  package static let controlD = "\u{4}"
  package static let controlZ = "\u{1A}"
  package static let tab = "\t"

  // MARK: The screen

  /// Everything shown so far, control sequences and all.
  package var raw: String { String(decoding: bytes, as: UTF8.self) }

  /// Everything shown so far as text.
  package var text: String { String(decoding: Self.plain(bytes), as: UTF8.self) }

  /// Waits until a text was shown behind what was waited for before.
  ///
  /// - Returns: what was shown up to and including it, as text.
  @discardableResult
  package func wait(for text: String) throws -> String {
    let wanted = Array(text.utf8)
    while true {
      let shown = Self.plain(bytes)
      if let end = Self.end(of: wanted, in: shown[seen...]) {
        defer { seen = end }
        return String(decoding: shown[seen..<end], as: UTF8.self)
      }
      guard fill() else {
        let rest = String(decoding: shown[seen...], as: UTF8.self)
        throw TestFailure("never saw \"\(text)\" after \"\(rest)\"")
      }
    }
  }

  /// Waits for the next prompt at the start of a line, past the echo of what was typed.
  package func answer() throws -> String { try wait(for: "\n> ") }

  /// Waits for the end and gives the exit code.
  package func end() throws -> Int32 {
    while fill() {}
    if let status { return status }
    // Output that stays away although nobody closed it: end it, so that the test can fail.
    if !isClosed { kill(child, SIGKILL) }
    let code = Program.wait(for: child)
    status = code
    return code
  }

  private func fill() -> Bool {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, Self.limit) > 0 else { return false }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else {
      isClosed = true
      return false
    }
    bytes += chunk[..<count]
    return true
  }

  /// The bytes without control sequences and carriage returns.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    enum Place { case text, escape, control, title }
    var kept: [UInt8] = []
    var place = Place.text
    for byte in bytes {
      switch (place, byte) {
      case (.text, 0x1B): place = .escape
      case (.text, 0x0D), (.text, 0x07): break
      case (.text, _): kept.append(byte)
      case (.escape, UInt8(ascii: "[")): place = .control
      case (.escape, UInt8(ascii: "]")): place = .title
      case (.escape, _), (.control, 0x40...0x7E), (.title, 0x07): place = .text
      default: break
      }
    }
    return kept
  }

  /// The index behind the first occurrence of some bytes.
  private static func end(of wanted: [UInt8], in shown: ArraySlice<UInt8>) -> Int? {
    guard let first = wanted.first else { return shown.startIndex }
    var start = shown.startIndex
    while let at = shown[start...].firstIndex(of: first) {
      if shown[at...].starts(with: wanted) { return at + wanted.count }
      start = at + 1
    }
    return nil
  }
}
