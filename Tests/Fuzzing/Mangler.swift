import ConversationTesting

/// Changes bytes the way a fuzzer does, the same for the same seed.
package struct Mangler {
  private var random: SeededRandom

  package init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Pieces that have a meaning somewhere: in a line, a pattern, a pack, a script, a terminal.
  private static let pieces: [String] = [
    "\u{0}", "\n", "\r\n", "\t", "\u{1B}[31m", "\u{9B}2J", "\u{200B}", "\u{202E}", "\u{FEFF}",
    "\u{AD}", "é", "e\u{301}", "👩‍👩‍👧", "ｐａｉｎ", "раin", "ﬁ", "½", "9223372036854775808", "-1",
    "1e400", "0.1.2", "99999999999999999999 years", "not", "no", "\"", "(", ")", "[", "]", "|", "@",
    "...", "{number}", "{side}", "{", "}", ":", "- ", "#", "&a", "*a", "!!x", "<<: ", ">", "%s",
    "\\", "\\n", "=", "-", "and", "or", "within 8 weeks", "2 of (", "user: ", "bot: *", "expect: ",
    "expect: level urgent", "examples:\n|a|\n|b|\n", "answers:\n  *: no\n", "yes", "none", "1, 2",
    "go back", "start over", "bye", "chest pain", "left", "both", "three weeks ago",
  ]

  /// The bytes with a few changes.
  package mutating func mangled(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...below(6) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = below(bytes.count + 1)
    switch below(7) {
    case 0 where at < bytes.count: bytes[at] = UInt8(truncatingIfNeeded: random.next())
    case 1 where at < bytes.count:
      bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(12)))
    case 2 where at < bytes.count:
      let part = bytes[at..<min(bytes.count, at + 1 + below(40))]
      bytes.insert(contentsOf: part, at: below(bytes.count + 1))
    case 3 where at < bytes.count: bytes.removeSubrange(at...)
    case 4: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: at)
    default: bytes.insert(contentsOf: Array(Self.pieces[below(Self.pieces.count)].utf8), at: at)
    }
  }

  /// A number from 0 up to, not including, a bound.
  package mutating func choice(of bound: Int) -> Int { below(bound) }

  private mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int(truncatingIfNeeded: random.next() >> 33) % bound
  }
}
