import DialogEngine
import IntentPacks

/// The chat at a terminal.
struct TerminalChat {
  private(set) var session: ChatSession
  private let reader: LineReader
  private static let prompt = "> "

  init(session: ChatSession, reader: LineReader) {
    self.session = session
    self.reader = reader
  }

  /// Talks until the user leaves.
  mutating func run(resumption: Resumption?) throws -> ExitStatus {
    try show(resumption.map { session.welcomeBack($0) } ?? session.open())
    // What hears is compiled while the user types.
    session.loaded.prepare()
    var mayLeave = false
    while !session.hasEnded {
      let typed = reader.next(prompt: Self.prompt, completing: session.completions)
      try session.loaded.settle()
      switch typed {
      case .line(let text):
        mayLeave = false
        guard try take(text) else { return try leave(.fine) }
      case .interrupted(let onEmptyLine):
        if onEmptyLine, mayLeave { return try leave(.interrupted) }
        mayLeave = onEmptyLine
        if onEmptyLine, let hint = session.sentence("how_to_leave") { try show(note(hint)) }
      case .end: return try leave(.fine)
      case .terminated(let signal):
        // The terminal may be gone: what can still be said is said, and the end is the signal's.
        try? Output.standard.write("\n")
        if session.conversation.level(in: session.pack) >= .urgent { try? farewell() }
        return ExitStatus(signal: signal)
      }
    }
    return .fine
  }

  /// Answers a line.
  ///
  /// - Returns: false when it asked to leave.
  private mutating func take(_ typed: String) throws -> Bool {
    let text = TypedText.utterance(typed)
    guard !text.isEmpty else {
      if let words = session.sentence("empty_line") { try show(note(words)) }
      return true
    }
    if let request = ChatCommand.read(text) {
      if TypedText.mayBeKept(typed) { reader.remember(text) }
      guard case .reply(let reply) = try session.answer(request) else { return false }
      try show(reply)
    } else {
      if TypedText.mayBeKept(typed), !TypedText.isQuickAnswer(text) { reader.remember(text) }
      try show(session.hear(text))
    }
    try session.keep()
    return true
  }

  private func show(_ reply: Reply) throws {
    try Output.standard.write(session.renderer.render(reply) + "\n")
  }

  private func note(_ text: String) -> Reply {
    var reply = Reply()
    reply.add(text, .note)
    return reply
  }

  private func leave(_ status: ExitStatus) throws -> ExitStatus {
    try farewell()
    return status
  }

  private func farewell() throws {
    guard !session.hasEnded else { return }
    let reply = session.conversation.leaving(with: session.pack)
    try Output.standard.write(session.renderer.render(reply))
  }
}
