import IntentPacks

/// A pack replaces a red flag, or a rule that raises flags, of the pack it extends without saying why that is safe.
enum FlagReplaced {
  static let rule = Rule(
    "flag-replaced", .error,
    "A pack replaces a red flag, or a rule that raises flags, of the pack it extends without saying why that is safe.",
    bad: """
      red_flags:
        base_flag:
          name: a clot
          raise: {soon: calf_pain and age > 60}
          first: Get help soon.
          confirm: [calf_pain, legs]
          sources: S1
          examples: |
            my calf hurts
      """,
    good: """
      red_flags:
        base_flag:
          name: a clot
          raise: {soon: calf_pain and age > 60}
          first: Get help soon.
          confirm: [calf_pain, legs]
          sources: S1
          accept_risk: Here a nurse looks at every leg.
          examples: |
            my calf hurts
      """
  ) { subject in
    let rules = Dictionary(
      subject.pack.raiseByOne.map { ($0.id, $0.acceptRisk) }, uniquingKeysWith: { a, _ in a })
    return subject.pack.overrides.compactMap { override in
      guard override.change == .replaced else { return nil }
      let (noun, reason): (String, String?)
      switch override.section {
      case "red_flags": (noun, reason) = ("a red flag", subject.flags[override.id]?.acceptRisk)
      case "raise_by_one":
        (noun, reason) = ("a rule that raises red flags", rules[override.id] ?? nil)
      default: return nil
      }
      guard (reason ?? "").isEmpty else { return nil }
      return Rule.Note(
        override.place, "\"\(override.id)\" replaces \(noun) of the pack below",
        help: "write accept_risk: with the reason why this is safe", length: override.id.count)
    }
  }
}
