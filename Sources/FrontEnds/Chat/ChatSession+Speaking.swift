import DialogEngine
import IntentPacks

/// What a chat says when it is taken up again, and what it offers for completion.
extension ChatSession {
  /// One line on how a saved chat came out, then what stands open.
  func welcomeBack(_ resumption: Resumption) -> Reply {
    var reply = Reply()
    let values = [
      "count": String(resumption.turns), "differing": String(resumption.differing),
      "line": resumption.firstDifference ?? "",
      "level": conversation.levelName(with: pack),
      "before": levelName(resumption.savedLevel),
    ]
    let id =
      resumption.savedLevel > resumption.level
      ? "resumed_lower" : resumption.differing > 0 ? "resumed_different" : "resumed_same"
    reply.add(sentence(id, values) ?? "\(resumption.turns)/\(resumption.differing)", .note)
    let standing = conversation.standingAdvice(with: pack)
    for paragraph in standing.paragraphs { reply.paragraphs.append(paragraph) }
    guard let last = lastTurn?.reply ?? nil else { return reply }
    let question = last.paragraphs.filter { $0.role == .question }
    reply.paragraphs +=
      standing.paragraphs.isEmpty && question.isEmpty ? last.paragraphs : question
    reply.question = last.question
    reply.choices = last.choices
    return reply
  }

  private func levelName(_ level: Level) -> String {
    pack.pack.levels["\(level.rawValue).name"]?.value ?? level.rawValue
  }

  /// Commands, and what the pending question understands.
  var completions: [String] {
    let commands = ChatCommand.allCases.map { "/" + $0.rawValue }
    guard let question = conversation.question else { return commands }
    var words = question.options.map(\.text) + question.items.map(\.text)
    func option(_ id: String) { if let text = sentence("option_\(id)") { words.append(text) } }
    switch question.kind {
    case .yesNo: ["yes", "no", "unsure"].forEach(option)
    case .anyOf: ["none", "unsure"].forEach(option)
    case .choice, .number, .duration: ["unsure"].forEach(option)
    case .text: break
    }
    for action in [Intent.Action.skip, .why] {
      if let said = self.words(for: action) { words.append(said) }
    }
    return commands + words.map { Visible.text($0) }
  }
}
