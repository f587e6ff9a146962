import IntentPacks

/// From which findings others are derived, all the way down.
struct FindingBases {
  private let findings: [String: Finding]
  private let groups: [String: [String]]
  /// By finding: the others that affirm it too.
  private let impliers: [String: [String]]

  init(_ pack: Pack) {
    findings = Dictionary(pack.findings.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    groups = Dictionary(grouping: pack.findings.filter { $0.group != nil }, by: { $0.group ?? "" })
      .mapValues { $0.map(\.id) }
    var impliers: [String: [String]] = [:]
    for finding in pack.findings {
      for implied in finding.implies { impliers[implied.value, default: []].append(finding.id) }
    }
    self.impliers = impliers
  }

  /// Every finding that a condition rests on, derived ones with what they are derived from.
  func of(_ conditions: [Condition]) -> Set<String> {
    of(Set(conditions.flatMap { named(in: $0) }))
  }

  func of(_ ids: Set<String>) -> Set<String> {
    var known: Set<String> = []
    var open = Array(ids)
    while let id = open.popLast() {
      guard known.insert(id).inserted, let finding = findings[id] else { continue }
      open += finding.means.flatMap { named(in: $0.value) }
      open += impliers[id] ?? []
    }
    return known
  }

  private func named(in condition: Condition) -> [String] {
    condition.findings + condition.groups.flatMap { groups[$0] ?? [] }
  }
}
