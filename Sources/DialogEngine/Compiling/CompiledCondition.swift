import IntentPacks

/// A condition ready to be evaluated: its tree as one row of steps, each before the steps that it is made of.
///
/// A class, though immutable, because every turn hands on hundreds: reading a row counts no references.
final class CompiledCondition: Sendable {
  /// What a step asks; what it asks it with is in its other fields.
  enum Kind: Sendable {
    case finding, side, trend, severity, option, compare(Condition.Comparison), within, lasting
    case atLeast, and, or, not
  }

  struct Step: Sendable {
    var kind: Kind
    /// The finding asked about, or how many parts have to hold.
    var number: Int32
    /// Where the steps end that it is made of.
    var end: Int32 = 0
    /// In `wanted`.
    var set: Int32 = 0
    /// A value to compare with, or days.
    var value = 0.0
  }

  let tree: ConditionTree
  let steps: ContiguousArray<Step>
  /// Values of which any will do.
  let wanted: [Set<String>]

  init(_ tree: ConditionTree) {
    self.tree = tree
    var row = Row()
    row.add(tree)
    steps = row.steps
    wanted = row.wanted
  }

  convenience init(_ condition: Condition, index: [String: Int], groups: [String: [Int]]) {
    self.init(ConditionTree(condition, index: index, groups: groups))
  }

  /// Any of some conditions; nil where there is none.
  static func any(of conditions: [CompiledCondition]) -> CompiledCondition? {
    conditions.count < 2
      ? conditions.first : CompiledCondition(.or(conditions.map(\.tree)))
  }

  /// The findings it speaks of.
  var findings: [Int] { tree.findings }

  private struct Row {
    var steps: ContiguousArray<Step> = []
    var wanted: [Set<String>] = []

    mutating func add(_ tree: ConditionTree) {
      let at = steps.count
      switch tree {
      case .finding(let finding): append(.finding, finding)
      case .side(let finding, let sides): append(.side, finding, sides)
      case .attribute(let finding, let name, let values):
        append(name == "trend" ? .trend : .severity, finding, values)
      case .option(let finding, let options): append(.option, finding, options)
      case .compare(let finding, let comparison, let value):
        append(.compare(comparison), finding, value: value)
      case .within(let finding, let days): append(.within, finding, value: days)
      case .lasting(let finding, let days): append(.lasting, finding, value: days)
      case .atLeast(let count, let parts):
        append(.atLeast, count)
        for part in parts { add(part) }
      case .and(let parts):
        append(.and, 0)
        for part in parts { add(part) }
      case .or(let parts):
        append(.or, 0)
        for part in parts { add(part) }
      case .not(let part):
        append(.not, 0)
        add(part)
      }
      steps[at].end = Int32(truncatingIfNeeded: steps.count)
    }

    private mutating func append(
      _ kind: Kind, _ number: Int, _ values: Set<String>? = nil, value: Double = 0
    ) {
      var step = Step(kind: kind, number: Int32(clamping: number), value: value)
      if let values {
        step.set = Int32(truncatingIfNeeded: wanted.count)
        wanted.append(values)
      }
      steps.append(step)
    }
  }
}
