import IntentPacks
import Testing

@testable import PackChecking

@Suite("Rules of check")
struct RuleTests {
  @Test(
    "The bad example of a rule fires this rule and no other", arguments: RuleCatalog.rules.map(\.id)
  )
  func bad(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    guard !rule.bad.isEmpty else { return }
    let diagnostics = PackChecker().check(RuleCatalog.read(example: rule.bad))
    #expect(Set(diagnostics.map(\.code)) == [id], "\(diagnostics)")
    #expect(
      diagnostics.allSatisfy { $0.severity == rule.severity && $0.place.file == "example.yaml" })
  }

  @Test("The good example of a rule is clean", arguments: RuleCatalog.rules.map(\.id))
  func good(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    #expect(PackChecker().check(RuleCatalog.read(example: rule.good)) == [])
  }

  @Test(
    "The examples of what reading and compiling tell are right",
    arguments: RuleCatalog.readingRules.filter { !$0.bad.isEmpty }.map(\.id))
  func reading(_ id: String) throws {
    let rule = try #require(RuleCatalog.rule(id))
    let diagnostics = PackChecker().check(RuleCatalog.read(example: rule.bad))
    #expect(diagnostics.contains { $0.code == id && $0.severity == rule.severity })
    #expect(PackChecker().check(RuleCatalog.read(example: rule.good)) == [])
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
