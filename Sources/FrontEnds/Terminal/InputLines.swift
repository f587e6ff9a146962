import Glibc

/// Reads lines from a descriptor, and watches for signals while it waits.
///
/// A class because it owns the descriptor's unread bytes.
final class InputLines {
  enum Event {
    case line(String)
    case end
    case signal(Int32)
  }

  /// Of a line with more bytes than this the middle is dropped, so that endless input cannot fill the memory.
  private static let longestLine = 16 << 20
  private static let keptEnd = 1 << 20

  private let descriptor: Int32
  private let signals: SignalQueue?
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(descriptor: Int32 = STDIN_FILENO, signals: SignalQueue? = nil) {
    self.descriptor = descriptor
    self.signals = signals
  }

  /// The next line without its end, which may be CR LF or missing at the end of the input.
  func next() -> Event {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return .line(text(buffer[start..<end]))
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return .end }
        defer { start = buffer.count }
        return .line(text(buffer[start...]))
      }
      let dropped = start
      buffer.removeFirst(dropped)
      start = 0
      searched -= dropped
      if buffer.count > Self.longestLine {
        // Only the ends of so long a line are read anyway.
        buffer.removeSubrange(Self.keptEnd..<(buffer.count - Self.keptEnd))
        searched = buffer.count
      }
      if let signal = fill() { return .signal(signal) }
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  /// Waits for bytes; the number of a signal when one came first.
  private func fill() -> Int32? {
    var waiting = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    if let signals {
      waiting.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
    }
    while poll(&waiting, nfds_t(waiting.count), -1) < 0 { if errno != EINTR { break } }
    if waiting.count > 1, waiting[1].revents != 0, let signal = signals?.next() {
      switch signal {
      case SIGINT, SIGTERM, SIGHUP, SIGQUIT: return signal
      default: return nil
      }
    }
    guard waiting[0].revents != 0 else { return nil }
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, count in
      count = max(0, read(descriptor, bytes.baseAddress, bytes.count))
    }
    buffer += chunk
    isAtEnd = chunk.isEmpty
    return nil
  }
}
