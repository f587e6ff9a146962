import IntentPacks

/// An intent that neither says nor does anything.
enum SilentIntent {
  static let rule = Rule(
    "silent-intent", .warning,
    "An intent that neither says nor does anything.",
    bad: """
      intents:
        thanks:
          patterns: |
            "many thanks"
      """,
    mend: ["\"many thanks\"": "\"many thanks\"\n    say: You are welcome."]
  ) { subject in
    // What it is about, or which activity it asks for, only decides when its answer is withheld.
    let awaited = Set(subject.pack.states.flatMap { $0.on.map(\.intent.value) })
    return subject.pack.intents.filter {
      $0.say == nil && $0.action == nil && !awaited.contains($0.id)
    }.map {
      Rule.Note(
        $0.place, "the intent \"\($0.id)\" neither says nor does anything",
        help: "write say: or do:", length: $0.id.count)
    }
  }
}
