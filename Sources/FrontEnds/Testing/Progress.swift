import Glibc
import LanguageProcessing

/// How far a long run is, on a terminal only, after the first second.
final class Progress: Sendable {
  // A class, because threads that end at different times share the moment of the last line.
  private let count: Int
  private let noun: String
  private let isShown: Bool
  private let last: Locked<UInt64>

  init(of count: Int, _ noun: String) {
    self.count = count
    self.noun = noun
    isShown = isatty(STDERR_FILENO) == 1 && Environment.value("TERM") != "dumb"
    last = Locked(Clock.nanoseconds + 700_000_000)
  }

  /// Nil where nobody would see it.
  var told: (@Sendable (Int) -> Void)? {
    guard isShown else { return nil }
    return { done in self.tell(done) }
  }

  private func tell(_ done: Int) {
    let now = Clock.nanoseconds
    let isDue = last.withLock { last in
      guard now > last + 300_000_000 || (done == count && last > 0) else { return false }
      let wasShown = now > last + 300_000_000
      last = now
      return wasShown
    }
    if isDue, done < count { try? Output.errors.write("\r\(done) of \(count) \(noun) ") }
    if done == count { try? Output.errors.write("\r\u{1B}[K") }
  }
}
