import IntentPacks

/// A red flag with its rules compiled, gravest level first.
///
/// Flags and rules are classes, though immutable, because all that may be raised are handed on in every turn.
final class CompiledFlag: Sendable {
  final class Rule: Sendable {
    let level: Level
    let condition: CompiledCondition
    /// The findings it names.
    let findings: [Int]
    /// The same with what derived ones are derived from.
    let spread: [Int]
    /// Those of them that, affirmed, make the flag suspected.
    let signs: [Int]
    /// Whether it can hold only with one of its signs affirmed.
    let needsSign: Bool
    /// Everything its signs rest on: with none of it affirmed none of them is. Nil where a denial can bring one about.
    let reach: NumberSet?

    init(
      level: Level, condition: CompiledCondition, findings: [Int], spread: [Int], signs: [Int],
      reach: NumberSet?
    ) {
      self.level = level
      self.condition = condition
      self.findings = findings
      self.spread = spread
      self.signs = signs
      self.reach = reach
      needsSign = condition.tree.requires(Set(signs))
    }
  }

  let id: String
  let rules: [Rule]
  let unless: CompiledCondition?
  let assessed: CompiledCondition?
  let bystander: Bool
  let ceiling: Level
  let highest: Level
  let group: String?
  /// The findings its rules name.
  let named: Set<Int>
  /// Everything its rules rest on, down to the last derived finding: nothing else can raise it.
  let touches: Set<Int>

  init(
    _ flag: RedFlag, index: [String: Int], spread: FindingSpread,
    compiled: (ConditionLine) -> CompiledCondition
  ) {
    id = flag.id
    let suspectedBy =
      flag.suspectedBy.isEmpty ? nil : Set(flag.suspectedBy.compactMap { index[$0.value] })
    rules = Level.allCases.reversed().flatMap { level in
      (flag.raise[level] ?? []).map { line in
        let condition = compiled(line)
        let findings = condition.findings
        let wide = spread.once(findings)
        let signs = wide.filter {
          !spread.findings[$0].isBackground && suspectedBy?.contains($0) ?? true
        }
        return Rule(
          level: level, condition: condition, findings: findings, spread: wide, signs: signs,
          reach: spread.reach(of: signs))
      }
    }
    unless = flag.unless.map(compiled)
    assessed = flag.assessed.map(compiled)
    bystander = flag.bystander
    highest = flag.highestLevel
    ceiling = max(flag.ceiling ?? flag.highestLevel, flag.highestLevel)
    group = flag.group
    named = Set(rules.flatMap(\.findings))
    touches = spread.all(named)
  }
}

/// What findings are derived from.
struct FindingSpread {
  let findings: [CompiledFinding]
  /// For each finding all that it rests on, itself included; nil where a denial can make it true.
  private let reaches: [NumberSet?]

  init(findings: [CompiledFinding]) {
    self.findings = findings
    var known = [NumberSet??](repeating: nil, count: findings.count)
    for finding in findings.indices { _ = Self.reach(of: finding, findings, &known) }
    reaches = known.map { $0 ?? nil }
  }

  private static func reach(
    of finding: Int, _ findings: [CompiledFinding], _ known: inout [NumberSet??]
  ) -> NumberSet? {
    if let reach = known[finding] { return reach }
    var reach = NumberSet(count: findings.count)
    reach.insert(finding)
    // Where findings lean on each other in a circle, which the reader refuses, nothing is ruled out.
    known[finding] = .some(nil)
    guard !findings[finding].means.contains(where: \.tree.mayHoldByDenial) else { return nil }
    for part in findings[finding].means.flatMap(\.findings) where part >= 0 {
      guard let more = Self.reach(of: part, findings, &known) else { return nil }
      reach.formUnion(more)
    }
    known[finding] = .some(reach)
    return reach
  }

  /// All that some findings rest on; nil where a denial can make one of them true.
  func reach(of some: [Int]) -> NumberSet? {
    var all = NumberSet(count: findings.count)
    for finding in some where finding >= 0 {
      guard let reach = reaches[finding] else { return nil }
      all.formUnion(reach)
    }
    return all
  }

  /// The findings and, one step down, what they are derived from; each once, in order.
  func once(_ start: [Int]) -> [Int] {
    var seen = Set<Int>()
    return start.filter { $0 >= 0 }
      .flatMap { [$0] + findings[$0].means.flatMap(\.findings).filter { $0 >= 0 } }
      .filter { seen.insert($0).inserted }
  }

  /// The findings and everything they rest on.
  func all(_ start: Set<Int>) -> Set<Int> {
    var found = Set<Int>()
    var open = start.filter { $0 >= 0 }
    while let next = open.popFirst() {
      guard found.insert(next).inserted else { continue }
      open.formUnion(findings[next].means.flatMap(\.findings).filter { $0 >= 0 })
    }
    return found
  }
}
