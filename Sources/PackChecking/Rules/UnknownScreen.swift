import IntentPacks

/// A state puts a screen that no file defines.
enum UnknownScreen {
  static let rule = Rule(
    "unknown-screen", .error,
    "A state puts a screen that no file defines.",
    bad: """
      states:
        check: {screens: [leg], go: listen}
        listen: {say: Ready., go: check}
      """,
    mend: ["check: {screens: [leg], go: listen}": "check: {screens: [legs], go: listen}"]
  ) { subject in
    subject.unknown(subject.pack.states.flatMap(\.screens), in: subject.screens, "screen")
  }
}
