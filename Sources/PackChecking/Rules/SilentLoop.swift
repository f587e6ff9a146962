import IntentPacks

/// States lead round in a ring without waiting for the user.
enum SilentLoop {
  static let rule = Rule(
    "silent-loop", .error,
    "States lead round in a ring without waiting for the user.",
    bad: """
      states:
        listen: {say: Ready., when: [{if: calf_pain, go: again}]}
        again: {when: [{if: calf_pain, go: listen}]}
      """,
    mend: ["again: {when: [{if: calf_pain, go: listen}]}": "again: {ask: age, go: listen}"]
  ) { subject in
    DialogGraph(subject.pack).silentLoops.map { state in
      Rule.Note(
        state.place, "\"\(state.id)\" can lead back to itself without a question in between",
        help: "ask something on the way, or take one go: away", length: state.id.count)
    }
  }
}
