import IntentPacks

/// A cause advises what a red flag forbids that is open together with it: a finding that supports the cause alone
/// raises the flag at a level at which causes are named.
enum AdviceAgainstFlag {
  static let rule = Rule(
    "advice-against-flag", .warning,
    "A cause advises in do: what a red flag forbids that may be open at the same time.",
    bad: """
      findings:
        thigh_pain:
          patterns: |
            thigh @sore
      red_flags:
        tear:
          name: a torn muscle
          raise: {soon: thigh_pain}
          first: Have it looked at this week.
          confirm: thigh_pain
          sources: S1
          avoid: run
          examples: |
            my thigh hurts
      causes:
        overload:
          name: too much too soon
          supports: {thigh_pain: strong}
          explain: Muscles need time to grow.
          do: |
            Run easily for two days.
      """,
    mend: ["Run easily for two days.": "Rest for two days."]
  ) { subject in
    let flags = subject.pack.redFlags.filter { mayBeOpenAtTheEnd($0) && !$0.avoid.isEmpty }
    let signsOfFlags = flags.map { signs(of: $0) }
    return subject.pack.causes.flatMap { cause -> [Rule.Note] in
      let supports = Set(cause.supports.map(\.finding))
      return cause.advice.flatMap { line -> [Rule.Note] in
        let verbs = Advice.verbs(in: line.value)
        guard !verbs.isEmpty else { return [] }
        return zip(flags, signsOfFlags).compactMap { flag, signs in
          guard let shared = supports.intersection(signs).min(),
            let avoid = flag.avoid.first(where: { verbs.contains($0.value) })
          else { return nil }
          return Rule.Note(
            line.place,
            "this line advises what the red flag \"\(flag.id)\" forbids (avoid: \(avoid.value))",
            help: "both may follow from \"\(shared)\"; say it so that it cannot do harm",
            length: line.value.count)
        }
      }
    }
  }

  /// Causes are named only below urgent.
  private static func mayBeOpenAtTheEnd(_ flag: RedFlag) -> Bool {
    flag.raise[.soon]?.isEmpty == false || flag.raise[.routine]?.isEmpty == false
  }

  /// The findings of which one alone raises a flag at a level at which causes are named.
  private static func signs(of flag: RedFlag) -> Set<String> {
    let lines = (flag.raise[.soon] ?? []) + (flag.raise[.routine] ?? [])
    return Set(lines.map(\.value.findings).filter { $0.count == 1 }.joined())
  }
}
