import IntentPacks

/// An intent that nothing can express.
enum UnheardIntent {
  static let rule = Rule(
    "unheard-intent", .warning,
    "An intent that nothing can express.",
    bad: """
      intents:
        thanks: {say: You are welcome.}
      """,
    mend: [
      "thanks: {say: You are welcome.}":
        "thanks:\n    say: You are welcome.\n    patterns: |\n      \"many thanks\""
    ]
  ) { subject in
    subject.pack.intents.filter { $0.patterns.isEmpty && $0.examples.isEmpty }.map {
      Rule.Note(
        $0.place, "no words are given for the intent \"\($0.id)\"",
        help: "write patterns: | or examples: |", length: $0.id.count)
    }
  }
}
