import IntentPacks

/// A red flag has no condition that raises it.
enum FlagWithoutLevel {
  static let rule = Rule(
    "flag-without-level", .error,
    "A red flag has no condition that raises it.",
    bad: """
      red_flags:
        clot:
          name: a clot
          first: Get help today.
          confirm: calf_pain
          sources: S1
          examples: |
            my calf hurts
      """,
    mend: ["name: a clot": "name: a clot\n    raise: {urgent: calf_pain}"]
  ) { subject in
    subject.pack.redFlags.filter { $0.raise.values.allSatisfy(\.isEmpty) }.map {
      Rule.Note(
        $0.place, "nothing raises the red flag \"\($0.id)\"",
        help: "write raise: with a level and a condition", length: $0.id.count)
    }
  }
}
