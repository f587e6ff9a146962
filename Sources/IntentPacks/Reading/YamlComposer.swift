import Yams

/// Turns a file into a tree: a plain one directly, any other by way of Yams, whose complaints become sentences for an
/// author.
struct YamlComposer {
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether there is text of which no tree could be made.
  private(set) var isUnread = false
  private let file: SourceFile
  /// Keys renamed so that composing goes on after a duplicate; dropped from the tree.
  private static let renamed = "\u{E000}duplicate"

  init(_ file: SourceFile) { self.file = file }

  /// The tree of the file; nil when it is empty or cannot be read.
  mutating func compose() -> YamlNode? {
    if let plain = PlainYaml.read(file.text) { return plain }
    let tree = composeWithYams()
    isUnread = tree == nil && diagnostics.contains { $0.severity == .error }
    return tree
  }

  /// The same by way of Yams, whatever the file is like.
  mutating func composeWithYams() -> YamlNode? {
    let scan = SourceScan(file)
    diagnostics += scan.diagnostics
    guard scan.isSafe else { return nil }
    var text = file.text
    // Yams stops at the first mapping with a duplicate key: rename the later ones and read again.
    for _ in 0..<100 {
      do {
        guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else { return nil }
        return node(root)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        guard let mended = renameDuplicates(names, after: context.mark, in: text) else {
          say("duplicate-key", place(context.mark), "\"\(names.first ?? "")\" stands here twice")
          return nil
        }
        text = mended
      } catch let error as YamlError {
        explain(error)
        return nil
      } catch {
        say("yaml-syntax", file.place(1, 1), "this file is not YAML")
        return nil
      }
    }
    return nil
  }

  // MARK: Tree

  private mutating func node(_ node: Node) -> YamlNode {
    switch node {
    case .scalar(let scalar):
      if let hidden = scalar.string.unicodeScalars.first(where: \.isHidden),
        !file.text.unicodeScalars.contains(hidden)
      {
        say(
          "hidden-character", scalar.mark.map(place) ?? file.place(1, 1),
          "this text writes the hidden character \(hidden.codePoint) with a backslash",
          help: "take it out")
      }
      let style: YamlNode.Style =
        switch scalar.style {
        case .literal: .literal
        case .folded: .folded
        case .singleQuoted, .doubleQuoted: .quoted
        case .plain, .any: .plain
        }
      return make(.scalar(scalar.string, style), scalar.mark)
    case .sequence(let list):
      return make(
        .list(list.map { node in self.node(node) }, isFlow: starts(with: "[", list.mark)), list.mark
      )
    case .mapping(let map):
      var pairs: [YamlNode.Pair] = []
      pairs.reserveCapacity(map.count)
      for (key, value) in map {
        let key = self.node(key)
        if let name = key.scalar, name.hasPrefix(Self.renamed) { continue }
        pairs.append(YamlNode.Pair(key: key, value: self.node(value)))
      }
      return make(.map(pairs, isFlow: starts(with: "{", map.mark)), map.mark)
    case .alias:
      return YamlNode(content: .scalar("", .plain), line: 1, column: 1)
    }
  }

  /// Whether a bracket stands where a list or map begins. (Yams' own word on its style is not to be relied on.)
  private func starts(with bracket: UnicodeScalar, _ mark: Mark?) -> Bool {
    guard let mark else { return false }
    let line = String(decoding: file.line(mark.line), as: UTF8.self).unicodeScalars
    return line.dropFirst(max(0, mark.column - 1)).first == bracket
  }

  private func make(_ content: YamlNode.Content, _ mark: Mark?) -> YamlNode {
    YamlNode(content: content, line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  // MARK: Duplicate keys

  /// Reports every later key of the mapping that stands at `mark` and repeats one of the names, and renames it in
  /// the text; nil when the mapping is not written one key a line.
  private mutating func renameDuplicates(_ names: [String], after mark: Mark, in text: String)
    -> String?
  {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var seen: [String: Int] = [:]
    var isChanged = false
    let indent = mark.column - 1
    for number in mark.line...max(mark.line, lines.count) where number <= lines.count {
      let line = lines[number - 1]
      let rest = line.drop { $0 == " " }
      if rest.isEmpty || rest.hasPrefix("#") { continue }
      // The first key may share its line with a dash.
      let column = number == mark.line ? indent : line.count - rest.count
      if column < indent { break }
      if column > indent { continue }
      let body = line.dropFirst(indent)
      guard let name = names.first(where: { body.hasPrefix($0 + ":") }) else { continue }
      guard let first = seen[name] else {
        seen[name] = number
        continue
      }
      isChanged = true
      say(
        "duplicate-key", file.place(number, indent + 1),
        "\"\(name)\" stands here twice", help: "the first is in line \(first); keep one",
        length: name.count)
      lines[number - 1] =
        "\(line.prefix(indent))\(Self.renamed)\(number)\(body.dropFirst(name.count))"
    }
    return isChanged ? lines.joined(separator: "\n") : nil
  }

  // MARK: Complaints

  private mutating func explain(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.contains("another document") {
        return say(
          "many-documents", place(mark), "a second YAML document starts here",
          help: "put it into a file of its own")
      }
      // A tab that was told of is the reason, in its line or the one before.
      let near = mark.line - 1...mark.line
      if diagnostics.contains(where: { $0.code == "tab" && near.contains($0.place.line) }) {
        return
      }
      let (message, help) = sentence(problem, context: context, mark: mark)
      say("yaml-syntax", place(mark), message, help: help)
    case .reader(_, let offset, _, _):
      say(
        "control-character", place(atByte: offset ?? 0),
        "a control character stands here that no text needs", help: "delete it and type it again")
    default:
      say("yaml-syntax", file.place(1, 1), "this file is not YAML")
    }
  }

  /// The message and the help for what libyaml says.
  private func sentence(_ problem: String, context: YamlError.Context?, mark: Mark)
    -> (String, String)
  {
    let block = "write the sentence as a block: \"|\" after the key, the text indented below it"
    if problem.contains("mapping values are not allowed") {
      return ("a \": \" inside this text makes YAML read it as a key", block)
    }
    if problem.contains("cannot start any token") {
      let character = file.line(mark.line).dropFirst(max(0, mark.column - 1)).first.map {
        String(UnicodeScalar($0))
      }
      if character == "\t" {
        return ("a tab stands where YAML wants spaces", "indent with two spaces a step")
      }
      return ("YAML does not let a text start with \"\(character ?? "")\"", block)
    }
    if problem.contains("found unexpected end of stream") {
      let start = context.map { " that opens in line \($0.mark.line)" } ?? ""
      return ("a quote\(start) is never closed", "close the quote, or " + block)
    }
    if problem.contains("did not find expected key")
      || problem.contains("did not find expected '-' indicator")
    {
      return (
        "this line does not fit what stands above it",
        "check the indentation: keys of one thing start in one column, two spaces deeper than it"
      )
    }
    if problem.contains("block sequence entries are not allowed") {
      return ("YAML takes the \"- \" at the start of this text for a list", block)
    }
    if problem.contains("mapping keys are not allowed") {
      return ("YAML takes the \"? \" at the start of this text for a key", block)
    }
    if problem.contains("could not find expected ':'") {
      return (
        "a \":\" is missing after this key", "write \"key: value\", or indent the line deeper"
      )
    }
    if problem.contains("',' or ']'") {
      return ("a list in [ ] is not closed, or holds a sign it must not", "close it with ]")
    }
    if problem.contains("',' or '}'") {
      return ("a map in { } is not closed, or holds a sign it must not", "close it with }")
    }
    return ("YAML cannot read this: \(problem)", "check indentation and signs above this line")
  }

  private func place(_ mark: Mark) -> SourcePlace { file.place(mark.line, mark.column) }

  private func place(atByte offset: Int) -> SourcePlace {
    let before = file.text.utf8.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let last = before.reversed().prefix { $0 != UInt8(ascii: "\n") }
    // A character begins at every byte that continues none.
    return file.place(line, last.count { $0 & 0xC0 != 0x80 } + 1)
  }

  private mutating func say(
    _ code: String, _ place: SourcePlace, _ message: String, help: String? = nil, length: Int = 1
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, severity: .error, place: place, length: length,
        message: message, help: help))
  }
}
