/// A word, number or sign of a condition.
struct ConditionToken {
  var text: String
  /// Characters before it in the line.
  var offset: Int
  var number: Double?

  var isWord: Bool {
    number == nil && (text.utf8.first.map { Self.isWordByte($0) } ?? false)
  }

  /// Cuts a line into tokens; a `#` after a space ends it.
  static func all(in line: String) throws -> [ConditionToken] {
    var tokens: [ConditionToken] = []
    let bytes = Array(line.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let start = index
      switch byte {
      case 0x20, 0x09:
        index += 1
        continue
      case UInt8(ascii: "#") where start == 0 || bytes[start - 1] == 0x20: return tokens
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","): index += 1
      case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "=") { index += 1 }
      case _ where isWordByte(byte) || byte == UInt8(ascii: "-"):
        index += 1
        while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
      default: index = bytes.count + 1
      }
      guard index <= bytes.count else { throw strange(bytes, start) }
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      if text == "=" || text == "!" {
        throw ConditionParser.Problem(
          offset: start, length: 1, "\"\(text)\" is no comparison",
          "write == for equal and != for different")
      }
      tokens.append(ConditionToken(text: text, offset: start, number: ShapeReader.number(text)))
    }
    return tokens
  }

  private static func strange(_ bytes: [UInt8], _ start: Int) -> ConditionParser.Problem {
    let before = String(decoding: bytes[..<start], as: UTF8.self).count
    let sign = String(decoding: bytes[start...], as: UTF8.self).first.map(String.init) ?? ""
    return ConditionParser.Problem(
      offset: before, length: 1, "\"\(sign)\" has no meaning in a condition",
      "conditions are ids, numbers, brackets, comparisons, and, or, not")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
