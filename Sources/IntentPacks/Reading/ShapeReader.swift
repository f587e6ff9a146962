/// Reads a node by its shape, keeping places, and says what does not fit.
struct ShapeReader {
  let file: SourceFile
  var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) { self.file = file }

  /// The value of a node under a key; nil when nothing usable was written, which has then been said.
  mutating func value(_ node: YamlNode, _ shape: KeyShape, of key: String) -> KeyValue? {
    switch shape {
    case .text: text(node, of: key).map(KeyValue.text)
    case .raw: text(node, of: key, mayBeNumber: true).map(KeyValue.text)
    case .id: id(node, of: key).map(KeyValue.text)
    case .lines: lines(node, of: key).map(KeyValue.lines)
    case .conditions, .condition: conditions(node, of: key).map(KeyValue.conditions)
    case .flag: flag(node, of: key)
    case .number: number(node, of: key)
    case .keyword(let words): keyword(node, words, of: key)
    case .list(let element): list(node, element, of: key)
    case .map(let element): map(node, of: key) { _ in element }
    case .record(let keys, let others): record(node, keys, others, of: key)
    case .plainOr(let plain, let map):
      if case .map = node.content { value(node, map, of: key) } else { value(node, plain, of: key) }
    case .pairs(let target): pairs(node, target, of: key)
    case .blob: node.scalar.map { .text(Placed($0, at: place(node))) }
    }
  }

  // MARK: Single values

  private mutating func text(_ node: YamlNode, of key: String, mayBeNumber: Bool = false)
    -> Placed<String>?
  {
    guard case .scalar(let text, let style) = node.content else {
      say(
        "wrong-type", node, "\"\(key)\" wants text, and here stands a \(name(of: node))",
        help: startsLikeBracket(node)
          ? "a sentence that starts with a bracket goes into a block (|)" : nil)
      return nil
    }
    if style == .plain {
      guard !text.isEmpty else {
        say("empty", node, "nothing stands after \"\(key)\"", help: "write it or delete the key")
        return nil
      }
      checkPlain(text, node, mayBeNumber: mayBeNumber)
    }
    return Placed(style == .literal || style == .folded ? trimmed(text) : text, at: place(node))
  }

  /// An id as a value, or as the name of an entry: names such as `yes` are plain to see in a map.
  private mutating func id(_ node: YamlNode, of key: String, isName: Bool = false)
    -> Placed<String>?
  {
    if isName, let name = node.scalar, Self.isID(name) { return Placed(name, at: place(node)) }
    guard let text = text(node, of: key) else { return nil }
    guard Self.isID(text.value) else {
      say(
        "bad-id", node, "\"\(text.value)\" is no id",
        help: text.value.contains(" ")
          ? "an id is one word such as dry_cough; ids in [ ] are parted by commas"
          : "an id has letters, digits and _", length: text.value.count)
      return nil
    }
    return text
  }

  private mutating func flag(_ node: YamlNode, of key: String) -> KeyValue? {
    switch node.scalar {
    case "true": return .flag(true)
    case "false": return .flag(false)
    default:
      say(
        "wrong-type", node, "\"\(key)\" is true or false", help: "write true or false",
        length: node.scalar?.count ?? 1)
      return nil
    }
  }

  private mutating func number(_ node: YamlNode, of key: String) -> KeyValue? {
    if let text = node.scalar, let number = Self.number(text) { return .number(number) }
    say(
      "wrong-type", node, "\"\(key)\" wants a number such as 3 or 0.5",
      length: node.scalar?.count ?? 1)
    return nil
  }

  private mutating func keyword(_ node: YamlNode, _ words: [String], of key: String) -> KeyValue? {
    guard let text = node.scalar else {
      say("wrong-type", node, "\"\(key)\" wants one of: \(words.joined(separator: ", "))")
      return nil
    }
    guard words.contains(text) else {
      let nearest = NearestName.of(text, among: words)
      say(
        "unknown-word", node, "\"\(text)\" is not known here",
        help: nearest.map { "did you mean \"\($0)\"?" }
          ?? "it is one of: \(words.joined(separator: ", "))", length: text.count)
      return nil
    }
    return .text(Placed(text, at: place(node)))
  }

  // MARK: Lists and maps

  private mutating func list(_ node: YamlNode, _ element: KeyShape, of key: String) -> KeyValue? {
    switch node.content {
    case .list(let items, _): .list(items.compactMap { value($0, element, of: key) })
    case .scalar, .map: value(node, element, of: key).map { .list([$0]) }
    }
  }

  private mutating func map(
    _ node: YamlNode, of key: String, shape: (String) -> KeyShape?
  ) -> KeyValue? {
    guard case .map(let pairs, let isFlow) = node.content else {
      say(
        "wrong-type", node,
        "\"\(key)\" wants \"name: value\" pairs, and here stands a \(name(of: node))"
      )
      return nil
    }
    var entries: [(key: Placed<String>, value: KeyValue)] = []
    for pair in pairs {
      if isFlow, pair.value.isEmpty {
        commaSplits(pair, in: key)
        continue
      }
      guard let name = id(pair.key, of: key, isName: true), let shape = shape(name.value),
        let value = value(pair.value, shape, of: name.value)
      else { continue }
      entries.append((name, value))
    }
    return .map(entries)
  }

  private mutating func record(
    _ node: YamlNode, _ keys: [KeyDescription], _ others: KeyShape?, of key: String
  ) -> KeyValue? {
    guard case .map(let pairs, let isFlow) = node.content else {
      say(
        "wrong-type", node,
        "\"\(key)\" wants \"key: value\" lines, and here stands a \(name(of: node))")
      return nil
    }
    var entries: [(key: Placed<String>, value: KeyValue)] = []
    if isFlow, let only = pairs.first, pairs.count == 1, only.value.isEmpty {
      say(
        "wrong-type", node, "YAML reads this { } as a map, and \"\(key)\" wants something else",
        help: "a sentence that starts with a bracket goes into quotes or a block (|)")
      return nil
    }
    for pair in pairs {
      guard let name = id(pair.key, of: key, isName: true) else { continue }
      guard let shape = keys.first(where: { $0.name == name.value })?.shape ?? others else {
        unknownKey(pair, among: keys.map(\.name), in: key, isFlow: isFlow)
        continue
      }
      if let value = value(pair.value, shape, of: name.value) { entries.append((name, value)) }
    }
    for wanted in keys where wanted.isRequired {
      if !pairs.contains(where: { $0.key.scalar == wanted.name }) {
        say("missing-key", node, "\"\(key)\" has no \"\(wanted.name)\"", help: wanted.missing)
      }
    }
    return .map(entries)
  }

  /// Says that a key is not known, with the nearest right one.
  mutating func unknownKey(
    _ pair: YamlNode.Pair, among names: [String], in owner: String, isFlow: Bool
  ) {
    let name = pair.key.scalar ?? ""
    if isFlow && pair.value.isEmpty { return commaSplits(pair, in: owner) }
    let help = NearestName.of(name, among: names).map { "did you mean \"\($0)\"?" }
    say(
      "unknown-key", pair.key, "\"\(owner)\" has no key \"\(name)\"",
      help: help ?? "it may have: \(names.joined(separator: ", "))", length: name.count)
  }

  /// Says that YAML takes what stands behind a comma in { } for a new key.
  private mutating func commaSplits(_ pair: YamlNode.Pair, in owner: String) {
    let name = pair.key.scalar ?? ""
    say(
      "changed-by-yaml", pair.key, "YAML cuts the text at the comma before \"\(name)\"",
      help: "in { } a comma starts a new key; write \"\(owner):\" with one key a line below it",
      length: name.count)
  }

  // MARK: Helpers

  /// Where the text of a node starts; for a block its first line, not the sign before it.
  func place(_ node: YamlNode) -> SourcePlace {
    if case .scalar(_, let style) = node.content, style == .literal || style == .folded {
      let line = node.line + 1
      return file.place(line, file.indentation(of: line) + 1)
    }
    return file.place(node.line, node.column)
  }

  mutating func say(
    _ code: String, _ node: YamlNode, _ message: String,
    _ severity: Diagnostic.Severity = .error, help: String? = nil, length: Int = 1
  ) {
    say(code, file.place(node.line, node.column), message, severity, help: help, length: length)
  }

  mutating func say(
    _ code: String, _ place: SourcePlace, _ message: String,
    _ severity: Diagnostic.Severity = .error, help: String? = nil, length: Int = 1
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, severity: severity, place: place, length: length, message: message, help: help))
  }

  func name(of node: YamlNode) -> String {
    switch node.content {
    case .scalar(let text, _): text.isEmpty ? "nothing" : "single value"
    case .list: "list"
    case .map: "map"
    }
  }

  func trimmed(_ text: String) -> String {
    var view = Substring(text)
    while let last = view.utf8.last, last == 0x0A || last == 0x20 { view.removeLast() }
    return String(view)
  }

  private func startsLikeBracket(_ node: YamlNode) -> Bool {
    let first = file.line(node.line).dropFirst(max(0, node.column - 1)).first
    return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
  }

  /// Letters, digits, `_`, `-`, and dots for an attribute.
  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 100
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
  }

  /// A number in plain digits, with a point and a sign at most: what every YAML reader agrees on.
  static func number(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first), digits.utf8.count <= 15,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
    else { return nil }
    return Double(text)
  }
}
