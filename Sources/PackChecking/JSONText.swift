import IntentPacks

/// JSON whose members keep their order.
indirect enum JSONText: Sendable {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case number(Int)
  case bool(Bool)
  case null

  func rendered(indent: String) -> String {
    let deeper = indent + "  "
    switch self {
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map {
        "\(deeper)\(JSONString.quoted($0)): \($1.rendered(indent: deeper))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let values):
      let isFlat = values.allSatisfy { if case .object = $0 { false } else { true } }
      if isFlat {
        return "[" + values.map { $0.rendered(indent: "") }.joined(separator: ", ") + "]"
      }
      let lines = values.map { deeper + $0.rendered(indent: deeper) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .string(let text): return JSONString.quoted(text)
    case .number(let number): return String(number)
    case .bool(let flag): return flag ? "true" : "false"
    case .null: return "null"
    }
  }
}
