/// Reads the plain YAML that packs are written in, many times quicker than a reader of all YAML.
///
/// It knows block maps, values of one line, plain or in quotes without escapes, `|` and `>` blocks, and words in
/// brackets. It gives the very tree that Yams gives, or nil: whatever it does not know for certain, every mistake
/// included, is left to Yams, so that the messages are the same.
struct PlainYaml {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte to be read.
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0

  private static let deepest = 16
  private static let longestKey = 100
  private static let widestIndent = 100

  /// The tree of a file, or nil when Yams has to look at it.
  static func read(_ text: String) -> YamlNode? {
    var text = text
    return text.withUTF8 { bytes in
      guard isPrintable(bytes) else { return nil }
      var reader = PlainYaml(bytes: bytes)
      guard reader.peekIndent() == 0, let root = reader.map(indent: 0),
        reader.at == bytes.count
      else { return nil }
      return root
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether only line feeds and characters stand there that YAML takes as they are.
  private static func isPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = 0
    while next < bytes.count {
      let at = next
      next += 1
      let byte = bytes[at]
      // Plain ASCII, as nearly everywhere.
      if byte &- 0x20 < 0x5F { continue }
      if byte < 0x20 ? byte != newline : byte == 0x7F { return false }
      guard byte >= 0xC2, at + 1 < bytes.count else { continue }
      let second = bytes[at + 1]
      // Control characters, other line ends, marks of byte order and of no character.
      if byte == 0xC2 && second < 0xA0 { return false }
      if byte == 0xE2 && second == 0x80, at + 2 < bytes.count, bytes[at + 2] & 0xFE == 0xA8 {
        return false
      }
      if byte == 0xEF && second >= 0xBB { return false }
    }
    return true
  }

  // MARK: Lines

  /// The indentation of the next line that is neither empty nor a comment; nil at the end.
  private mutating func peekIndent() -> Int? {
    while at < bytes.count {
      var first = at
      while first < bytes.count, bytes[first] == Self.space { first += 1 }
      guard first < bytes.count else {
        at = first
        return nil
      }
      if bytes[first] != Self.newline, bytes[first] != UInt8(ascii: "#") {
        lineStart = at
        return first - at
      }
      while first < bytes.count, bytes[first] != Self.newline { first += 1 }
      at = min(first + 1, bytes.count)
      line += 1
    }
    return nil
  }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] == Self.space { at += 1 }
  }

  /// Goes to the next line, when nothing more stands on this one.
  private mutating func endLine() -> Bool {
    skipSpaces()
    guard at < bytes.count else { return true }
    guard bytes[at] == Self.newline else { return false }
    at += 1
    line += 1
    return true
  }

  private var column: Int { at - lineStart + 1 }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  // MARK: Block maps

  private mutating func map(indent: Int) -> YamlNode? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    let first = line
    var pairs: [YamlNode.Pair] = []
    var names: Set<String> = []
    while let here = peekIndent(), here >= indent {
      guard here == indent, let pair = pair(indent: indent) else { return nil }
      // Of few keys a look at each is quicker than a table.
      if pairs.count < 12 {
        if pairs.contains(where: { $0.key.scalar == pair.key.scalar }) { return nil }
      } else {
        if names.isEmpty { names = Set(pairs.compactMap(\.key.scalar)) }
        guard let name = pair.key.scalar, names.insert(name).inserted else { return nil }
      }
      pairs.append(pair)
    }
    return YamlNode(content: .map(pairs, isFlow: false), line: first, column: indent + 1)
  }

  private mutating func pair(indent: Int) -> YamlNode.Pair? {
    at = lineStart + indent
    guard let key = key(), at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return nil }
    at += 1
    guard at < bytes.count, bytes[at] == Self.space || bytes[at] == Self.newline else { return nil }
    if endLine() {
      guard let inner = peekIndent(), inner > indent, inner <= Self.widestIndent,
        let value = map(indent: inner)
      else { return nil }
      return YamlNode.Pair(key: key, value: value)
    }
    return value(indent: indent).map { YamlNode.Pair(key: key, value: $0) }
  }

  /// A name of letters, digits, `_`, `.` and `-`, or one in double quotes.
  private mutating func key() -> YamlNode? {
    if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
      let start = column
      guard let name = quoted(by: bytes[at]), name.utf8.allSatisfy({ $0 < 0x80 }) else {
        return nil
      }
      return YamlNode(content: .scalar(name, .quoted), line: line, column: start)
    }
    let start = at
    guard at < bytes.count, Self.isLetterOrDigit(bytes[at]) else { return nil }
    while at < bytes.count, Self.isName(bytes[at]) { at += 1 }
    guard at - start <= Self.longestKey else { return nil }
    return YamlNode(
      content: .scalar(text(start..<at), .plain), line: line, column: start - lineStart + 1)
  }

  // MARK: Values

  /// A value that starts on its key's line, which it ends.
  private mutating func value(indent: Int) -> YamlNode? {
    let (line, column) = (line, column)
    let content: YamlNode.Content?
    switch bytes[at] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return block(indent: indent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      content = quoted(by: bytes[at]).map { .scalar($0, .quoted) }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      content = brackets()?.content
    default:
      content = plain().map { .scalar($0, .plain) }
    }
    guard let content, endLine() else { return nil }
    return YamlNode(content: content, line: line, column: column)
  }

  private mutating func plain() -> String? {
    let start = at
    guard Self.mayBegin(bytes[at]) else { return nil }
    while at < bytes.count, bytes[at] != Self.newline {
      if bytes[at] == UInt8(ascii: ":") {
        guard at + 1 < bytes.count, bytes[at + 1] != Self.space, bytes[at + 1] != Self.newline
        else { return nil }
      }
      if bytes[at] == UInt8(ascii: "#"), bytes[at - 1] == Self.space { return nil }
      // What may stand in an open bracket is for others to judge.
      if Self.isOpening(bytes[at - 1]), bytes[at] == Self.space { return nil }
      at += 1
    }
    var end = at
    while bytes[end - 1] == Self.space { end -= 1 }
    return text(start..<end)
  }

  /// A text in quotes on one line, without escapes.
  private mutating func quoted(by quote: UInt8) -> String? {
    let start = at + 1
    at = start
    while at < bytes.count, bytes[at] != quote {
      guard bytes[at] != Self.newline, bytes[at] != UInt8(ascii: "\\") else { return nil }
      at += 1
    }
    guard at < bytes.count, at > start else { return nil }
    defer { at += 1 }
    // Two quotes in a row mean one of them.
    if at + 1 < bytes.count, bytes[at + 1] == quote { return nil }
    return text(start..<at)
  }

  /// A block of lines deeper than its key: as they are after `|`, joined by spaces after `>`.
  private mutating func block(indent: Int) -> YamlNode? {
    let isFolded = bytes[at] == UInt8(ascii: ">")
    let (firstLine, firstColumn) = (line, column)
    at += 1
    guard at < bytes.count, bytes[at] == Self.newline, endLine() else { return nil }
    let inner = spaces(from: at)
    guard inner > indent, inner <= Self.widestIndent else { return nil }
    var found: [UInt8] = []
    var empty = 0
    while at < bytes.count {
      let own = min(spaces(from: at), inner)
      let start = at + own
      guard start < bytes.count else { return nil }
      if bytes[start] == Self.newline {
        // An empty line in front would set the indentation.
        guard !found.isEmpty else { return nil }
        empty += 1
        at = start + 1
        line += 1
        continue
      }
      guard own == inner else { break }
      // Deeper lines are not folded, lines of spaces alone have rules of their own.
      if bytes[start] == Self.space, isFolded || isBlank(from: start) { return nil }
      if !found.isEmpty { found.append(isFolded && empty == 0 ? Self.space : Self.newline) }
      for _ in 0..<(isFolded ? max(0, empty - 1) : empty) { found.append(Self.newline) }
      empty = 0
      var end = start
      while end < bytes.count, bytes[end] != Self.newline { end += 1 }
      guard end < bytes.count else { return nil }
      found.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      at = end + 1
      line += 1
    }
    guard !found.isEmpty else { return nil }
    found.append(Self.newline)
    return YamlNode(
      content: .scalar(String(decoding: found, as: UTF8.self), isFolded ? .folded : .literal),
      line: firstLine, column: firstColumn)
  }

  private func spaces(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == Self.space { end += 1 }
    return end - start
  }

  private func isBlank(from start: Int) -> Bool {
    let end = start + spaces(from: start)
    return end == bytes.count || bytes[end] == Self.newline
  }

  // MARK: Brackets

  /// A list or map of words on one line.
  private mutating func brackets() -> YamlNode? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    let start = column
    let isMap = bytes[at] == UInt8(ascii: "{")
    let closing = isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")
    var items: [YamlNode] = []
    var pairs: [YamlNode.Pair] = []
    repeat {
      at += 1
      skipSpaces()
      if isMap {
        guard let key = words(), at + 1 < bytes.count, bytes[at] == UInt8(ascii: ":"),
          bytes[at + 1] == Self.space, !pairs.contains(where: { $0.key.scalar == key.scalar })
        else { return nil }
        at += 1
        skipSpaces()
        guard let value = item() else { return nil }
        pairs.append(YamlNode.Pair(key: key, value: value))
      } else {
        guard let item = item() else { return nil }
        items.append(item)
      }
      skipSpaces()
    } while at < bytes.count && bytes[at] == UInt8(ascii: ",")
    guard at < bytes.count, bytes[at] == closing else { return nil }
    at += 1
    return YamlNode(
      content: isMap ? .map(pairs, isFlow: true) : .list(items, isFlow: true), line: line,
      column: start)
  }

  private mutating func item() -> YamlNode? {
    guard at < bytes.count else { return nil }
    return Self.isOpening(bytes[at]) ? brackets() : words()
  }

  /// Words of letters, digits and a few harmless signs.
  private mutating func words() -> YamlNode? {
    let start = at
    guard at < bytes.count, Self.isLetterOrDigit(bytes[at]) else { return nil }
    while at < bytes.count, Self.isName(bytes[at]) || Self.isHarmless(bytes[at]) { at += 1 }
    var end = at
    while bytes[end - 1] == Self.space { end -= 1 }
    at = end
    return YamlNode(
      content: .scalar(text(start..<end), .plain), line: line, column: start - lineStart + 1)
  }

  // MARK: Characters

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    byte == space || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  /// Signs that a plain text may begin with, whatever follows.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
  }
}
