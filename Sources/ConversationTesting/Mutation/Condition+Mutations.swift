import IntentPacks

extension Condition {
  /// The condition with one term left out or one of its bounds moved, at any depth, each with words for it.
  var mutations: [(text: String, condition: Condition)] {
    switch self {
    case .and(let parts): without(parts) { .and($0) } + inside(parts) { .and($0) }
    case .or(let parts): without(parts) { .or($0) } + inside(parts) { .or($0) }
    case .atLeast(let count, let parts):
      [("\(count + 1) of instead of \(count) of", .atLeast(count + 1, of: parts))]
        + inside(parts) { .atLeast(count, of: $0) }
    case .oneOf(let id, let attribute?, let values):
      [("\(id).\(attribute) no longer asked", .finding(id))]
        + (values.count > 1
          ? [("\(id) only \(values[0])", .oneOf(id, attribute: attribute, [values[0]]))] : [])
    case .within(let id, let days): [("\(id) within half the time", .within(id, days: days / 2))]
    case .lasting(let id, let days): [("\(id) for twice as long", .lasting(id, days: days * 2))]
    case .not(let part): part.mutations.map { ($0.text, .not($0.condition)) }
    case .finding, .oneOf, .compare, .any: []
    }
  }

  private func without(
    _ parts: [Condition], _ make: ([Condition]) -> Condition
  ) -> [(text: String, condition: Condition)] {
    parts.indices.map { index in
      var rest = parts
      let names = rest.remove(at: index).names
      return ("term with \(names) dropped", rest.count == 1 ? rest[0] : make(rest))
    }
  }

  private func inside(
    _ parts: [Condition], _ make: ([Condition]) -> Condition
  ) -> [(text: String, condition: Condition)] {
    parts.indices.flatMap { index in
      parts[index].mutations.map { mutation in
        var changed = parts
        changed[index] = mutation.condition
        return (mutation.text, make(changed))
      }
    }
  }

  private var names: String {
    switch self {
    case .any(let group): "any(\(group))"
    case .and(let parts), .or(let parts), .atLeast(_, let parts):
      parts.map(\.names).joined(separator: ", ")
    case .not(let part): part.names
    default: findings.joined(separator: ", ")
    }
  }

  /// The groups it asks for as a whole.
  var groups: [String] {
    switch self {
    case .any(let group): [group]
    case .and(let parts), .or(let parts), .atLeast(_, let parts): parts.flatMap(\.groups)
    case .not(let part): part.groups
    default: []
    }
  }
}
