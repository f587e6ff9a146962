/// Reads one JSON value from a line. Nesting is bounded, so that no input can exhaust the stack.
struct JSONReader {
  struct Failure: Error {
    var message: String
  }

  private let bytes: [UInt8]
  private var at = 0
  private static let deepest = 32

  /// The value a line holds, with nothing behind it.
  static func read(_ text: String) throws(Failure) -> JSON {
    var reader = JSONReader(text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == reader.bytes.count else {
      throw Failure(message: "not valid JSON: something stands behind the value")
    }
    return value
  }

  private init(_ text: String) { bytes = Array(text.utf8) }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func failure(_ expected: String) -> Failure {
    Failure(message: "not valid JSON: expected \(expected) at byte \(at + 1)")
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(Failure) -> JSON {
    guard depth < Self.deepest else { throw Failure(message: "JSON nested too deeply") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Failure) -> JSON {
    guard bytes[at...].starts(with: word.utf8) else { throw failure("a value") }
    at += word.utf8.count
    return value
  }

  private mutating func object(_ depth: Int) throws(Failure) -> JSON {
    at += 1
    var pairs: [JSON.Pair] = []
    skipSpace()
    if take("}") { return .object(pairs) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("a key") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw failure("a colon") }
      pairs.append(JSON.Pair(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return .object(pairs) }
      guard take(",") else { throw failure("a comma or a brace") }
    }
  }

  private mutating func array(_ depth: Int) throws(Failure) -> JSON {
    at += 1
    var values: [JSON] = []
    skipSpace()
    if take("]") { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw failure("a comma or a bracket") }
    }
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = at
    while let byte = next,
      (byte >= 0x30 && byte <= 0x39) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    {
      at += 1
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard text.first != "+", let number = Double(text) else {
      at = start
      throw failure("a value")
    }
    return Int(text).map { .integer($0) } ?? .decimal(number, places: 6)
  }

  // MARK: Strings

  private mutating func string() throws(Failure) -> String {
    at += 1
    var text: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw failure("no bare control character in a string")
      default: text.append(byte)
      }
    }
    throw failure("the end of a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    guard let byte = next else { throw failure("an escape") }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800..<0xDC00).contains(code), bytes[at...].starts(with: "\\u".utf8) {
        let after = at
        at += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low) {
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = after
        }
      }
      text += Array(String(UnicodeScalar(code) ?? "\u{FFFD}").utf8)
    default: throw failure("an escape")
    }
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard at + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits") }
    at += 4
    return code
  }
}
