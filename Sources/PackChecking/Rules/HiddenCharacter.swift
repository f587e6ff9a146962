import IntentPacks

/// A line holds a control or direction character that nobody sees.
enum HiddenCharacter {
  static let rule = Rule(
    "hidden-character", .error,
    "A line holds a control or direction character that nobody sees.",
    bad: """
      wordings:
        odd: Hello\u{202E}there.
      """,
    good: """
      wordings:
        odd: Hello there.
      """
  ) { subject in
    var lines = subject.texts.map(\.text)
    lines += subject.patterns.map(\.line)
    for finding in subject.pack.findings { lines += finding.examples + finding.not }
    for intent in subject.pack.intents { lines += intent.examples + intent.not }
    for flag in subject.pack.redFlags { lines += flag.examples + flag.not }
    return lines.compactMap { line in
      // Nearly every line is plain ASCII.
      guard line.value.utf8.contains(where: { ($0 < 0x20 && $0 != 0x0A) || $0 >= 0x7F }),
        let bad = line.value.unicodeScalars.first(where: isHidden)
      else { return nil }
      let code = String(bad.value, radix: 16, uppercase: true)
      return Rule.Note(
        line.place, "the hidden character U+\(code) stands here",
        help: "delete it and type it again")
    }
  }

  private static func isHidden(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
