import DialogEngine
import IntentPacks

/// A question that is put again and again to someone who is not sure.
enum UnsureTrap {
  static let rule = Rule(
    "unsure-trap", .error, "A question is put again and again to someone who is not sure.",
    bad: """
      intents:
        start_over:
          patterns: |
            "not sure"
          do: restart
      screens:
        feet: {ask: Any of these?, items: [calf_pain], why: Some need care.}
      states:
        listen: {screens: feet, go: done}
        done: {say: Thank you., end: true}
      """,
    mend: ["\"not sure\"": "\"start over\""], listens: true
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
