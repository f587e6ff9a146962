import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// The page on writing patterns says what the engine does.
struct PatternPageTests {
  /// A row of one of the page's tables, without backquotes.
  struct Row: Sendable, CustomTestStringConvertible {
    var cells: [String]
    var testDescription: String { cells.first ?? "" }
  }

  @Test(arguments: rows(under: "| written | hears | heard | not heard |"))
  func `a pattern hears what the page says and nothing else`(row: Row) throws {
    let pattern = row.cells[0]
    let pack = try TestPack.compiled(
      files: [
        ("pack.yaml", Self.head),
        (
          "page.yaml",
          """
          language:
            body_parts: |
              shin = shin
              calf = calf
          concepts:
            swollen: |
              puffy
              blown up
          findings:
            said:
              patterns: |
                \(pattern)
          states:
            listen: {say: Ready.}
          """
        ),
      ])
    for (lines, isHeard) in [(row.cells[2], true), (row.cells[3], false)] {
      let quoted = Self.quoted(lines)
      #expect(!quoted.isEmpty)
      for line in quoted {
        #expect(Self.affirms("said", pack, line) == isHeard, "\(pattern) <- \(line)")
      }
    }
  }

  @Test(
    arguments: rows(under: "| finding | must be heard | harmless twin | what tells them apart |"))
  func `a sign is heard and its harmless twin is not`(row: Row) throws {
    let pack = try TestPack.heavyLegs.get()
    #expect(Self.affirms(row.cells[0], pack, row.cells[1]), "\(row.cells[1])")
    #expect(!Self.affirms(row.cells[0], pack, row.cells[2]), "\(row.cells[2])")
  }

  @Test func `the page has both tables`() {
    #expect(Self.rows(under: "| written | hears | heard | not heard |").count >= 10)
    #expect(
      Self.rows(under: "| finding | must be heard | harmless twin | what tells them apart |").count
        >= 7)
  }

  private static let head = """
    pack: page
    title: A page
    language: en
    start: listen
    """

  private static func affirms(_ finding: String, _ pack: CompiledPack, _ line: String) -> Bool {
    pack.matcher.understand(line, on: CalendarDate(dayNumber: 20_468)).mentions.contains {
      $0.target == .finding(finding) && $0.assertion.status == .affirmed && !$0.isDenial
    }
  }

  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  private static func rows(under head: String) -> [Row] {
    let lines = Scratch.read("\(TestPack.root)/docs/patterns.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == head }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("| ") }.map { line in
      let whole = line.replacing("\\|", with: "\u{1}")
      let cells = whole.split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast()
      return Row(
        cells: cells.map { cell in
          let text = cell.drop { $0 == " " }.replacing("\u{1}", with: "|")
          let trimmed = text.reversed().drop { $0 == " " }.reversed()
          return String(trimmed).replacing("`", with: "")
        })
    }
  }
}
