import Foundation
import IntentPacks
import TestSupport
import Testing

@testable import PackChecking

@Suite("Rules of check")
struct RuleTests {
  /// What a rule's example gives, with the files named as in the example.
  private func check(_ example: String) throws -> [Diagnostic] {
    let example = RuleExample(example)
    guard example.needsFolder else { return PackChecker().check(example.reading) }
    let scratch = try Scratch()
    for file in example.folder { try scratch.write(file.text, to: file.path) }
    let reader = PackReader(locator: PackLocator(folders: []))
    return PackChecker().check(reader.read(folder: scratch("example"))).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.place.file = diagnostic.place.file.replacing(scratch("example") + "/", with: "")
      return diagnostic
    }
  }

  @Test(
    "The bad example of a rule fires this rule and no other", arguments: RuleCatalog.rules.map(\.id)
  )
  func bad(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    let diagnostics = try check(rule.bad)
    #expect(Set(diagnostics.map(\.code)) == [id], "\(diagnostics)")
    #expect(
      diagnostics.allSatisfy { $0.severity == rule.severity && $0.place.file == "example.yaml" })
  }

  @Test("The good example of a rule is clean", arguments: RuleCatalog.rules.map(\.id))
  func good(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    #expect(!rule.good.isEmpty)
    #expect(try check(rule.good) == [])
  }

  @Test(
    "The examples of what reading and compiling tell are right",
    arguments: RuleCatalog.readingRules.map(\.id).filter { !Self.untellable.contains($0) })
  func reading(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    let diagnostics = try check(rule.bad)
    #expect(
      diagnostics.contains { $0.code == id && $0.severity == rule.severity }, "\(diagnostics)")
    #expect(try check(rule.good) == [])
  }

  /// What a text cannot show: bytes that are no text, links, permissions, and sizes that fill a page.
  static let untellable: Set = ["link", "not-utf8", "pattern-too-large", "too-large", "unreadable"]

  @Test("Only what a text cannot show has no example")
  func examples() {
    let without = (RuleCatalog.rules + RuleCatalog.readingRules).filter(\.bad.isEmpty).map(\.id)
    #expect(Set(without) == Self.untellable)
  }

  @Test("Every file of the rules is in the catalog, under the name of its rule")
  func catalog() throws {
    let folder = TestPack.root + "/Sources/PackChecking/Rules"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == RuleCatalog.rules.count)
  }

  @Test("Codes are unique")
  func unique() {
    let ids = (RuleCatalog.rules + RuleCatalog.readingRules).map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test("A pack of intents and one state is clean")
  func smallest() {
    let reading = PackReader(locator: PackLocator(folders: [])).read(texts: [
      (path: "pack.yaml", text: "pack: a\ntitle: A\nlanguage: xx\nstart: listen\n"),
      (
        path: "a.yaml",
        text:
          "intents:\n  hi:\n    patterns: |\n      hello\n    say: Hello.\nstates:\n  listen: {say: Ready.}\n"
      ),
    ])
    #expect(PackChecker().check(reading) == [])
  }
}
