import DialogEngine
import IntentPacks
import Testing

@testable import PackChecking

@Suite("The safety proof")
struct SafetyProofTests {
  /// What check prints of one code for a pack laid over the frame.
  private func told(_ code: String, _ text: String) -> [String] {
    let reading = RuleExample(text).reading
    return PackChecker().check(reading).filter { $0.code == code }.map {
      DiagnosticRenderer(files: reading.files).text($0)
    }
  }

  private func sound(_ text: String) -> Bool {
    PackChecker().check(RuleExample(text).reading).isEmpty
  }

  @Test("A flag that an exception silences in one state is told with state, flag, line and talk")
  func unheard() throws {
    let rule = try #require(RuleCatalog.rule("flag-unheard-in-state"))
    #expect(
      told("flag-unheard-in-state", rule.bad) == [
        """
        example.yaml:14:7: error: in the state "treated" this line does not raise "clot" [flag-unheard-in-state]
          14 |       my calf hurts
             |       ^~~~~~~~~~~~~ said after "yes"; see what heavylegs explain makes of the line

        """
      ])
  }

  @Test("A question that not sure never ends is told with its state and talk")
  func trap() throws {
    let rule = try #require(RuleCatalog.rule("unsure-trap"))
    let text = try #require(told("unsure-trap", rule.bad).first)
    #expect(
      text.contains("\"feet\" is asked again after four times not sure, in the state \"listen\""))
    #expect(text.contains("asked right after the opening"))
  }

  @Test("A state that no talk comes to is told, and one that an example opens is not")
  func unproven() {
    let text = """
      findings:
        told_off:
          background: true
          patterns: |
            PATTERN
      states:
        listen: {say: Ready., when: [{if: CONDITION, go: rest}]}
        rest: {say: Rest first.}
      """
    let open = text.replacing("CONDITION", with: "told_off").replacing(
      "PATTERN", with: "\"was told off\"")
    #expect(sound(open))
    let shut = open.replacing("told_off, go", with: "age > 90, go")
    #expect(told("unproven-state", shut).count == 1)
  }

  @Test("The longest talk is counted, and told from sixteen questions on")
  func longest() throws {
    let rule = try #require(RuleCatalog.rule("too-many-questions"))
    let verdict = PackChecker().judge(RuleExample(rule.bad).reading)
    #expect(try #require(verdict.longestTalk).questions > LongestTalk.limit)
    #expect(verdict.diagnostics.map(\.code) == ["too-many-questions"])
    let few = PackChecker().judge(RuleExample(rule.good).reading)
    #expect(try #require(few.longestTalk).questions <= 6)
  }

  @Test("A pack with errors is not talked with")
  func errors() {
    let verdict = PackChecker().judge(RuleExample("wordings:\n  a: no\n").reading)
    #expect(verdict.longestTalk == nil)
  }
}
