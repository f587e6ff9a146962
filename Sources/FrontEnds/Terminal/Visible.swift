/// Makes text safe to print: nothing that a user, a pack, a file name or the environment holds may
/// steer the terminal.
enum Visible {
  /// The text with control characters shown as pictures (`␛`) or, in plain ASCII, as `^[`.
  ///
  /// Line feeds stay where asked for; signs that turn the direction of writing are dropped.
  static func text(_ text: String, lines: Bool = false, ascii: Bool = false) -> String {
    let isHarmless = text.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0x7F) || (lines && $0 == 0x0A) }
    if isHarmless { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where lines: safe.unicodeScalars.append(scalar)
      case 0x09, 0x0A, 0x0D: safe += " "
      case 0..<0x20, 0x7F: safe += picture(scalar.value, ascii)
      case 0x80..<0xA0: safe += ascii ? "?" : "\u{FFFD}"
      case 0x2028, 0x2029: safe += " "
      case let value where steersDirection(value): break
      case 0x80...: ascii ? (safe += plain(scalar)) : safe.unicodeScalars.append(scalar)
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A line as typed, without what no one types on purpose: control characters and direction signs.
  static func typed(_ text: String) -> String {
    let clean = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value < 0x7F || $0.value > 0x9F && !steersDirection($0.value)
    }
    if clean { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: kept.append(" ")
      case 0..<0x20, 0x7F..<0xA0: continue
      case let value where steersDirection(value): continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  private static func steersDirection(_ value: UInt32) -> Bool {
    switch value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func picture(_ value: UInt32, _ ascii: Bool) -> String {
    if ascii { return "^" + String(UnicodeScalar(UInt8(truncatingIfNeeded: value ^ 0x40))) }
    let picture = value == 0x7F ? 0x2421 : 0x2400 + value
    return UnicodeScalar(picture).map { String($0) } ?? "?"
  }

  /// The nearest ASCII for signs that people read past; `?` for all others.
  private static func plain(_ scalar: UnicodeScalar) -> String {
    switch scalar.value {
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2018, 0x2019, 0x201A, 0x2032: "'"
    case 0x201C, 0x201D, 0x201E, 0x2033: "\""
    case 0x2026: "..."
    case 0x2022, 0x00B7: "*"
    case 0x00A0, 0x2000...0x200A, 0x202F: " "
    case 0x200B...0x200D, 0x2060, 0xFEFF, 0x00AD, 0xFE00...0xFE0F, 0x0300...0x036F: ""
    case 0x00D7: "x"
    case 0x00B0: " deg"
    case 0x2192: "->"
    case 0x2264: "<="
    case 0x2265: ">="
    default: letter(scalar)
    }
  }

  /// A Latin letter without its accent.
  private static func letter(_ scalar: UnicodeScalar) -> String {
    guard (0xC0...0x17F).contains(scalar.value) else { return "?" }
    let name = scalar.properties.name ?? ""
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1
    else { return scalar.value == 0xDF ? "ss" : "?" }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
