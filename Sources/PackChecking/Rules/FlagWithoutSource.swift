import IntentPacks

/// A red flag names no source.
enum FlagWithoutSource {
  static let rule = Rule(
    "flag-without-source", .warning,
    "A red flag names no source.",
    bad: """
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          first: Get help today.
          confirm: calf_pain
          examples: |
            my calf hurts
      """,
    mend: ["confirm: calf_pain": "confirm: calf_pain\n    sources: S1"]
  ) { subject in
    subject.pack.redFlags.filter(\.sources.isEmpty).map {
      Rule.Note(
        $0.place, "the red flag \"\($0.id)\" names no source", help: "write sources: with ids",
        length: $0.id.count)
    }
  }
}
