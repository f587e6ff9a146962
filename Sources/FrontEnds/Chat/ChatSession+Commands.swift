import DialogEngine
import IntentMatching
import IntentPacks

/// What the commands with a slash do.
extension ChatSession {
  /// What comes of a command: something to show, or the end of the chat.
  enum Response {
    case reply(Reply)
    case leave
  }

  mutating func answer(_ request: ChatCommand.Request) throws -> Response {
    switch request {
    case .unknown(let typed, let nearest):
      let near = nearest.map { "/" + $0.rawValue } ?? "/help"
      return say("unknown_command", ["typed": typed, "nearest": near], orElse: "\(typed)? \(near)")
    case .command(let command, let argument):
      return try run(command, argument)
    }
  }

  private mutating func run(_ command: ChatCommand, _ argument: String) throws -> Response {
    switch command {
    case .help: return help()
    case .back, .why, .level:
      guard let words = command.action.flatMap(words) else {
        return say(
          "unknown_command", ["typed": "/" + command.rawValue, "nearest": "/help"], orElse: "/help")
      }
      return .reply(hear(words))
    case .summary: return summarise(argument)
    case .save: return save(argument)
    case .reload: return reload(isSure: argument == "yes")
    case .explain:
      guard let lastTurn else { return say("nothing_to_explain", orElse: "/explain: -") }
      let explanation = Explanation(lastTurn, with: pack)
      return .reply(lines(ExplanationRenderer(palette: renderer.palette).lines(explanation)))
    case .retry:
      guard !argument.isEmpty, lastTurn != nil, let back = words(for: .undo) else {
        return say("retry_how", orElse: "/retry TEXT")
      }
      let undone = hear(back)
      // An emergency does not fall by saying things differently: what going back asks is asked, and the other words
      // are no answer to a question nobody has seen.
      guard conversation.question?.purpose != .retraction else { return .reply(undone) }
      try keep()
      return .reply(hear(argument))
    case .quit: return .leave
    }
  }

  /// Plain words of the pack for an action, so that the conversation stays a list of what was said.
  func words(for action: Intent.Action) -> String? {
    for intent in pack.pack.intents where intent.action == action {
      let line = intent.examples.first {
        pack.matcher.understand($0.value, on: today).intents.first?.intent == intent.id
      }
      if let line = line ?? intent.examples.first { return line.value }
    }
    return nil
  }

  // MARK: One each

  private func help() -> Response {
    var reply = conversation.standingAdvice(with: pack)
    let fallback = ChatCommand.allCases.map { "/" + $0.rawValue }.joined(separator: " ")
    reply.add(sentence("chat_help") ?? fallback)
    return .reply(reply)
  }

  private func summarise(_ path: String) -> Response {
    let page = conversation.summary(with: pack).lines
    guard !path.isEmpty else { return .reply(lines(page)) }
    do throws(FileFailure) {
      let text = page.map { Visible.text($0) + "\n" }.joined()
      try PrivateFile.write(text, to: path, mayOverwrite: mayOverwrite)
      return say("saved", ["file": path], orElse: path)
    } catch {
      return .reply(lines([error.message]))
    }
  }

  private mutating func save(_ path: String) -> Response {
    guard !path.isEmpty else { return say("save_where", orElse: "/save FILE") }
    do throws(FileFailure) {
      try record(to: path)
      return say("saved", ["file": path], orElse: path)
    } catch {
      return .reply(lines([error.message]))
    }
  }

  // MARK: Replies of the program itself

  func say(
    _ id: String, _ values: [String: String] = [:], orElse plain: String = ""
  ) -> Response {
    .reply(lines([sentence(id, values) ?? plain]))
  }

  func lines(_ lines: [String]) -> Reply {
    var reply = Reply()
    for line in lines { reply.add(line) }
    return reply
  }
}
