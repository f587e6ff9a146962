import IntentPacks

/// A pack replaces a red flag of the pack it extends without saying why that is safe.
enum FlagReplaced {
  static let rule = Rule(
    "flag-replaced", .error,
    "A pack replaces a red flag of the pack it extends without saying why that is safe.",
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
    let replaced = subject.pack.overrides.filter {
      $0.section == "red_flags" && $0.change == .replaced
    }
    return replaced.filter { (subject.flags[$0.id]?.acceptRisk ?? "").isEmpty }.map {
      Rule.Note(
        $0.place, "\"\($0.id)\" replaces a red flag of the pack below",
        help: "write accept_risk: with the reason why this is safe", length: $0.id.count)
    }
  }
}
