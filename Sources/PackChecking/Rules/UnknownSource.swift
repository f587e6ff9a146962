import IntentPacks

/// Something names a source that no file defines.
enum UnknownSource {
  static let rule = Rule(
    "unknown-source", .error,
    "Something names a source that no file defines.",
    bad: """
      causes:
        overload:
          name: too much too soon
          supports: {calf_pain: strong}
          explain: Muscles need time to grow.
          do: |
            Rest for two days.
          sources: S7
      """,
    mend: ["sources: S7": "sources: S1"]
  ) { subject in
    subject.unknown(
      subject.pack.redFlags.flatMap(\.sources) + subject.pack.causes.flatMap(\.sources),
      in: subject.sources, "source")
  }
}
