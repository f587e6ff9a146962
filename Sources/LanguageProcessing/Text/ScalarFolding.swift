/// Folds one character beyond ASCII.
enum ScalarFolding {
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    switch value {
    // Soft hyphen, zero-width, direction and other unseen marks; combining accents; variation
    // selectors; skin tones; tags; C1 controls.
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F, 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0x1F3FB...0x1F3FF, 0x80...0x84,
      0x86...0x9F:
      return
    case 0x85, 0x2028, 0x2029: bytes.append(Normalizer.newline)
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xB0, 0xBA: bytes.append(0x20)
    case 0x2018...0x201B, 0x2BC, 0x2B9, 0x2032, 0xB4: bytes.append(UInt8(ascii: "'"))
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2033: bytes.append(UInt8(ascii: "\""))
    case 0x2010...0x2013, 0x2212, 0xFE58, 0xFE63: bytes.append(UInt8(ascii: "-"))
    case 0x2014, 0x2015: bytes.append(contentsOf: " - ".utf8)
    case 0x2026: bytes.append(contentsOf: "...".utf8)
    case 0xD7: bytes.append(UInt8(ascii: "x"))
    case 0xBC: bytes.append(contentsOf: " 1/4".utf8)
    case 0xBD: bytes.append(contentsOf: " 1/2".utf8)
    case 0xBE: bytes.append(contentsOf: " 3/4".utf8)
    case 0x2153: bytes.append(contentsOf: " 1/3".utf8)
    case 0xB2, 0xB3: bytes.append(UInt8(truncatingIfNeeded: value - 0xB0) + 0x30)
    case 0xB9: bytes.append(UInt8(ascii: "1"))
    case 0x2103: bytes.append(contentsOf: " c".utf8)
    case 0x2109: bytes.append(contentsOf: " f".utf8)
    case 0xC0...0xFF: appendLetters(latin1[Int(value - 0xC0)], to: &bytes)
    case 0x100...0x17F: appendLetters(latinExtended[Int(value - 0x100)], to: &bytes)
    case 0xFB00...0xFB06: bytes.append(contentsOf: ligatures[Int(value - 0xFB00)].utf8)
    case 0xFF01...0xFF5E: appendASCII(value - 0xFEE0, to: &bytes)
    case 0x24B6...0x24E9: appendASCII((value - 0x24B6) % 26 + 0x61, to: &bytes)
    case 0x1D400...0x1D6A3: appendASCII((value - 0x1D400) % 26 + 0x61, to: &bytes)
    case 0x1D7CE...0x1D7FF: appendASCII((value - 0x1D7CE) % 10 + 0x30, to: &bytes)
    default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  private static func appendASCII(_ value: UInt32, to bytes: inout [UInt8]) {
    let byte = UInt8(truncatingIfNeeded: value)
    bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
  }

  private static func appendLetters(_ letter: Character, to bytes: inout [UInt8]) {
    switch letter {
    case "æ": bytes.append(contentsOf: "ae".utf8)
    case "œ": bytes.append(contentsOf: "oe".utf8)
    case "ß": bytes.append(contentsOf: "ss".utf8)
    case "þ": bytes.append(contentsOf: "th".utf8)
    default: bytes.append(contentsOf: letter.utf8)
    }
  }

  private static let latin1 = Array(
    "aaaaaaæceeeeiiiidnooooo*ouuuuyþßaaaaaaæceeeeiiiidnooooo/ouuuuyþy")
  private static let latinExtended = Array(
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooo"
      + "œœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
