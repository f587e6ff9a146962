import IntentPacks

/// A cause that no finding speaks for can never be named.
enum UnsupportedCause {
  static let rule = Rule(
    "unsupported-cause", .warning,
    "A cause that no finding speaks for.",
    bad: """
      causes:
        overload:
          name: too much too soon
          explain: Muscles need time to grow.
          do: |
            Rest for two days.
          sources: S1
      """,
    mend: ["name: too much too soon": "name: too much too soon\n    supports: {calf_pain: strong}"]
  ) { subject in
    subject.pack.causes.filter(\.supports.isEmpty).map {
      Rule.Note(
        $0.place, "no finding supports the cause \"\($0.id)\"",
        help: "write supports: {finding: strong}", length: $0.id.count)
    }
  }
}
