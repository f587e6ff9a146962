import LanguageProcessing

/// Blocks of lines, and what YAML silently makes of text outside them.
extension ShapeReader {
  /// The lines of a block, each with its place, without comments and empty lines.
  mutating func lines(_ node: YamlNode, of key: String) -> [PlacedLine]? {
    switch node.content {
    case .scalar(let text, .literal):
      return split(text, from: node.line + 1)
    case .scalar(let text, let style):
      if text.isEmpty {
        say("empty", node, "nothing stands after \"\(key)\"", help: "write it or delete the key")
        return nil
      }
      say(
        "not-a-block", node, "\"\(key)\" wants a block, so that nothing in its lines is changed",
        style == .plain ? .warning : .error,
        help: "write \"\(key): |\" and one a line below it, two spaces deeper")
      if style == .plain { checkPlain(text, node, mayBeNumber: false, isLine: true) }
      return style == .plain ? [PlacedLine(text, at: place(node))] : nil
    case .list(let items, _):
      say(
        "not-a-block", node, "\"\(key)\" wants a block, not a list", .warning,
        help: "write \"\(key): |\" and one a line below it, without dashes")
      return items.compactMap { item(of: key, $0) }
    case .map:
      say(
        "wrong-type", node, "\"\(key)\" wants a block of lines, and here stands a map",
        help: "write \"\(key): |\", a \": \" in a line is then only text")
      return nil
    }
  }

  private mutating func item(of key: String, _ node: YamlNode) -> PlacedLine? {
    guard case .scalar(let text, let style) = node.content else {
      say(
        "changed-by-yaml", node, "YAML reads this line as a \(name(of: node))",
        help: "write \"\(key): |\" and one a line, as typed")
      return nil
    }
    if style == .quoted {
      say(
        "changed-by-yaml", node, "YAML takes these quotes away, and quotes mean something here",
        help: "write \"\(key): |\" and one a line, as typed", length: text.count + 2)
    } else if style == .plain {
      checkPlain(text, node, mayBeNumber: true, isLine: true)
    }
    return PlacedLine(text, at: place(node))
  }

  /// Cuts the text of a `|` block into lines; the first stands in line `number` of the file.
  func split(_ text: String, from number: Int) -> [PlacedLine] {
    var lines: [PlacedLine] = []
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var number = number
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        var from = start
        var to = end
        while from < to, bytes[from] == 0x20 || bytes[from] == 0x09 { from += 1 }
        while from < to, Self.endsLine(bytes[to - 1]) { to -= 1 }
        if from < to, bytes[from] != UInt8(ascii: "#") {
          let line = String(decoding: bytes[from..<to], as: UTF8.self)
          lines.append(
            PlacedLine(line, at: file.place(number, file.indentation(of: number) + 1)))
        }
        number += 1
        start = end + 1
      }
    }
    return lines
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// Says what YAML readers make of a plain text besides the text.
  mutating func checkPlain(
    _ text: String, _ node: YamlNode, mayBeNumber: Bool, isLine: Bool = false
  ) {
    if text.utf8.count <= 5, Self.wordsYamlChanges.contains(text) {
      say(
        "changed-by-yaml", node,
        "YAML reads a bare \(text) as true, false or nothing, not as a word",
        help: "put it into quotes: \"\(text)\"", length: text.count)
    } else if !mayBeNumber, Self.looksLikeNumber(text) {
      say(
        "changed-by-yaml", node, "YAML reads a bare \(text) as a number",
        help: "put it into quotes: \"\(text)\"", length: text.count)
    }
    // A `#` after a space cuts the text; a comment has a space after its sign, but in a line as typed none is meant.
    guard let next = signAfterCut(text, node), isLine || (next != 0x20 && next != UInt8(ascii: "#"))
    else { return }
    say(
      "changed-by-yaml", node, "YAML cuts this text at the #",
      help: "write it as a block: \"|\" after the key, the text indented below it")
  }

  /// What follows the `#` that ends a plain text in its last line; nil where none does.
  private func signAfterCut(_ text: String, _ node: YamlNode) -> UInt8? {
    var number = node.line
    var rest = file.line(number).dropFirst(max(0, node.column - 1))
    // A plain text may run over several lines, which YAML joins.
    let isOneLine = Self.begins(rest, with: text[...].utf8)
    if isOneLine { rest = rest.dropFirst(text.utf8.count) }
    for word in isOneLine ? [] : text.split(whereSeparator: \.isWhitespace) {
      rest = rest.drop { $0 == 0x20 }
      while rest.isEmpty, number < file.lineCount {
        number += 1
        rest = file.line(number).drop { $0 == 0x20 }
      }
      guard Self.begins(rest, with: word.utf8) else { return nil }
      rest = rest.dropFirst(word.utf8.count)
    }
    rest = rest.drop { $0 == 0x20 }
    return rest.first == UInt8(ascii: "#") ? rest.dropFirst().first ?? 0x20 : nil
  }

  /// Whether a line begins with the bytes of a word; in one sweep, because each plain text of a pack is looked at.
  private static func begins(_ line: Substring.UTF8View, with word: Substring.UTF8View) -> Bool {
    let same = line.withContiguousStorageIfAvailable { line in
      word.withContiguousStorageIfAvailable { word in
        line.count >= word.count && word.indices.allSatisfy { line[$0] == word[$0] }
      }
    }
    return (same ?? nil) ?? line.starts(with: word)
  }

  /// `a = b` lines, or a map from b to a block of a: pairs of (a, b), b as a text.
  mutating func pairs(_ node: YamlNode, _ target: PairTarget, of key: String) -> KeyValue? {
    var entries: [(key: Placed<String>, value: KeyValue)] = []
    if case .map(let pairs, _) = node.content {
      for pair in pairs {
        guard let name = pair.key.scalar, let lines = lines(pair.value, of: name) else { continue }
        let right = Placed(name, at: place(pair.key))
        guard fits(right, target, of: key) else { continue }
        entries += lines.map { ($0, .text(right)) }
      }
      return .map(entries)
    }
    guard let lines = lines(node, of: key) else { return nil }
    for line in lines {
      let parts = line.value.split(separator: " = ", maxSplits: 1)
      guard parts.count == 2 else {
        say(
          "wrong-type", line.place, "this line of \"\(key)\" wants \" = \" between two parts",
          help: "write it like: wks = week", length: line.value.count)
        continue
      }
      let right = Placed(String(parts[1].drop { $0 == " " }), at: line.place)
      guard fits(right, target, of: key) else { continue }
      var left = parts[0]
      while left.last == " " { left.removeLast() }
      entries.append((Placed(String(left), at: line.place), .text(right)))
    }
    return .map(entries)
  }

  private mutating func fits(_ right: Placed<String>, _ target: PairTarget, of key: String) -> Bool
  {
    let (isFit, wanted) =
      switch target {
      case .text: (true, "")
      case .number: (Self.number(right.value) != nil, "a number, as in: one = 1")
      case .side: (Side(rawValue: right.value) != nil, "left, right, both or one")
      case .slip: (right.value.contains(" beside "), "two parts, as in: week = weak beside feel")
      }
    if !isFit {
      say(
        "wrong-type", right.place, "after the = of \"\(key)\" stands \"\(right.value)\"",
        help: "it wants \(wanted)")
    }
    return isFit
  }

  /// Conditions, one a line of a block, or one as a plain value. A `#` after a space starts a comment.
  mutating func conditions(_ node: YamlNode, of key: String) -> [ConditionLine]? {
    let lines: [PlacedLine]
    switch node.content {
    case .scalar(let text, .literal): lines = split(text, from: node.line + 1)
    case .scalar(let text, _):
      guard !text.isEmpty else {
        say("empty", node, "nothing stands after \"\(key)\"", help: "write it or delete the key")
        return nil
      }
      lines = [PlacedLine(text, at: place(node))]
    case .list, .map:
      say(
        "wrong-type", node, "\"\(key)\" wants a condition, and here stands a \(name(of: node))",
        help: "write \"\(key): |\" and one condition a line below it")
      return nil
    }
    return lines.compactMap { line in
      var parser = ConditionParser(line)
      let condition = parser.parse()
      diagnostics += parser.diagnostics
      return condition.map { ConditionLine($0, at: line.place) }
    }
  }

  private static let wordsYamlChanges: Set<String> = [
    "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "true", "True",
    "TRUE", "false", "False", "FALSE", "null", "Null", "NULL", "~",
  ]

  /// Whether some YAML reader takes the text for a number, a date or a time.
  private static func looksLikeNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first,
      (0x30...0x39).contains(first) || first == 0x2D || first == 0x2B || first == 0x2E
    else { return false }
    if text == ".inf" || text == ".nan" || text == "-.inf" { return true }
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
    return digits > 0
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E
          || byte == 0x5F || byte == 0x3A || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
          || byte == UInt8(ascii: "x") || byte == UInt8(ascii: "o")
      }
  }
}
