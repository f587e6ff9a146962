import IntentPacks

/// A cause advises in do: what its own avoid: forbids.
enum AdviceAgainstItself {
  static let rule = Rule(
    "advice-against-itself", .warning,
    "A cause advises in do: what its own avoid: forbids.",
    bad: """
      causes:
        overload:
          name: too much too soon
          supports: {calf_pain: strong}
          explain: Muscles need time to grow.
          do: |
            Run easily for two days.
          sources: S1
          avoid: [run]
      """,
    mend: ["Run easily for two days.": "Rest for two days."]
  ) { subject in
    subject.pack.causes.flatMap { cause in
      cause.advice.flatMap { line in
        cause.avoid.compactMap { avoid in
          guard Advice.verbs(in: line.value).contains(avoid.value.lowercased()) else { return nil }
          return Rule.Note(
            line.place, "this line advises what \"avoid: \(avoid.value)\" forbids",
            help: "change the line, or take \(avoid.value) out of avoid:", length: line.value.count)
        }
      }
    }
  }
}
