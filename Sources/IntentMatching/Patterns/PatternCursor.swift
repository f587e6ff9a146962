/// A place in a pattern line: a value, so that trying something is copying it and putting it back.
struct PatternCursor {
  private let bytes: ContiguousArray<UInt8>
  private(set) var offset = 0

  init(_ text: String) { bytes = Self.straightened(text) }

  var isAtEnd: Bool { offset >= bytes.count }
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The byte after the next one.
  var second: UInt8? { offset + 1 < bytes.count ? bytes[offset + 1] : nil }

  mutating func advance() { offset += 1 }

  mutating func skipSpaces() {
    while let byte = peek, Self.isSpace(byte) { offset += 1 }
  }

  /// Reads as long as the bytes please.
  mutating func read(while isWanted: (UInt8) -> Bool) -> String {
    let start = offset
    while let byte = peek, isWanted(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Bytes that end a word: quotes and brackets of the syntax.
  static func isSyntax(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  static func isWord(_ byte: UInt8) -> Bool { !isSpace(byte) && !isSyntax(byte) }

  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Typographic double quotes become straight ones: editors put them in unasked.
  private static func straightened(_ text: String) -> ContiguousArray<UInt8> {
    var bytes = ContiguousArray(text.utf8)
    guard bytes.contains(0xE2) else { return bytes }
    var at = 0
    while at + 2 < bytes.count {
      if bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x9C || bytes[at + 2] == 0x9D {
        bytes.replaceSubrange(at..<at + 3, with: CollectionOfOne(UInt8(ascii: "\"")))
      }
      at += 1
    }
    return bytes
  }
}
