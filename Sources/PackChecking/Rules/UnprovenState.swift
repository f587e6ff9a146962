import DialogEngine
import IntentPacks

/// A state that none of the conversations tried comes to, so that nothing is known of its safety.
enum UnprovenState {
  static let rule = Rule(
    "unproven-state", .warning,
    "No conversation that check tries comes to a state, so nothing is proven of its safety.",
    bad: """
      states:
        listen: {say: Ready., when: [{if: age > 90, go: rest}]}
        rest: {say: Rest first.}
      """,
    mend: [
      "listen: {say: Ready., when: [{if: age > 90, go: rest}]}":
        "listen: {say: Ready., when: [{if: calf_pain, go: rest}], ask: calf_pain}"
    ], listens: true
  ) { subject in
    (subject.proof?.unvisited ?? []).filter { subject.isOwn($0.place) }.map { state in
      Rule.Note(
        state.place, "no conversation tried comes to the state \"\(state.id)\"",
        help: "give the findings and intents that lead to it examples:, or ask for them on the way",
        length: state.id.count)
    }
  }
}
