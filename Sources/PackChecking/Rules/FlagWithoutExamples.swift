import IntentPacks

/// A red flag has no sentence by which its hearing can be tested.
enum FlagWithoutExamples {
  static let rule = Rule(
    "flag-without-examples", .warning,
    "A red flag has no sentence by which its hearing can be tested.",
    bad: """
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          first: Get help today.
          confirm: calf_pain
          sources: S1
      """,
    mend: ["sources: S1": "sources: S1\n    examples: |\n      my calf hurts"]
  ) { subject in
    subject.pack.redFlags.filter(\.examples.isEmpty).map {
      Rule.Note(
        $0.place, "the red flag \"\($0.id)\" has no examples",
        help: "write examples: | with sentences that must raise or suspect it", length: $0.id.count)
    }
  }
}
