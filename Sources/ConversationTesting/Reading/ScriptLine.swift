import IntentPacks

/// One line of a script: its indentation, its key and what stands behind the colon.
struct ScriptLine {
  var number: Int
  var indent: Int
  /// Lower case, single spaces; nil when the line has no colon behind plain words.
  var key: String?
  var value: String
  /// Columns, counted from 1 in scalars.
  var keyColumn: Int
  var valueColumn: Int
  /// The whole line without the blanks around it.
  var text: String

  /// Reads a line; nil for blank lines and comments.
  init?(_ line: String, number: Int) {
    let scalars = Array(line.unicodeScalars)
    let isBlank = { (scalar: UnicodeScalar) in scalar == " " || scalar == "\t" }
    let start = scalars.firstIndex { !isBlank($0) } ?? scalars.count
    guard start < scalars.count, scalars[start] != "#" else { return nil }
    let end = (scalars.lastIndex { !isBlank($0) } ?? start) + 1
    self.number = number
    indent = start
    keyColumn = start + 1
    text = Self.string(scalars[start..<end])
    if let colon = scalars[start..<end].firstIndex(of: ":"),
      scalars[start..<colon].allSatisfy(Self.isKey)
    {
      let words = Self.string(scalars[start..<colon]).split(whereSeparator: { $0 == " " })
      key = words.joined(separator: " ").lowercased()
      let from = scalars[(colon + 1)..<end].firstIndex { !isBlank($0) } ?? end
      value = Self.string(scalars[from..<end])
      valueColumn = from + 1
    } else {
      key = nil
      value = ""
      valueColumn = keyColumn
    }
  }

  private static func isKey(_ scalar: UnicodeScalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "*", " ", "-": true
    default: false
    }
  }

  private static func string(_ scalars: ArraySlice<UnicodeScalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

/// The lines of a script read one after the other, blank lines and comments left out.
struct LineCursor {
  let file: SourceFile
  private let lines: [ScriptLine]
  private var next = 0

  /// - Parameter row: values put in for `<column>`, where the file has a table of examples.
  init(_ file: SourceFile, row: [String: String] = [:]) {
    self.file = file
    lines = (1...max(1, file.lineCount)).compactMap { number in
      var text = String(decoding: file.line(number), as: UTF8.self)
      if number == 1, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
      return ScriptLine(row.isEmpty ? text : Self.filled(text, row), number: number)
    }
  }

  func peek() -> ScriptLine? { next < lines.count ? lines[next] : nil }

  mutating func take() -> ScriptLine? {
    guard next < lines.count else { return nil }
    defer { next += 1 }
    return lines[next]
  }

  func place(_ line: ScriptLine, column: Int? = nil) -> SourcePlace {
    SourcePlace(file: file.path, line: line.number, column: column ?? line.keyColumn)
  }

  /// The text with every `<column>` replaced by the row's cell.
  private static func filled(_ text: String, _ row: [String: String]) -> String {
    guard text.contains("<") else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      let after = rest.index(after: open)
      if let close = rest[after...].firstIndex(of: ">"), let cell = row[String(rest[after..<close])]
      {
        out += cell
        rest = rest[rest.index(after: close)...]
      } else {
        out += "<"
        rest = rest[after...]
      }
    }
    return out + rest
  }
}
