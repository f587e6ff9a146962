import IntentPacks

/// A state that asks and then leads nowhere.
enum DeadEnd {
  static let rule = Rule(
    "dead-end", .warning,
    "A state that asks and then leads nowhere.",
    bad: """
      states:
        listen: {say: Ready., go: asking}
        asking: {ask: calf_pain}
      """,
    mend: ["asking: {ask: calf_pain}": "asking: {ask: calf_pain, go: listen}"]
  ) { subject in
    let isOneState = subject.pack.states.count < 2
    return subject.pack.states.filter { state in
      let asks = !state.ask.isEmpty || !state.screens.isEmpty || state.interviewsCauses
      return !isOneState && asks && state.go == nil && state.when.isEmpty && !state.ends
    }.map {
      Rule.Note(
        $0.place, "after its questions the state \"\($0.id)\" leads nowhere",
        help: "write go: with the next state, or end: true", length: $0.id.count)
    }
  }
}
