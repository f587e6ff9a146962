import IntentPacks

/// A condition in the words of a pack file.
struct ConditionLabel {
  let pack: Pack

  /// One test on a finding in a few words: its name, and what is asked of it.
  func lines(_ condition: Condition) -> [String] {
    switch condition {
    case .finding(let id): [name(id)]
    case .oneOf(let id, let attribute, let values):
      [
        name(id),
        (attribute.map { $0 + " " } ?? "") + values.joined(separator: " or "),
      ]
    case .compare(let id, let comparison, let number):
      [name(id), "\(comparison.rawValue) \(Self.written(number)) \(unit(id))"]
    case .within(let id, let days): [name(id), "within \(Self.days(days))"]
    case .lasting(let id, let days): [name(id), "for \(Self.days(days))"]
    case .any(let group): ["any of the group", group]
    case .atLeast(let count, _): ["\(count) of these"]
    case .and: ["and"]
    case .or: ["or"]
    case .not: ["not"]
    }
  }

  private func finding(_ id: String) -> Finding? { pack.findings.first { $0.id == id } }

  private func name(_ id: String) -> String {
    guard let name = finding(id)?.name, !name.isEmpty else { return id }
    return name.replacing("{side}", with: "").trimmed
  }

  private func unit(_ id: String) -> String { finding(id)?.unit ?? "" }

  static func written(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  private static func days(_ days: Double) -> String {
    if days >= 7, days.truncatingRemainder(dividingBy: 7) == 0 {
      return "\(written(days / 7)) weeks"
    }
    return "\(written(days)) days"
  }
}

extension String {
  /// Without spaces at either end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
