package import IntentPacks
import LanguageProcessing

/// Reads scripts: every mistake a diagnostic, all told at once.
package struct ScriptParser: Sendable {
  /// What a file gave: one script a row of its table, and everything that is wrong with it.
  package struct Parsed: Sendable {
    /// The scripts of the file as far as they could be read.
    package var scripts: [Script] = []
    package var diagnostics: [Diagnostic] = []
    /// The file and those it includes, for excerpts.
    package var files: [SourceFile] = []

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Gets an included file by its path.
  private let open: @Sendable (String) -> SourceFile?

  package init(open: @escaping @Sendable (String) -> SourceFile? = { _ in nil }) {
    self.open = open
  }

  package func parse(_ file: SourceFile) -> Parsed {
    var parsed = Parsed(files: [file])
    let table = ExampleTable.read(from: file, &parsed.diagnostics)
    let rows = table?.rows ?? [ExampleTable.Row(name: nil, cells: [:])]
    for row in rows {
      var reading = ScriptReading(file: file, row: row.cells, open: open, chain: [file.path])
      reading.read()
      reading.script.row = row.name
      parsed.scripts.append(reading.script)
      parsed.diagnostics += reading.diagnostics
      for other in reading.files where !parsed.files.contains(where: { $0.path == other.path }) {
        parsed.files.append(other)
      }
    }
    parsed.diagnostics = parsed.diagnostics.uniquedAndSorted()
    return parsed
  }
}

/// A table of examples: one script, many rows.
struct ExampleTable {
  struct Row {
    var name: String?
    var cells: [String: String]
  }

  var rows: [Row]

  /// The table under `examples:`; nil when the file has none.
  static func read(from file: SourceFile, _ diagnostics: inout [Diagnostic]) -> ExampleTable? {
    var cursor = LineCursor(file)
    while let line = cursor.take() {
      guard line.key == "examples" else { continue }
      return read(&cursor, below: line, &diagnostics)
    }
    return nil
  }

  private static func read(
    _ cursor: inout LineCursor, below line: ScriptLine, _ diagnostics: inout [Diagnostic]
  ) -> ExampleTable? {
    var columns: [String] = []
    var rows: [Row] = []
    func say(_ line: ScriptLine, _ message: String, _ help: String) {
      diagnostics.append(
        Diagnostic(
          code: "bad-table", severity: .error, place: cursor.place(line),
          length: line.text.unicodeScalars.count, message: message, help: help))
    }
    while let line = cursor.peek(), line.text.hasPrefix("|") {
      _ = cursor.take()
      let cells = cells(of: line.text)
      if columns.isEmpty {
        columns = cells
        if Set(columns).count < columns.count || columns.contains("") {
          say(line, "two columns share a name, or one has none", "give each a name of its own")
        }
      } else if cells.count == columns.count {
        let pairs = zip(columns, cells)
        rows.append(
          Row(
            name: pairs.map { "\($0)=\($1)" }.joined(separator: ", "),
            cells: Dictionary(pairs.map { ($0, $1) }, uniquingKeysWith: { a, _ in a })))
      } else {
        say(
          line, "this row has \(cells.count) cells and the table \(columns.count) columns",
          "a | inside a cell is written \\|")
      }
    }
    if rows.isEmpty {
      say(line, "this table has no rows", "first a line with the columns' names, then one a row")
      return nil
    }
    return ExampleTable(rows: rows)
  }

  private static func cells(of line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        if character != "|" { cells[cells.count - 1].append("\\") }
        cells[cells.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    if isEscaped { cells[cells.count - 1].append("\\") }
    if let last = cells.last, last.allSatisfy({ $0 == " " || $0 == "\t" }) { cells.removeLast() }
    return cells.map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
