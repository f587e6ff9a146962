import ConversationTesting
import DialogEngine
import IntentPacks
import TestSupport
import Testing

@Suite struct ExploringTests {
  private static let talk = """
    user: squats
    user: none
    user: yes
    expect: cause heavy_lifting in first 1
    """

  @Test("coverage counts what was heard, asked, answered, raised and reached")
  func coverage() throws {
    var coverage = Coverage(of: try SmallPack.compiled.get())
    coverage.add(try SmallPack.run(Self.talk))
    let hit = coverage.items.filter { $0.hits > 0 }.map(\.item.text)
    for text in [
      "finding leg_day: yes", "pattern of leg_day: (squats | \"leg day\")",
      "question legs: none", "question sore: yes", "cause heavy_lifting", "state conclusion",
    ] {
      #expect(hit.contains(text))
    }
    #expect(!hit.contains("flag dvt: raised"))
    #expect(coverage.text.contains("flag dvt: raised"))
    #expect(coverage.lcov.hasPrefix("TN:\nSF:"))
    #expect(coverage.json.hasPrefix("{\"percent\": "))
  }

  @Test("a flag that was suspected and no longer is was ruled out")
  func ruledOut() throws {
    var coverage = Coverage(of: try SmallPack.compiled.get())
    coverage.add(try SmallPack.run("user: my calf is swollen\nexpect: flag dvt raised"))
    let hit = coverage.items.filter { $0.hits > 0 }.map(\.item.text)
    #expect(hit.contains("rule of dvt: soon 1"))
    #expect(!hit.contains("rule of dvt: urgent 1"))
  }

  @Test("two packs are compared by what their talks come to")
  func comparison() throws {
    let old = try SmallPack.compiled.get()
    let new = try TestPack.compiled(
      SmallPack.text.replacing("      soon: |", with: "      urgent_: |")
        .replacing("urgent_", with: "emergency"))
    let scripts = ScriptSuite(texts: [
      ("a.chat", "user: my calf is swollen\nexpect: level soon"),
      ("b.chat", "user: squats\nexpect: level routine"),
    ]).scripts
    let differences = PackComparison(from: old, to: new).differences(for: scripts)
    #expect(differences.map(\.script) == ["a.chat"])
    #expect(differences[0].isGrave)
    #expect(differences[0].lines.contains("level at the end: soon → emergency"))
    #expect(PackComparison(from: old, to: old).differences(for: scripts).isEmpty)
  }

  @Test("what nobody understood is listed, alike things together, with the nearest pattern")
  func gaps() throws {
    let scripts = ScriptSuite(texts: [
      ("a.chat", "user: my calf is gigantic\nuser: squats"),
      ("b.chat", "user: the calf is gigantic"), ("c.chat", "user: purple elephants dance"),
    ]).scripts
    let gaps = Gaps(in: scripts, with: try SmallPack.compiled.get())
    #expect(gaps.said == 4)
    #expect(gaps.groups.map(\.lines.count) == [2, 1])
    #expect(gaps.groups[0].nearest?.id == "calf_swelling")
    #expect(
      gaps.groups[0].test
        == "user: my calf is gigantic\nexpect: finding calf_swelling = yes")
  }

  @Test("the same seed walks the same way")
  func walk() throws {
    let walk = RandomWalk(pack: try SmallPack.compiled.get())
    let first = walk.walk(turns: 300, seed: 7)
    let second = walk.walk(turns: 300, seed: 7)
    #expect(first?.lines == second?.lines)
  }

  @Test("mutants that no test notices are told with their places")
  func mutation() throws {
    let pack = try SmallPack.compiled.get()
    let results = try SmallPack.results(
      "user: i had a long flight and my calf is swollen\nexpect: flag dvt raised at urgent")
    let run = MutationRun(pack: pack, results: results)
    let outcomes = run.run(
      run.mutants(sample: nil, seed: 1).filter { $0.place.file == "pack.yaml" }, jobs: 2)
    func killer(_ text: String) -> String?? {
      outcomes.first { $0.mutant.text == text }.map(\.killer)
    }
    #expect(killer("dvt: urgent line 1 dropped") == "a.chat")
    #expect(killer("dvt: urgent line 1 raises emergency") == "a.chat")
    #expect(killer("dvt: urgent line 1: term with calf_swelling dropped") == .some(nil))
    #expect(killer("calf_swelling: pattern calf @puffy dropped") != .some(nil))
    let report = MutationReport(outcomes)
    #expect(report.fallsShort)
    #expect(report.text.contains("survived (condition) pack.yaml:"))
    #expect(
      run.mutants(sample: 5, seed: 3).map(\.text) == run.mutants(sample: 5, seed: 3).map(\.text))
  }
}
