import Foundation
import TestSupport
import Testing

@testable import PackChecking

@Suite("The pages of codes")
struct RulePagesTests {
  @Test("The page in the handbook is the one that check --explain writes")
  func isCurrent() throws {
    let path = TestPack.root + "/docs/codes.md"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try RulePages.markdown.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == RulePages.markdown)
  }

  @Test("A page says what it means, what is wrong and what is right")
  func text() throws {
    let rule = try #require(RuleCatalog.rule("unused-source"))
    let page = RulePages.text(rule)
    #expect(page.hasPrefix("unused-source (warning): A source that nothing names.\n\nWrong:\n"))
    #expect(page.contains("\n  sources:\n    S2: {title: A book}\n"))
    #expect(page.contains("\nRight:\n"))
  }

  @Test("Signs that nobody sees are written out, and files are named")
  func visible() throws {
    let hidden = RulePages.text(try #require(RuleCatalog.rule("hidden-character")))
    #expect(hidden.contains("Hello<U+202E>there."))
    let files = RulePages.text(try #require(RuleCatalog.rule("missing-script")))
    #expect(files.contains("Right, in conversations/strain.chat:\n  title: A pulled calf\n\n"))
  }

  @Test("Every summary is a sentence", arguments: RulePages.rules.map(\.id))
  func summary(_ id: String) throws {
    let summary = try #require(RuleCatalog.rule(id)).summary
    #expect(summary.hasSuffix("."))
    #expect(summary.first?.isUppercase == true)
  }

  @Test("The codes that the schema refuses are codes")
  func refused() {
    #expect(PackSchema.refused.isSubset(of: RulePages.rules.map(\.id)))
  }
}
