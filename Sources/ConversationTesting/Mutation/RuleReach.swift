import IntentPacks

/// What rules come to when exactly some terms hold: tells a change that matters from one that other lines make good.
///
/// Conditions of flags hold no `not`, so a rule that holds for a least set of terms holds for every larger one: two
/// sets of rules are the same when they agree on the least sets of the lines in which they differ.
struct RuleReach {
  /// More least sets than this are not looked at; the change is then taken to matter.
  private static let mostSets = 400

  private let findings: [String: Finding]
  private let groups: [String: [String]]

  init(_ pack: Pack) {
    findings = Dictionary(pack.findings.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    groups = Dictionary(
      grouping: pack.findings.filter { $0.group != nil }, by: { $0.group ?? "" }
    ).mapValues { $0.map(\.id) }
  }

  /// Whether two sets of rules raise the same level whatever holds.
  func areSame(_ old: [Level: [Condition]], _ new: [Level: [Condition]]) -> Bool {
    let changed = Level.allCases.flatMap { level -> [Condition] in
      let (a, b) = (Set(old[level] ?? []), Set(new[level] ?? []))
      return Array(a.symmetricDifference(b))
    }
    return changed.allSatisfy { condition in
      guard let sets = leastSets(of: condition, depth: 0) else { return false }
      return sets.allSatisfy { level(of: old, when: $0) == level(of: new, when: $0) }
    }
  }

  private func level(of rules: [Level: [Condition]], when terms: Set<Condition>) -> Level? {
    rules.keys.sorted(by: >).first { level in
      rules[level]?.contains { holds($0, when: terms, depth: 0) } ?? false
    }
  }

  // MARK: Least sets

  /// The least sets of terms for which a condition holds; nil when there are too many to look at.
  private func leastSets(of condition: Condition, depth: Int) -> [Set<Condition>]? {
    guard depth < 12 else { return nil }
    switch condition {
    case .and(let parts): return product(parts, depth)
    case .or(let parts): return union(parts, depth)
    case .atLeast(let count, let parts):
      return union(Self.choices(of: count, from: parts).map { .and($0) }, depth)
    case .any(let group): return union((groups[group] ?? []).map { .finding($0) }, depth)
    case .finding(let id):
      guard let finding = findings[id], !finding.means.isEmpty else { return [[condition]] }
      let derived = union(finding.means.map(\.value), depth + 1)
      let isHeard = !finding.patterns.isEmpty || finding.ask != nil
      return isHeard ? derived.map { $0 + [[condition]] } : derived
    case .oneOf, .compare, .within, .lasting, .not: return [[condition]]
    }
  }

  private func union(_ parts: [Condition], _ depth: Int) -> [Set<Condition>]? {
    var all: [Set<Condition>] = []
    for part in parts {
      guard let sets = leastSets(of: part, depth: depth + 1) else { return nil }
      all += sets
      guard all.count <= Self.mostSets else { return nil }
    }
    return all
  }

  private func product(_ parts: [Condition], _ depth: Int) -> [Set<Condition>]? {
    var all: [Set<Condition>] = [[]]
    for part in parts {
      guard let sets = leastSets(of: part, depth: depth + 1),
        all.count * sets.count <= Self.mostSets
      else { return nil }
      all = all.flatMap { one in sets.map { one.union($0) } }
    }
    return all
  }

  private static func choices(of count: Int, from parts: [Condition]) -> [[Condition]] {
    guard count > 0 else { return [[]] }
    guard count <= parts.count, let first = parts.first else { return [] }
    let rest = Array(parts.dropFirst())
    return choices(of: count - 1, from: rest).map { [first] + $0 } + choices(of: count, from: rest)
  }

  // MARK: Holding

  private func holds(_ condition: Condition, when terms: Set<Condition>, depth: Int) -> Bool {
    guard depth < 12 else { return false }
    if terms.contains(condition) { return true }
    switch condition {
    case .and(let parts): return parts.allSatisfy { holds($0, when: terms, depth: depth + 1) }
    case .or(let parts): return parts.contains { holds($0, when: terms, depth: depth + 1) }
    case .atLeast(let count, let parts):
      return parts.count { holds($0, when: terms, depth: depth + 1) } >= count
    case .any(let group):
      return (groups[group] ?? []).contains { holds(.finding($0), when: terms, depth: depth + 1) }
    case .finding(let id):
      return terms.contains { Self.affirms($0, id) } || isImplied(id, terms)
        || (findings[id]?.means ?? []).contains { holds($0.value, when: terms, depth: depth + 1) }
    case .oneOf, .compare, .within, .lasting:
      return terms.contains { Self.implies($0, condition) || carries($0, condition) }
    case .not: return false
    }
  }

  private func isImplied(_ id: String, _ terms: Set<Condition>) -> Bool {
    terms.contains { term in
      guard let other = term.findings.first, other != id else { return false }
      return findings[other]?.implies.contains { $0.value == id } ?? false
    }
  }

  /// Whether a term holds of a finding because it holds of one that implies it: side and time go along.
  private func carries(_ term: Condition, _ condition: Condition) -> Bool {
    guard let id = condition.findings.first, let other = term.findings.first, other != id,
      findings[other]?.implies.contains(where: { $0.value == id }) ?? false
    else { return false }
    switch term {
    case .oneOf(_, attribute: let attribute?, let values):
      return Self.implies(.oneOf(id, attribute: attribute, values), condition)
    case .within(_, let days): return Self.implies(.within(id, days: days), condition)
    case .lasting(_, let days): return Self.implies(.lasting(id, days: days), condition)
    default: return false
    }
  }

  private static func affirms(_ term: Condition, _ id: String) -> Bool {
    switch term {
    case .finding(let other), .oneOf(let other, _, _), .within(let other, _),
      .lasting(let other, _):
      other == id
    default: false
    }
  }

  /// Whether one term about a finding says more than another.
  private static func implies(_ term: Condition, _ other: Condition) -> Bool {
    switch (term, other) {
    case (.oneOf(let a, let p, let v), .oneOf(let b, let q, let w)):
      a == b && p == q && Set(v).isSubset(of: w)
    case (.within(let a, let d), .within(let b, let e)): a == b && d <= e
    case (.lasting(let a, let d), .lasting(let b, let e)): a == b && d >= e
    case (.compare(let a, let p, let x), .compare(let b, let q, let y)):
      a == b && p == q
        && (p == .atLeast || p == .more ? x >= y : p == .atMost || p == .less ? x <= y : x == y)
    default: false
    }
  }
}
