/// A condition over findings, parsed and typed once, evaluated three-valued by the dialog engine.
package indirect enum Condition: Sendable, Hashable {
  /// `calf_swelling`: true of the user.
  case finding(String)
  /// `calf_pain.side in (left, right)`, `leg_colour == blue`, `calf_pain.trend == worse`. The attribute is nil for
  /// the value itself, else `side`, `trend` or `severity`.
  case oneOf(String, attribute: String?, [String])
  /// `age >= 60`, in the finding's unit.
  case compare(String, Comparison, Double)
  /// `long_journey within 8 weeks`: last true at most so many days ago.
  case within(String, days: Double)
  /// `tired_legs for 2 weeks`: has lasted at least so many days.
  case lasting(String, days: Double)
  /// `2 of (a, b, c)`
  case atLeast(Int, of: [Condition])
  /// `any(group)`: any finding of the group.
  case any(group: String)
  case and([Condition])
  case or([Condition])
  case not(Condition)

  /// How a value is compared.
  package enum Comparison: String, Sendable, Hashable {
    case less = "<", atMost = "<=", more = ">", atLeast = ">=", equal = "==", notEqual = "!="
  }
}

extension Condition {
  /// The ids of all findings the condition names, in order of mention; groups are not expanded.
  package var findings: [String] {
    switch self {
    case .finding(let id), .oneOf(let id, _, _), .compare(let id, _, _), .within(let id, _),
      .lasting(let id, _):
      [id]
    case .any: []
    case .atLeast(_, let parts), .and(let parts), .or(let parts): parts.flatMap(\.findings)
    case .not(let part): part.findings
    }
  }
}

extension Condition {
  /// The findings whose side the condition asks about.
  package var sidedFindings: [String] {
    switch self {
    case .oneOf(let id, "side"?, _): [id]
    case .atLeast(_, let parts), .and(let parts), .or(let parts): parts.flatMap(\.sidedFindings)
    case .not(let part): part.sidedFindings
    default: []
    }
  }
}

/// One line of a condition block, with where it stands.
package typealias ConditionLine = Placed<Condition>
