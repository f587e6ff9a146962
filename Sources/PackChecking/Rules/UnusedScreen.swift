import IntentPacks

/// A screen that no state and no flag puts.
enum UnusedScreen {
  static let rule = Rule(
    "unused-screen", .warning,
    "A screen that no state and no flag puts.",
    bad: """
      screens:
        other: {ask: Any of these?, items: [calf_pain], why: Some need care.}
      """,
    good: """
      screens:
        other: {ask: Any of these?, items: [calf_pain], why: Some need care.}
      states:
        listen: {screens: other}
      """
  ) { subject in
    let used =
      subject.pack.states.flatMap { $0.screens.map(\.value) }
      + subject.pack.redFlags.flatMap { $0.confirm.map(\.id) }
    return subject.unused(subject.pack.screens, used: Set(used), "screen")
  }
}
