/// A text as JSON writes it, for what is written by hand: the order of keys is ours, and nothing of Foundation is loaded.
package enum JSONString {
  /// The text in double quotes. Control characters, also the second block of them, and direction signs are
  /// escaped, so that a line may be shown on a terminal.
  package static func quoted(_ text: String) -> String {
    var out: [UInt8] = []
    write(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the text in double quotes, as UTF-8.
  package static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      // Nearly all of a text stands as it is: it is copied in one piece from one escape to the next.
      var start = 0
      var at = 0
      while at < bytes.count {
        guard !isPlain(bytes[at]), let scalar = scalar(in: bytes, at) else {
          at += 1
          continue
        }
        if let escape = escape(scalar.value) {
          out.append(contentsOf: bytes[start..<at])
          out.append(contentsOf: escape.utf8)
          start = at + scalar.length
        }
        at += scalar.length
      }
      out.append(contentsOf: bytes[start...])
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Whether nothing that begins with a byte is ever escaped.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2: false
    default: byte >= 0x20
    }
  }

  /// The scalar that begins at a byte, and how many bytes it has; nil in the middle of one.
  private static func scalar(
    in bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (value: UInt32, length: Int)? {
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset] & 0x3F) }
    switch bytes[at] {
    case 0..<0x80: return (UInt32(bytes[at]), 1)
    case 0xC0..<0xE0: return (UInt32(bytes[at] & 0x1F) << 6 | next(1), 2)
    case 0xE0..<0xF0: return (UInt32(bytes[at] & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    default: return nil
    }
  }

  /// How a scalar is written; nil: as it is.
  private static func escape(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      let digits = String(scalar, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: return nil
    }
  }
}
