import ConversationTesting
import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// Whole cases, each written from the knowledge before the pack was tried on it; the figures are printed.
@Suite("Whole cases end where a careful listener would")
struct CaseTests {
  /// How one case came out beside what it should.
  private struct Outcome {
    let name: String
    let expected: Level
    let level: Level
    /// The cause that should be among the first three, and what was found.
    let cause: String?
    let firstCauses: [String]
    let questions: Int
    let isBenign: Bool

    init?(_ result: ScriptResult, _ pack: CompiledPack) {
      guard let last = result.plays.first?.turns.last?.turn.conversation else { return nil }
      var expected: Level?
      var cause: String?
      for line in result.script.atEnd {
        switch line.expectation {
        case .level(.exactly, let level): expected = level
        case .cause(let id, _): cause = id
        default: break
        }
      }
      guard let expected else { return nil }
      name = result.script.title
      self.expected = expected
      self.cause = cause
      level = last.level(in: pack)
      firstCauses = last.causes.prefix(3).map(\.id)
      questions = last.questionsAsked
      isBenign = last.phase == .concluded && level <= .soon
    }
  }

  private func outcomes() throws -> [Outcome] {
    let pack = try TestPack.heavyLegs.get()
    let suite = ScriptSuite(paths: [ContentFiles.conversations + "/cases"])
    let runner = ScriptRunner(pack: pack)
    return suite.scripts.compactMap { Outcome(runner.run($0), pack) }
  }

  @Test func theFiguresOfAllCasesHold() throws {
    let outcomes = try outcomes()
    let count = Double(outcomes.count)
    let low = outcomes.filter { $0.level < $0.expected }
    let high = outcomes.filter { $0.level > $0.expected }
    let exact = outcomes.count - low.count - high.count
    let named = outcomes.filter { $0.cause != nil }
    let missed = named.filter { !$0.firstCauses.contains($0.cause ?? "") }
    let questions = outcomes.filter(\.isBenign).map(\.questions).sorted()
    let median = questions.isEmpty ? 0 : questions[questions.count / 2]
    print(
      """
      figure: \(outcomes.count) cases: level exact \(exact), too low \(low.count), too high \(high.count); \
      cause in the first three \(named.count - missed.count) of \(named.count); \
      questions median \(median), most \(questions.last ?? 0)
      """)
    #expect(outcomes.count >= 80)
    #expect(low.isEmpty, "too low: \(low.map(\.name))")
    #expect(Double(exact) >= 0.92 * count, "too high: \(high.map(\.name))")
    let found = Double(named.count - missed.count)
    let misses = missed.map { "\($0.name): \($0.firstCauses)" }
    #expect(found >= 0.95 * Double(named.count), "not in the first three: \(misses)")
    #expect(median <= 8)
    #expect((questions.last ?? 0) <= 15)
  }

  @Test func everyCaseNamesALevelAndWhatItIs() {
    let suite = ScriptSuite(paths: [ContentFiles.conversations + "/cases"])
    #expect(suite.diagnostics.isEmpty)
    for script in suite.scripts {
      let kinds = script.atEnd.map { line -> String in
        switch line.expectation {
        case .level(.exactly, _): "level"
        case .cause, .flag(_, .raised): "what"
        default: ""
        }
      }
      #expect(kinds.contains("level") && kinds.contains("what"), "\(script.name)")
    }
  }
}
