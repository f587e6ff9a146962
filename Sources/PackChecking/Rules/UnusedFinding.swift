import IntentPacks

/// A finding that no rule, cause, screen or state uses.
enum UnusedFinding {
  static let rule = Rule(
    "unused-finding", .warning,
    "A finding that no rule, cause, screen or state uses.",
    bad: """
      findings:
        thigh_pain:
          patterns: |
            thigh sore
      """,
    mend: [
      "thigh sore":
        "thigh sore\ncauses:\n  overload: {name: a strain, supports: {thigh_pain: strong}, explain: It was pulled.}"
    ]
  ) { subject in
    subject.unused(subject.pack.findings, used: used(by: subject), "finding")
  }

  private static func used(by subject: RuleSubject) -> Set<String> {
    let pack = subject.pack
    var used = Set(subject.conditions.flatMap(\.value.findings))
    used.formUnion(pack.causes.flatMap { $0.supports + $0.against }.map(\.finding))
    used.formUnion(pack.screens.flatMap { $0.items.map(\.value) })
    used.formUnion(pack.states.flatMap { $0.ask.map(\.value) })
    used.formUnion(pack.redFlags.flatMap { $0.confirm.map(\.id) })
    let groups = Set(subject.conditions.flatMap { Self.groups(in: $0.value) })
    for finding in pack.findings {
      if let group = finding.group, groups.contains(group) { used.insert(finding.id) }
      // One that only brings others with it is of use.
      if !finding.implies.isEmpty { used.insert(finding.id) }
      // One in the background may stand alone: its patterns take harmless words away from graver ones, and a value that
      // is volunteered stands on the page for the clinician.
      if finding.background && !(finding.patterns + finding.captures).isEmpty {
        used.insert(finding.id)
      }
    }
    return used
  }

  private static func groups(in condition: Condition) -> [String] {
    switch condition {
    case .any(let group): [group]
    case .atLeast(_, let parts), .and(let parts), .or(let parts): parts.flatMap(groups)
    case .not(let part): groups(in: part)
    case .finding, .oneOf, .compare, .within, .lasting: []
    }
  }
}
