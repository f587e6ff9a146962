import IntentPacks

/// A state waits for an intent that no file defines.
enum UnknownIntent {
  static let rule = Rule(
    "unknown-intent", .error,
    "A state waits for an intent that no file defines.",
    bad: """
      states:
        listen:
          say: Ready.
          on: {greeet: listen}
      """,
    mend: ["on: {greeet: listen}": "on: {greet: listen}"]
  ) { subject in
    subject.unknown(
      subject.pack.states.flatMap { $0.on.map(\.intent) }, in: subject.intents, "intent")
  }
}
