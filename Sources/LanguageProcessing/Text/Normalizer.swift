/// Folds what people type to the plain letters that patterns are written in.
///
/// Compatibility forms, full-width letters, ligatures, curly quotes, dashes and odd spaces become
/// their plain twins; accents, zero-width and direction marks, and control characters go. Offsets
/// of the text as typed are kept.
enum Normalizer {
  /// Lines longer than this are read at head and tail only.
  static let longestLine = 16_384
  private static let keptTail = 4_096

  static func fold(_ text: String) -> FoldedText {
    var text = text
    return text.withUTF8 { fold($0) }
  }

  static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> FoldedText {
    guard bytes.count <= longestLine else { return foldEnds(bytes) }
    var folded = FoldedText()
    // Nearly every line is plain from end to end.
    folded.bytes = plain.withUnsafeBufferPointer { plain in
      [UInt8](unsafeUninitializedCapacity: bytes.count) { into, filled in
        while filled < bytes.count {
          let byte = plain[Int(bytes[filled])]
          guard byte != 0 else { break }
          into.initializeElement(at: filled, to: byte)
          filled += 1
        }
      }
    }
    let i = folded.bytes.count
    guard i < bytes.count else { return folded }
    folded.origins = (0..<Int32(i)).map { $0 }
    append(bytes, i..<bytes.count, to: &folded)
    folded.origins.append(Int32(bytes.count))
    return folded
  }

  private static func foldEnds(_ bytes: UnsafeBufferPointer<UInt8>) -> FoldedText {
    var folded = FoldedText()
    folded.isCut = true
    var headEnd = longestLine - keptTail
    var tailStart = bytes.count - keptTail
    // A cut never splits a character.
    while headEnd > 0, bytes[headEnd] & 0xC0 == 0x80 { headEnd -= 1 }
    while tailStart < bytes.count, bytes[tailStart] & 0xC0 == 0x80 { tailStart += 1 }
    append(bytes, 0..<headEnd, to: &folded)
    folded.bytes.append(newline)
    folded.origins.append(Int32(headEnd))
    append(bytes, tailStart..<bytes.count, to: &folded)
    folded.origins.append(Int32(clamping: bytes.count))
    return folded
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to folded: inout FoldedText
  ) {
    var i = range.lowerBound
    var followsJoiner = false
    while i < range.upperBound {
      let start = i
      let first = bytes[i]
      if first < 0x80 {
        i += 1
        followsJoiner = false
        let byte = plain[Int(first)]
        if byte != 0 {
          folded.bytes.append(byte)
          folded.origins.append(Int32(clamping: start))
        }
        continue
      }
      let scalar = UTF8Reading.scalar(in: bytes, at: &i)
      if scalar.value == 0x200D {
        followsJoiner = true
        continue
      }
      // The second picture of a joined emoji says nothing that the first does not.
      if followsJoiner, UTF8Reading.isEmoji(scalar) {
        followsJoiner = false
        continue
      }
      followsJoiner = false
      let countBefore = folded.bytes.count
      ScalarFolding.append(scalar, to: &folded.bytes)
      for _ in countBefore..<folded.bytes.count { folded.origins.append(Int32(clamping: start)) }
    }
  }

  static let newline = UInt8(ascii: "\n")

  /// ASCII folded by table: lower case, tab to space, controls to 0.
  private static let plain: [UInt8] = (0...255).map { value in
    let byte = UInt8(value)
    switch byte {
    case 0x0A, 0x0D: return newline
    case 0x09: return 0x20
    case 0x60: return UInt8(ascii: "'")
    case 0x41...0x5A: return byte + 0x20
    case 0x20...0x7E: return byte
    default: return 0
    }
  }
}
