import IntentPacks
import TestSupport
import Testing

/// The page of the checklist and the sources behind it.
struct ChecklistTests {
  private static func files(below folder: String, ending: String) -> [String] {
    (FileSystem.names(in: folder) ?? []).flatMap { name -> [String] in
      let path = FileSystem.join(folder, name)
      switch FileSystem.kind(of: path) {
      case .folder: return files(below: path, ending: ending)
      case .file where name.hasSuffix(ending): return [path]
      default: return []
      }
    }
  }

  private static let rows: [(number: Int, cells: [String])] = Scratch.read(
    TestPack.root + "/docs/checklist.md"
  ).split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|").map { String($0.drop { $0 == " " }) }
    return cells.count == 3 ? Int(cells[0].filter { $0 != " " }).map { ($0, cells) } : nil
  }

  /// The names of all tests, as functions or as texts.
  private static let tests: Set<String> = {
    var names: Set<String> = []
    for path in files(below: TestPack.root + "/Tests", ending: ".swift") {
      let text = Scratch.read(path)
      for part in text.split(separator: "func `").dropFirst() {
        names.insert(String(part.prefix { $0 != "`" }))
      }
      for part in text.split(separator: "@Test(").dropFirst() {
        let name = part.drop { $0.isWhitespace }
        if name.first == "\"" { names.insert(String(name.dropFirst().prefix { $0 != "\"" })) }
      }
    }
    return names
  }()

  @Test func `every row of the checklist stands in the table, with a test or a script`() {
    #expect(Self.rows.map(\.number) == Array(1...48))
    for row in Self.rows { #expect(row.cells[2].contains("`"), "row \(row.number)") }
  }

  @Test func `every test the checklist names is there`() {
    for row in Self.rows {
      let named = row.cells[2].split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      for name in named {
        let isScript =
          name.hasPrefix("script/") && FileSystem.isFile(TestPack.root + "/" + name)
        #expect(isScript || Self.tests.contains(name), "row \(row.number): no test \"\(name)\"")
      }
    }
  }

  @Test func `every test named after a row stands in the table`() {
    let page = Scratch.read(TestPack.root + "/docs/checklist.md")
    for name in Self.tests where name.hasPrefix("row ") || name.hasPrefix("rows ") {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
  }

  /// Force unwrapping is refused by the formatter's own rule, which `script/test` runs.
  @Test func `row 48, nothing in the program gives up on what it was given`() {
    let traps = [
      "fatalError(", "preconditionFailure(", "assertionFailure(", "precondition(", "assert(",
      "try!",
      "as!", "unowned ", "unsafeBitCast", ".unsafelyUnwrapped", "abort()",
    ]
    for path in Self.files(below: TestPack.root + "/Sources", ending: ".swift") {
      for (number, line) in Scratch.read(path).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        let code = Self.code(of: line)
        for trap in traps where code.contains(trap) {
          Issue.record("\(path):\(number + 1): \(trap)")
        }
      }
    }
  }

  /// The line without comments and texts.
  private static func code(of line: Substring) -> String {
    var code = ""
    var isInText = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isInText.toggle() }
      if !isInText, previous == "/", character == "/" { return String(code.dropLast()) }
      if !isInText { code.append(character) }
      previous = character
    }
    return code
  }
}
