import DialogEngine
import IntentPacks

/// In some state of the conversation a red flag is not heard: its first example neither raises nor suspects it there.
enum FlagUnheardInState {
  static let rule = Rule(
    "flag-unheard-in-state", .error,
    "In some state of the conversation the first example of a red flag neither raises nor suspects it.",
    bad: """
      findings:
        on_blood_thinner:
          ask: Do you take a blood thinner?
          why: It changes the advice.
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          unless: on_blood_thinner
          first: Get help today.
          confirm: calf_pain
          sources: S1
          examples: |
            my calf hurts
      states:
        listen: {ask: on_blood_thinner, when: [{if: on_blood_thinner, go: treated}], go: listen}
        treated: {say: You are being treated.}
      """,
    mend: ["    unless: on_blood_thinner\n": ""], listens: true
  ) { subject in
    guard let proof = subject.proof else { return [] }
    return proof.gaps.map { gap in
      Rule.Note(
        gap.example.place,
        "in the state \"\(gap.visit.state)\" this line does not raise \"\(gap.flag.id)\"",
        help: "said \(gap.visit.way); see what heavylegs explain makes of the line",
        length: gap.example.value.count)
    }
  }
}
