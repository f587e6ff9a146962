import CReadline
import Glibc
import LanguageProcessing

/// Reads lines at a terminal with GNU readline: editing, history, search, completion, the user's inputrc.
///
/// A class because readline and the terminal's settings exist once in a process; this is the only file
/// that touches them. Signals are read from a queue while it waits, so none ever strikes in the middle of something.
final class LineReader {
  enum Event {
    /// A line, possibly of several lines when it was pasted.
    case line(String)
    /// Ctrl-C: dropped what was typed, or came on an empty line.
    case interrupted(onEmptyLine: Bool)
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
    /// The program is asked to end.
    case terminated(signal: Int32)
  }

  private let signals: SignalQueue
  private let history: HistoryFile?

  init(signals: SignalQueue, history: HistoryFile? = nil) {
    self.signals = signals
    self.history = history
    // Text is read as UTF-8 in every locale; in others than UTF-8 readline would take it apart.
    if !Environment.isUTF8 { setenv("LC_ALL", "C.UTF-8", 1) }
    setlocale(LC_CTYPE, "")
    readline_prepare { _, start, _ in completions(from: Int(start)) }
    using_history()
    for line in history?.lines ?? [] { add_history(line) }
  }

  /// The next thing the user does at a prompt.
  func next(prompt: String, completing candidates: [String]) -> Event {
    session.withLock {
      $0.candidates = candidates
      $0.result = nil
    }
    rl_callback_handler_install(prompt) { text in lineEnded(text) }
    var waiting = [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else {
        if errno == EINTR { continue }
        rl_callback_handler_remove()
        return .end
      }
      if waiting[0].revents != 0, let signal = signals.next() {
        if let event = take(signal, prompt) { return event }
        continue
      }
      guard waiting[1].revents != 0 else { continue }
      readline_take_key()
      guard let result = session.withLock({ $0.result }) else { continue }
      guard let line = result else {
        if readline_ends_line() == 0 { rl_crlf() }
        return .end
      }
      return .line(line)
    }
  }

  /// Keeps a line for the arrow keys, and on disk where the user asked for it.
  func remember(_ line: String) {
    guard !line.contains("\n") else { return }
    add_history(line)
    history?.append(line)
  }

  private func take(_ signal: Int32, _ prompt: String) -> Event? {
    switch signal {
    case SIGINT:
      let busy = readline_is_busy() != 0
      readline_abandon()
      return .interrupted(onEmptyLine: !busy)
    case SIGWINCH:
      rl_resize_terminal()
      return nil
    case SIGTSTP:
      readline_prepare_terminal(0)
      terminal_stop()
      readline_prepare_terminal(1)
      rl_resize_terminal()
      readline_redraw()
      return nil
    case SIGCONT:
      readline_prepare_terminal(1)
      return nil
    default:
      rl_callback_handler_remove()
      return .terminated(signal: signal)
    }
  }
}

/// What readline's callbacks, plain C functions, share with the reader.
private struct Session: Sendable {
  var candidates: [String] = []
  var matches: [String] = []
  /// The line that was ended, nil inside for the end of the input; nil while it is being typed.
  var result: String??
}

private let session = Locked(Session())

private func lineEnded(_ text: UnsafeMutablePointer<CChar>?) {
  let line = text.map { String(cString: $0) }
  free(text)
  session.withLock { $0.result = .some(line) }
  rl_callback_handler_remove()
}

/// The candidates that go on as the line begins, from the word under the cursor on.
private func completions(from start: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  let line = String(cString: readline_text())
  let typed = Array(line.utf8).prefix(Int(readline_cursor()))
  let isFileName = ["/save ", "/summary "].contains { line.hasPrefix($0) }
  readline_completed(0, isFileName ? 1 : 0)
  guard !isFileName else { return nil }
  let beginning = String(decoding: typed, as: UTF8.self).lowercased()
  let matches = session.withLock { session in
    session.matches = session.candidates.filter { $0.lowercased().hasPrefix(beginning) }
      .map { String(decoding: Array($0.utf8).dropFirst(start), as: UTF8.self) }
    return session.matches
  }
  guard !matches.isEmpty else { return nil }
  let word = String(decoding: typed.dropFirst(start), as: UTF8.self)
  return rl_completion_matches(word) { _, state in
    let match = session.withLock { session in
      session.matches.indices.contains(Int(state)) ? session.matches[Int(state)] : nil
    }
    return match.flatMap { strdup($0) }
  }
}
