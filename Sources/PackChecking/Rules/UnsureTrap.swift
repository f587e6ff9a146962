import DialogEngine
import IntentPacks

/// A question that is put again and again to someone who is not sure.
enum UnsureTrap {
  static let rule = Rule(
    "unsure-trap", .error, "A question is put again and again to someone who is not sure.",
    bad: """
      intents:
        once_more:
          patterns: |
            "not sure"
          do: repeat
      states:
        listen: {screens: legs, go: done}
        done: {say: Thank you., end: true}
      """,
    good: """
      intents:
        once_more:
          patterns: |
            "once more"
          do: repeat
      states:
        listen: {screens: legs, go: done}
        done: {say: Thank you., end: true}
      """, listens: true
  ) { subject in
    guard let proof = subject.proof else { return [] }
    return proof.traps.map { trap in
      let place =
        subject.findings[trap.question]?.ask?.place ?? subject.screens[trap.question]?.ask.place
        ?? subject.states[trap.visit.state]?.place ?? .nowhere
      return Rule.Note(
        place,
        "\"\(trap.question)\" is asked again after four times not sure, in the state"
          + " \"\(trap.visit.state)\"",
        help: "asked \(trap.visit.way); see what heavylegs explain makes of \"not sure\"",
        length: trap.question.count)
    }
  }
}
