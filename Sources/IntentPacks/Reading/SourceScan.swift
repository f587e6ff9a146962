/// Looks at a file's lines before YAML reads them, for what the format of packs refuses: tabs as indentation, anchors,
/// aliases, tags, several documents, and nesting so deep that reading it would cost the stack.
struct SourceScan {
  private(set) var diagnostics: [Diagnostic] = []
  /// False when YAML must not see the file.
  private(set) var isSafe = true

  private let file: SourceFile
  private var blockIndent: Int?
  private var depth = 0
  private static let maximalDepth = 32
  private static let maximalIndent = 200

  init(_ file: SourceFile) {
    self.file = file
    for number in 0..<file.lineCount { scan(number + 1) }
  }

  private mutating func scan(_ number: Int) {
    let line = file.line(number)
    guard let first = line.first(where: { $0 != Self.space }) else { return }
    let indent = line.prefix { $0 == Self.space }.count
    if let block = blockIndent {
      if indent > block { return }
      blockIndent = nil
    }
    if first == UInt8(ascii: "\t") {
      return say(
        "tab", number, indent + 1, "a tab stands where YAML wants spaces",
        help: "indent with two spaces a step")
    }
    if first == UInt8(ascii: "#") { return }
    if indent > Self.maximalIndent {
      isSafe = false
      return say(
        "too-deep", number, indent + 1, "this line is indented too far",
        help: "indent with two spaces a step")
    }
    if indent == 0 && (line.elementsEqual("---".utf8) || line.starts(with: "--- ".utf8))
      && number > 1
      && hasContent(before: number)
    {
      isSafe = false
      return say(
        "many-documents", number, 1, "a second YAML document starts here",
        help: "put it into a file of its own", length: 3)
    }
    scanTokens(of: line, number: number, indent: indent)
  }

  /// Walks over a line outside blocks, looking at the places where a value may start: the line's own start, after
  /// `- ` at the line's start, after `: `, and in brackets.
  private mutating func scanTokens(of line: Substring.UTF8View, number: Int, indent: Int) {
    var startsValue = true
    var isLeading = true
    var quote: UInt8?
    var previous = Self.space
    var column = 0
    for byte in line {
      if byte & 0xC0 != 0x80 { column += 1 }
      defer { previous = byte }
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      if byte == Self.space { continue }
      if byte == UInt8(ascii: "#") && previous == Self.space { return }
      let mayStart = startsValue && (previous == Self.space || depth > 0)
      if mayStart {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
          if depth == 0 { blockIndent = indent }
          return
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "&"):
          refuse(
            "anchor", number, column, "an & at the start of a value is a sign of YAML (an anchor)")
        case UInt8(ascii: "*"):
          refuse(
            "alias", number, column, "a * at the start of a value is a sign of YAML (an alias)")
        case UInt8(ascii: "!"):
          refuse("tag", number, column, "a ! at the start of a value is a sign of YAML (a tag)")
        default: break
        }
      }
      startsValue = false
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if mayStart || depth > 0 { open(number, column) }
        startsValue = true
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: ","): startsValue = depth > 0
      case UInt8(ascii: ":"): startsValue = true
      case UInt8(ascii: "-"), UInt8(ascii: "?"): startsValue = isLeading
      default: break
      }
      if byte != UInt8(ascii: "-") { isLeading = false }
    }
  }

  private mutating func open(_ number: Int, _ column: Int) {
    depth += 1
    if depth > Self.maximalDepth && isSafe {
      isSafe = false
      say(
        "too-deep", number, column, "brackets are nested more than \(Self.maximalDepth) deep",
        help: "close them, or write one key a line")
    }
  }

  private func hasContent(before number: Int) -> Bool {
    (1..<number).contains { index in
      guard let first = file.line(index).first(where: { $0 != Self.space }) else { return false }
      return first != UInt8(ascii: "#")
    }
  }

  private mutating func refuse(_ code: String, _ line: Int, _ column: Int, _ message: String) {
    isSafe = false
    say(
      code, line, column, message,
      help: "write the value itself; a sentence that starts like this goes into a block (|)")
  }

  private mutating func say(
    _ code: String, _ line: Int, _ column: Int, _ message: String, help: String? = nil,
    length: Int = 1
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, severity: .error, place: file.place(line, column), length: length,
        message: message, help: help))
  }

  private static let space = UInt8(ascii: " ")
}
