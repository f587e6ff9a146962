/// Tells names by their capital letter: no slip of a word of the pack ("a run with Elena").
enum ProperName {
  /// How far back the word before is looked for, in bytes.
  private static let reach = 40

  /// Whether an unknown word is written like a name: a capital, then small letters, behind a word that begins small.
  ///
  /// At the start of a sentence, and in lines where every word has a capital, a capital tells nothing.
  ///
  /// - Parameter start: where the word begins, a byte offset of UTF-8.
  static func stands(in text: String, at start: Int) -> Bool {
    let utf8 = text.utf8
    guard start > 1,
      let first = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex),
      first < utf8.endIndex, isCapital(utf8[first])
    else { return false }
    let second = utf8.index(after: first)
    guard second < utf8.endIndex, isSmall(utf8[second]) else { return false }
    var initial: UInt8?
    for byte in utf8[..<first].suffix(reach).reversed() {
      if isSmall(byte) || isCapital(byte) || byte == UInt8(ascii: "'") {
        initial = byte
      } else if initial != nil {
        break
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: ",") {
        return false
      }
    }
    return initial.map(isSmall) ?? false
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}
