import DialogEngine
import IntentPacks

/// The chat through a pipe: no prompt and no opening, one reply a block.
struct PipedChat {
  private(set) var session: ChatSession
  private let lines: InputLines
  private var isFirst = true

  init(session: ChatSession, lines: InputLines) {
    self.session = session
    self.lines = lines
  }

  /// Answers line after line to the end of the input.
  mutating func run(resumption: Resumption?) throws -> ExitStatus {
    if let resumption {
      try show(session.welcomeBack(resumption))
    } else {
      _ = session.open()
    }
    while true {
      switch lines.next() {
      case .line(let text):
        guard try take(TypedText.utterance(text)) else { return try leave() }
      case .end: return try leave()
      case .signal(let signal): return ExitStatus(signal: signal)
      }
    }
  }

  private mutating func take(_ text: String) throws -> Bool {
    if text.isEmpty {
      var reply = Reply()
      reply.add(session.sentence("empty_line"), .note)
      try show(reply)
    } else if let request = ChatCommand.read(text) {
      guard case .reply(let reply) = try session.answer(request) else { return false }
      try show(reply)
    } else {
      try show(session.hear(text))
    }
    try session.keep()
    return true
  }

  /// What must not be left unsaid is said again, unless it has just been; otherwise the end of the input is
  /// the end.
  private mutating func leave() throws -> ExitStatus {
    let advice = session.conversation.standingAdvice(with: session.pack).paragraphs.first
    if !session.hasEnded, let advice, session.lastTurn?.reply.say.contains(advice.text) != true {
      try show(session.conversation.leaving(with: session.pack))
    }
    return .fine
  }

  private mutating func show(_ reply: Reply) throws {
    try Output.standard.write((isFirst ? "" : "\n") + session.renderer.render(reply))
    isFirst = false
  }
}
