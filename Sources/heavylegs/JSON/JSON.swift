/// A JSON value that is written the same way every time: keys in the order given.
indirect enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Rounded to so many decimals.
  case decimal(Double, places: Int)
  case string(String)
  case array([JSON])
  case object([Pair])

  struct Pair: Sendable, Hashable {
    var key: String
    var value: JSON
  }

  /// An object of the pairs whose value is there.
  static func object(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    .object(pairs.compactMap { pair in pair.value.map { Pair(key: pair.key, value: $0) } })
  }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  /// The value of a key of an object.
  subscript(key: String) -> JSON? {
    guard case .object(let pairs) = self else { return nil }
    return pairs.last { $0.key == key }?.value
  }

  /// The value on one line.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .decimal(let value, let places): text += Self.decimal(value, places)
    case .string(let value): Self.quote(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let pairs):
      text += "{"
      for (index, pair) in pairs.enumerated() {
        if index > 0 { text += ", " }
        Self.quote(pair.key, to: &text)
        text += ": "
        pair.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    guard value.isFinite else { return "0" }
    var factor = 1.0
    for _ in 0..<places { factor *= 10 }
    let rounded = (value * factor).rounded() / factor
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? String(Int(rounded)) : String(rounded)
  }

  /// Control characters, also the second block of them, and direction signs are escaped, so that a line may
  /// be shown on a terminal.
  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      case 0x09: text += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
