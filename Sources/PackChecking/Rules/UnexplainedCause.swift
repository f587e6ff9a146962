import IntentPacks

/// A cause that does not say why it does what is felt.
enum UnexplainedCause {
  static let rule = Rule(
    "unexplained-cause", .warning,
    "A cause that does not say why it does what is felt.",
    bad: """
      causes:
        overload:
          name: too much too soon
          supports: {calf_pain: strong}
          do: |
            Rest for two days.
          sources: S1
      """,
    mend: [
      "supports: {calf_pain: strong}":
        "supports: {calf_pain: strong}\n    explain: Muscles need time to grow."
    ]
  ) { subject in
    subject.pack.causes.filter { $0.explain == nil }.map {
      Rule.Note(
        $0.place, "the cause \"\($0.id)\" has no explanation",
        help: "write explain: with one or two sentences", length: $0.id.count)
    }
  }
}
