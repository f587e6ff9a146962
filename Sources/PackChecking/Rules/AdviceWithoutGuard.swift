import IntentPacks

/// An intent about an activity answers also while a red flag forbids it.
enum AdviceWithoutGuard {
  static let rule = Rule(
    "advice-without-guard", .warning,
    "An intent about an activity answers also while a red flag forbids it.",
    bad: """
      intents:
        may_i_run:
          patterns: |
            "can i run"
          say: Easy runs are fine.
          activity: run
      """,
    good: """
      intents:
        may_i_run:
          patterns: |
            "can i run"
          say: Easy runs are fine.
          activity: run
          gives_advice: true
      """
  ) { subject in
    subject.pack.intents.filter { $0.activity != nil && !$0.givesAdvice }.map {
      Rule.Note(
        $0.place, "\"\($0.id)\" speaks of an activity without gives_advice",
        help: "write gives_advice: true", length: $0.id.count)
    }
  }
}
