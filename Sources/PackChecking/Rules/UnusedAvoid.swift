import IntentPacks

/// An activity that nothing forbids.
enum UnusedAvoid {
  static let rule = Rule(
    "unused-avoid", .warning,
    "An activity that nothing forbids.",
    bad: """
      avoids:
        swim: {say: Do not swim.}
      """,
    good: """
      avoids:
        swim: {say: Do not swim.}
      causes:
        overload:
          name: too much too soon
          supports: {calf_pain: strong}
          explain: Muscles need time to grow.
          do: |
            Rest for two days.
          sources: S1
          avoid: [swim]
      """
  ) { subject in
    let used =
      subject.pack.redFlags.flatMap(\.avoid) + subject.pack.causes.flatMap(\.avoid)
      + subject.pack.intents.compactMap(\.activity)
    return subject.unused(subject.pack.avoids, used: Set(used.map(\.value)), "activity")
  }
}
