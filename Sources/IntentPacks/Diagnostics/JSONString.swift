/// A text as JSON writes it, for what is written by hand: the order of keys is ours, and nothing of Foundation is loaded.
package enum JSONString {
  /// The text in double quotes. Control characters, also the second block of them, and direction signs are
  /// escaped, so that a line may be shown on a terminal.
  package static func quoted(_ text: String) -> String {
    var out = ""
    write(text, to: &out)
    return out
  }

  /// Appends the text in double quotes.
  package static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: out += "\\\""
      case 0x5C: out += "\\\\"
      case 0x0A: out += "\\n"
      case 0x0D: out += "\\r"
      case 0x09: out += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
