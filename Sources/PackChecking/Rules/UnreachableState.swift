import IntentPacks

/// A state to which no way leads from the start.
enum UnreachableState {
  static let rule = Rule(
    "unreachable-state", .warning,
    "A state to which no way leads from the start.",
    bad: """
      states:
        island: {say: Alone., go: listen}
      """,
    mend: ["states:": "states:\n  listen: {say: Ready., go: island}"]
  ) { subject in
    let reached = DialogGraph(subject.pack).reachable
    return subject.pack.states.filter { !reached.contains($0.id) && subject.isOwn($0.place) }.map {
      Rule.Note(
        $0.place, "no way leads from \"\(subject.pack.start.value)\" to the state \"\($0.id)\"",
        help: "go to it from another state, or delete it", length: $0.id.count)
    }
  }
}
