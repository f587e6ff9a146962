import IntentPacks

/// A cause is supported by a finding that is not answered with yes or no.
enum SupportKind {
  static let rule = Rule(
    "support-kind", .error,
    "A cause is supported by a finding that is not answered with yes or no.",
    bad: """
      causes:
        overload:
          name: too much too soon
          supports: {age: strong}
          explain: Muscles need time to grow.
          do: |
            Rest for two days.
          sources: S1
      """,
    mend: ["supports: {age: strong}": "supports: {calf_pain: strong}"]
  ) { subject in
    subject.pack.causes.flatMap { $0.supports + $0.against }.compactMap { support in
      guard let finding = subject.findings[support.finding], finding.kind != .yesNo else {
        return nil
      }
      return Rule.Note(
        support.place,
        "\"\(support.finding)\" is not answered with yes or no, so it cannot speak for a cause",
        help: "make a finding of it that is, such as over_60 with means: age > 60",
        length: support.finding.count)
    }
  }
}
