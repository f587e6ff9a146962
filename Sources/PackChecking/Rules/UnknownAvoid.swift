import IntentPacks

/// Something forbids an activity that has no entry under avoids.
enum UnknownAvoid {
  static let rule = Rule(
    "unknown-avoid", .error,
    "Something forbids an activity that has no entry under avoids.",
    bad: """
      causes:
        overload:
          name: too much too soon
          supports: {calf_pain: strong}
          explain: Muscles need time to grow.
          do: |
            Rest for two days.
          sources: S1
          avoid: [runn]
      """,
    mend: ["avoid: [runn]": "avoid: [run]"]
  ) { subject in
    subject.unknown(
      subject.pack.redFlags.flatMap(\.avoid) + subject.pack.causes.flatMap(\.avoid)
        + subject.pack.intents.compactMap(\.activity), in: subject.avoids, "activity")
  }
}
