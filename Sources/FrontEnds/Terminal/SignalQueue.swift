import CReadline
import Glibc

/// Signals as something to be read, instead of something that interrupts: a turn or a write is never cut in two.
struct SignalQueue: Sendable {
  let descriptor: Int32

  /// Takes over the signals a chat cares about; nil when the system refuses.
  ///
  /// Called before any thread is started, so that every thread leaves these signals alone.
  init?() {
    descriptor = terminal_signals_open()
    if descriptor < 0 { return nil }
  }

  /// The next signal; nil when none waits.
  func next() -> Int32? {
    let signal = terminal_signals_next(descriptor)
    return signal > 0 ? signal : nil
  }
}
