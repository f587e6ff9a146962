import ConversationTesting
import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// Every feature of the format passes where it should, and fails where it should with the output kept in `Snapshots/`.
@Suite struct ScriptFeatureTests {
  @Test("what a script says holds", arguments: ScriptFeature.all)
  func passes(_ feature: ScriptFeature) throws {
    let results = try SmallPack.results(feature.passing, including: feature.including)
    #expect(results.flatMap(\.mismatches).map(\.message) == [])
    #expect(results.allSatisfy { !$0.hasFailed })
  }

  @Test(
    "what a script says and does not hold is shown as it was recorded", arguments: ScriptFeature.all
  )
  func fails(_ feature: ScriptFeature) throws {
    let results = try SmallPack.results(feature.failing, including: feature.including)
    #expect(results.contains { $0.hasFailed })
    let report = TestReport(results: results, seconds: 0.01)
    let output = feature.failing + "\n\n--- gives\n\n" + report.text()
    #expect(Snapshot("Snapshots/\(feature.name).txt").holds(output))
  }

  @Test("no two features share a name")
  func names() {
    #expect(Set(ScriptFeature.all.map(\.name)).count == ScriptFeature.all.count)
  }

  @Test("mistakes are shown with their place, a caret and what was likely meant")
  func mistakes() throws {
    let scripts = [
      "usr: hi", "user: hi\nexpect: levl soon", "user: hi\nexpect: level at lest soon",
      "user: hi\nexpect: flag dtv raised", "user: hi\nexpect: flag dvt rised",
      "user: hi\nexpect: finding sore = maybe", "user: hi\nexpect: state explor",
      "user: hi\nexpect: question legs chest", "user: hi\nexpect: cause heavy_lifting in frist 3",
      "user: hi\nexpect: questions few", "user: hi\nexpect: reading grade at most six",
      "user: hi\nexpect witin 3 turns: level soon", "date: tuesday\nuser: hi\nexpect: ended",
      "user: hi",
      "answers:\n  srce: no\nuser: hi\nexpect: ended", "include: gone.chat\nexpect: ended",
    ]
    let checker = ScriptChecker(pack: try SmallPack.compiled.get().pack)
    let text = scripts.map { script in
      let suite = ScriptSuite(texts: [("a.chat", script)])
      let diagnostics = suite.diagnostics + suite.scripts.flatMap(checker.check)
      return DiagnosticRenderer(files: suite.files).text(diagnostics)
    }
    #expect(Snapshot("Snapshots/mistakes.txt").holds(text.joined(separator: "\n")))
  }
}
