import DialogEngine
import IntentPacks
import TestSupport
import Testing

@testable import ConversationTesting

/// The page about the format says all that the parser knows, and its examples are scripts that run.
@Suite struct ScriptGuideTests {
  @Test("the page names every key", arguments: ScriptReading.keys)
  func keys(_ key: String) {
    #expect(ScriptGuide.page.contains("`\(key): ") || ScriptGuide.page.contains("\n\(key):"))
  }

  @Test("the page names every expectation", arguments: ExpectationParser.Form.allCases)
  func forms(_ form: ExpectationParser.Form) {
    #expect(
      ScriptGuide.page.contains("`\(form.rawValue) ")
        || ScriptGuide.page.contains("`\(form.rawValue)`"))
  }

  @Test(
    "every expectation in the table is read as written", arguments: ScriptGuide.expectations)
  func table(_ expectation: String) {
    let place = SourcePlace(file: "scripts.md", line: 1)
    guard case .expectation = ExpectationParser.parse(expectation, at: place) else {
      Issue.record("\"\(expectation)\" is no expectation")
      return
    }
  }

  @Test("every example on the page runs and passes", arguments: ScriptGuide.examples)
  func examples(_ example: String) throws {
    let pack = try TestPack.heavyLegs.get()
    let suite = ScriptSuite(texts: [("scripts.md.chat", example)])
    let mistakes = suite.diagnostics + suite.scripts.flatMap(ScriptChecker(pack: pack.pack).check)
    #expect(mistakes.map(\.message) == [])
    #expect(!suite.scripts.isEmpty)
    for result in TestRun().run(suite.scripts, with: pack) {
      #expect(result.mismatches.map { "\($0.place): \($0.message)" } == [])
    }
  }
}

/// The page itself.
private enum ScriptGuide {
  static let page = Scratch.read("\(TestPack.root)/docs/scripts.md")

  /// The blocks fenced as `chat`.
  static var examples: [String] {
    var examples: [String] = []
    var isOpen = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if line == "```chat" { examples.append("") }
        isOpen = line == "```chat"
      } else if isOpen {
        examples[examples.count - 1] += line + "\n"
      }
    }
    return examples
  }

  /// What stands in backticks in the first column of the table of expectations.
  static var expectations: [String] {
    let lines = page.split(separator: "\n").drop { !$0.hasPrefix("| expectation |") }
    let rows = lines.dropFirst(2).prefix { $0.hasPrefix("|") }
    return rows.flatMap { row -> [String] in
      let cell = row.split(separator: "|")[0]
      return cell.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
        .map { String($0.element) }
    }
  }
}
