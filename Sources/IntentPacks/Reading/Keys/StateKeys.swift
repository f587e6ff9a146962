/// The keys of a screen and of a state.
enum ScreenKeys {
  static let all: [Key<Screen>] = [
    Key("ask", .text, "The question over the items.", isRequired: true) {
      $0.ask = $1.text ?? $0.ask
    },
    Key(
      "items", .list(.id), "The findings it covers, gravest first, at most five.", isRequired: true
    ) { $0.items = $1.texts },
    Key("why", .text, "Why it is asked.") { $0.why = $1.text },
    Key(
      "gravity", .number,
      "How grave what it looks for is; the gravest is asked before an early end."
    ) { $0.gravity = $1.number ?? 0 },
    Key("once", .condition, "Put once this is known to be true, and not before.") {
      $0.once = $1.condition
    },
  ]
}

/// The keys of a node of the conversation.
enum StateKeys {
  private static let wording = [
    KeyDescription("text", .id, "The id of a wording.", isRequired: true)
  ]
  private static let branch = [
    KeyDescription("if", .condition, "The condition.", isRequired: true),
    KeyDescription("go", .id, "The state to go to.", isRequired: true),
  ]

  static let all: [Key<State>] = [
    Key("say", .plainOr(.text, map: .record(wording, others: nil)), "What is said on entering.") {
      if let text = $1.text { $0.say = .text(text) }
      if let id = $1["text"]?.text { $0.say = .wording(id) }
    },
    Key("ask", .list(.id), "Findings asked one after the other.") { $0.ask = $1.texts },
    Key("screens", .list(.id), "Screens put one after the other.") { $0.screens = $1.texts },
    Key("interview", .keyword(["causes"]), "Asks what best separates the causes in play.") {
      $0.interviewsCauses = $1.string == "causes"
    },
    Key("at_most", .number, "At most so many questions of the interview.") {
      $0.atMost = $1.number.flatMap { Int(exactly: $0.rounded()) }
    },
    Key("conclude", .flag, "True: gives the conclusion on entering.") { $0.concludes = $1.flag },
    Key("end", .flag, "True: ends the conversation on entering.") { $0.ends = $1.flag },
    Key("on", .map(.id), "Where to go when an intent is heard here.") {
      $0.on = $1.map.compactMap { entry in entry.value.text.map { (entry.key, $0) } }
    },
    Key("enter", .list(.id), "Intents that lead here from every other state.") {
      $0.enter = $1.texts
    },
    Key("when", .list(.record(branch, others: nil)), "Where to go when a condition is true.") {
      $0.when = $1.list.compactMap { value in
        guard let condition = value["if"]?.condition, let go = value["go"]?.text else { return nil }
        return State.Branch(condition: condition, go: go)
      }
    },
    Key("go", .id, "Where to go next.") { $0.go = $1.text },
  ]
}
