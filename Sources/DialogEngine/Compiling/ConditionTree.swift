import IntentPacks

/// A condition with findings as indices and groups spelt out.
indirect enum ConditionTree: Sendable {
  case finding(Int)
  case side(Int, Set<String>)
  case attribute(Int, String, Set<String>)
  case option(Int, Set<String>)
  case compare(Int, Condition.Comparison, Double)
  case within(Int, days: Double)
  case lasting(Int, days: Double)
  case atLeast(Int, [ConditionTree])
  case and([ConditionTree])
  case or([ConditionTree])
  case not(ConditionTree)

  init(_ condition: Condition, index: [String: Int], groups: [String: [Int]]) {
    func compiled(_ part: Condition) -> ConditionTree {
      ConditionTree(part, index: index, groups: groups)
    }
    // The reader refuses unknown ids, so a missing one can only come from a pack built in a test; it never holds.
    func number(_ id: String) -> Int { index[id] ?? -1 }
    switch condition {
    case .finding(let id): self = .finding(number(id))
    case .oneOf(let id, nil, let values): self = .option(number(id), Set(values))
    case .oneOf(let id, "side"?, let values): self = .side(number(id), Set(values))
    case .oneOf(let id, let attribute?, let values):
      self = .attribute(number(id), attribute, Set(values))
    case .compare(let id, let comparison, let value): self = .compare(number(id), comparison, value)
    case .within(let id, let days): self = .within(number(id), days: days)
    case .lasting(let id, let days): self = .lasting(number(id), days: days)
    case .atLeast(let count, let parts): self = .atLeast(count, parts.map(compiled))
    case .any(let group): self = .or((groups[group] ?? []).map { .finding($0) })
    case .and(let parts): self = .and(parts.map(compiled))
    case .or(let parts): self = .or(parts.map(compiled))
    case .not(let part): self = .not(compiled(part))
    }
  }

  /// The findings it speaks of.
  var findings: [Int] {
    switch self {
    case .finding(let f), .side(let f, _), .attribute(let f, _, _), .option(let f, _),
      .compare(let f, _, _), .within(let f, _), .lasting(let f, _):
      [f]
    case .atLeast(_, let parts), .and(let parts), .or(let parts): parts.flatMap(\.findings)
    case .not(let part): part.findings
    }
  }

  /// Whether it can hold only when one of some findings is affirmed.
  func requires(_ some: Set<Int>) -> Bool {
    switch self {
    case .finding(let f), .side(let f, _), .attribute(let f, _, _), .compare(let f, _, _),
      .within(let f, _), .lasting(let f, _):
      some.contains(f)
    case .option(let f, let wanted): some.contains(f) && !wanted.contains("no")
    case .atLeast(let count, let parts): parts.count { !$0.requires(some) } < count
    case .and(let parts): parts.contains { $0.requires(some) }
    case .or(let parts): parts.allSatisfy { $0.requires(some) }
    case .not: false
    }
  }

  /// Whether it can hold although none of its findings is affirmed.
  var mayHoldByDenial: Bool {
    switch self {
    case .finding, .side, .attribute, .compare, .within, .lasting: false
    case .option(_, let wanted): wanted.contains("no")
    case .atLeast(let count, let parts): count <= 0 || parts.contains(where: \.mayHoldByDenial)
    case .and(let parts): parts.isEmpty || parts.contains(where: \.mayHoldByDenial)
    case .or(let parts): parts.contains(where: \.mayHoldByDenial)
    case .not: true
    }
  }
}
