import IntentPacks

/// The conversation is sent to a state that no file defines.
enum UnknownState {
  static let rule = Rule(
    "unknown-state", .error,
    "The conversation is sent to a state that no file defines.",
    bad: """
      states:
        listen: {say: Ready., go: lissten}
      """,
    mend: ["listen: {say: Ready., go: lissten}": "listen: {say: Ready.}"]
  ) { subject in
    let start = subject.pack.start
    let starts = start.value.isEmpty ? [] : [start]
    let references = subject.pack.states.flatMap { state in
      state.on.map(\.go) + state.when.map(\.go) + (state.go.map { [$0] } ?? [])
    }
    return subject.unknown(starts + references, in: subject.states, "state")
  }
}
