/// Reads one line of conditions: `calf_pain.side in (left, right) and clot_risk`.
///
/// `or` binds loosest, then `and`, then `not`. The grammar knows no findings; `ConditionChecker` does.
package struct ConditionParser {
  package private(set) var diagnostics: [Diagnostic] = []
  private let line: PlacedLine
  private var tokens: [ConditionToken] = []
  private var next = 0
  private var depth = 0
  private static let maximalDepth = 32

  /// Days in the units a condition may name; a month is a twelfth of a year.
  static let days: [String: Double] = [
    "hour": 1.0 / 24, "hours": 1.0 / 24, "day": 1, "days": 1, "week": 7, "weeks": 7,
    "month": 30.4375, "months": 30.4375, "year": 365.25, "years": 365.25,
  ]
  /// What may stand after the point of a finding, with its values.
  static let attributes: [String: [String]] = [
    "side": ["left", "right", "both", "one"], "trend": ["better", "worse", "same"],
    "severity": ["mild", "moderate", "severe"],
  ]
  private static let reserved: Set<String> = ["and", "or", "not", "in", "of", "within", "for"]

  package init(_ line: PlacedLine) { self.line = line }

  /// The condition; nil when the line is none, which `diagnostics` then explains.
  package mutating func parse() -> Condition? {
    do {
      tokens = try ConditionToken.all(in: line.value)
      let condition = try disjunction()
      if let rest = peek {
        throw Problem(
          rest, "\"\(rest.text)\" is not expected here",
          "join conditions with and, or; one rule a line")
      }
      return condition
    } catch let problem as Problem {
      diagnostics.append(
        Diagnostic(
          code: "condition-syntax", severity: .error,
          place: SourcePlace(
            file: line.place.file, line: line.place.line, column: line.place.column + problem.offset
          ),
          length: problem.length, message: problem.message, help: problem.help))
    } catch {}
    return nil
  }

  /// What is wrong, and where in the line.
  struct Problem: Error {
    var offset: Int
    var length: Int
    var message: String
    var help: String

    init(_ token: ConditionToken, _ message: String, _ help: String) {
      self.init(offset: token.offset, length: token.text.count, message, help)
    }

    init(offset: Int, length: Int, _ message: String, _ help: String) {
      self.offset = offset
      self.length = length
      self.message = message
      self.help = help
    }
  }

  // MARK: Grammar

  private mutating func disjunction() throws -> Condition {
    var parts = [try conjunction()]
    while take("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction() throws -> Condition {
    var parts = [try negation()]
    while take("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation() throws -> Condition {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximalDepth, let token = peek {
      throw Problem(token, "brackets are nested too deep here", "split the rule into findings")
    }
    return take("not") ? .not(try negation()) : try atom()
  }

  private mutating func atom() throws -> Condition {
    if take("(") {
      let inner = try disjunction()
      try expect(")", "close the bracket with )")
      return inner
    }
    guard let token = peek else {
      throw end("a finding is missing here", "name a finding, as in: dry_cough and fever")
    }
    next += 1
    if let number = token.number { return try counted(number, token) }
    if token.text == "any", peek?.text == "(" {
      next += 1
      let group = try word("the group is missing")
      try expect(")", "write any(group)")
      return .any(group: group.text)
    }
    guard token.isWord, !Self.reserved.contains(token.text) else {
      throw Problem(
        token, "\"\(token.text)\" stands where a finding is expected",
        "name a finding, as in: dry_cough and fever")
    }
    return try predicate(of: token)
  }

  private mutating func counted(_ number: Double, _ token: ConditionToken) throws -> Condition {
    guard number >= 1, number == number.rounded(), number < 1000 else {
      throw Problem(token, "\(token.text) cannot count conditions", "write: 2 of (a, b, c)")
    }
    guard take("of"), take("(") else {
      throw Problem(token, "after this number \"of (…)\" is missing", "write: 2 of (a, b, c)")
    }
    var parts = [try disjunction()]
    while take(",") { parts.append(try disjunction()) }
    try expect(")", "write: 2 of (a, b, c)")
    if Int(number) > parts.count {
      throw Problem(
        token, "\(token.text) of \(parts.count) can never be true", "list more, or ask for fewer")
    }
    return .atLeast(Int(number), of: parts)
  }

  private mutating func predicate(of token: ConditionToken) throws -> Condition {
    let parts = token.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let id = parts[0]
    let attribute = parts.count == 2 ? parts[1] : nil
    guard parts.count <= 2, !id.isEmpty, attribute.map({ Self.attributes[$0] != nil }) ?? true
    else {
      throw Problem(
        token, "after the point of \"\(id)\" only side, trend or severity may stand",
        "write: \(id).side == left")
    }
    guard let sign = peek else { return try bare(id, attribute, token) }
    switch sign.text {
    case "==", "!=", "<", "<=", ">", ">=":
      next += 1
      return try comparison(id, attribute, sign)
    case "in":
      next += 1
      try expect("(", "write: \(token.text) in (a, b)")
      var values = [try value()]
      while take(",") { values.append(try value()) }
      try expect(")", "write: \(token.text) in (a, b)")
      return .oneOf(id, attribute: attribute, values.map(\.text))
    case "within", "for":
      next += 1
      guard attribute == nil else {
        throw Problem(
          token, "\"\(sign.text)\" is asked of a finding, not of its attribute", "write: \(id)")
      }
      let days = try length(after: sign)
      return sign.text == "for" ? .lasting(id, days: days) : .within(id, days: days)
    default: return try bare(id, attribute, token)
    }
  }

  /// A finding by itself; `f.side` by itself means that it is on one side.
  private func bare(_ id: String, _ attribute: String?, _ token: ConditionToken) throws -> Condition
  {
    switch attribute {
    case nil: return .finding(id)
    case "side": return .oneOf(id, attribute: "side", ["left", "right", "one"])
    default:
      throw Problem(token, "\"\(token.text)\" needs a value", "write: \(token.text) == worse")
    }
  }

  private mutating func comparison(_ id: String, _ attribute: String?, _ sign: ConditionToken)
    throws -> Condition
  {
    let value = try value()
    if let number = value.number, attribute == nil,
      let how = Condition.Comparison(rawValue: sign.text)
    {
      guard let unit = peek, unit.isWord, let factor = Self.days[unit.text] else {
        return .compare(id, how, number)
      }
      next += 1
      return .compare(id, how, number * factor)
    }
    switch sign.text {
    case "==": return .oneOf(id, attribute: attribute, [value.text])
    case "!=": return .not(.oneOf(id, attribute: attribute, [value.text]))
    default:
      throw Problem(value, "\(sign.text) wants a number after it", "write: \(id) \(sign.text) 3")
    }
  }

  private mutating func length(after sign: ConditionToken) throws -> Double {
    guard let token = peek, let number = token.number else {
      throw Problem(
        sign, "after \"\(sign.text)\" a number is missing", "write: \(sign.text) 8 weeks")
    }
    next += 1
    guard let unit = peek, let factor = Self.days[unit.text] else {
      throw Problem(
        token, "after this number days, weeks or months is missing", "write: \(sign.text) 8 weeks")
    }
    next += 1
    return number * factor
  }

  // MARK: Tokens

  private var peek: ConditionToken? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard peek?.text == text else { return false }
    next += 1
    return true
  }

  private mutating func expect(_ text: String, _ help: String) throws {
    if take(text) { return }
    guard let token = peek else { throw end("\"\(text)\" is missing here", help) }
    throw Problem(token, "\"\(text)\" is missing before \"\(token.text)\"", help)
  }

  private mutating func word(_ message: String) throws -> ConditionToken {
    guard let token = peek else { throw end(message, "name it here") }
    guard token.isWord else { throw Problem(token, message, "name it here") }
    next += 1
    return token
  }

  private mutating func value() throws -> ConditionToken {
    guard let token = peek else { throw end("a value is missing here", "write it after the sign") }
    guard token.isWord || token.number != nil else {
      throw Problem(token, "a value is missing before \"\(token.text)\"", "write it after the sign")
    }
    next += 1
    return token
  }

  private func end(_ message: String, _ help: String) -> Problem {
    Problem(offset: max(0, line.value.count - 1), length: 1, message, help)
  }
}
