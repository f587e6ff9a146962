import IntentPacks

/// A source that nothing names.
enum UnusedSource {
  static let rule = Rule(
    "unused-source", .warning,
    "A source that nothing names.",
    bad: """
      sources:
        S2: {title: A book}
      """,
    good: """
      sources:
        S2: {title: A book}
      causes:
        overload:
          name: too much too soon
          supports: {calf_pain: strong}
          explain: Muscles need time to grow.
          do: |
            Rest for two days.
          sources: S2
      """
  ) { subject in
    let used = subject.pack.redFlags.flatMap(\.sources) + subject.pack.causes.flatMap(\.sources)
    return subject.unused(subject.pack.sources, used: Set(used.map(\.value)), "source")
  }
}
