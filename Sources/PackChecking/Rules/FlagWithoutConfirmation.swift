import IntentPacks

/// A red flag has no question that could confirm it.
enum FlagWithoutConfirmation {
  static let rule = Rule(
    "flag-without-confirm", .warning,
    "A red flag has no question that could confirm it.",
    bad: """
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          first: Get help today.
          sources: S1
          examples: |
            my calf hurts
      """,
    mend: ["first: Get help today.": "first: Get help today.\n    confirm: calf_pain"]
  ) { subject in
    subject.pack.redFlags.filter(\.confirm.isEmpty).map {
      Rule.Note(
        $0.place, "no question confirms the red flag \"\($0.id)\"",
        help: "write confirm: with findings or screens, gravest first", length: $0.id.count)
    }
  }
}
