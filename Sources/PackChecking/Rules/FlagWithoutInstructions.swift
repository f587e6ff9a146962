import IntentPacks

/// A red flag does not say what to do at a level it can reach.
enum FlagWithoutInstructions {
  static let rule = Rule(
    "flag-without-instructions", .error,
    "A red flag does not say what to do at a level it can reach.",
    bad: """
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          first: {soon: Book a visit.}
          confirm: calf_pain
          sources: S1
          examples: |
            my calf hurts
      """,
    mend: ["first: {soon: Book a visit.}": "first: Get help today."]
  ) { subject in
    subject.pack.redFlags.flatMap { flag in
      let top = max(flag.ceiling ?? .routine, flag.highestLevel)
      let lowest = flag.raise.filter { !$0.value.isEmpty }.keys.min() ?? top
      let missing = Level.allCases.filter { $0 >= lowest && $0 <= top && flag.first[$0] == nil }
      return missing.map { level in
        Rule.Note(
          flag.place, "\"\(flag.id)\" does not say what to do at \(level.rawValue)",
          help: "write first: with a sentence, or with one for each level", length: flag.id.count)
      }
    }
  }
}
