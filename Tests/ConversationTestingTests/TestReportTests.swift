import ConversationTesting
import Testing

@Suite struct TestReportTests {
  private func report() throws -> TestReport {
    let script = """
      title: Clots & "calves" <today>
      examples:
        | said               | level |
        | my calf is swollen | soon  |
        | squats             | soon  |
      user: <said>
      expect: level <level>
      """
    return TestReport(results: try SmallPack.results(script), seconds: 0.1234)
  }

  @Test("the text shows the failure, the talk around it, and the counts")
  func text() throws {
    #expect(
      try report().text().split(separator: "\n", omittingEmptySubsequences: false)
        == """
        FAIL a.chat [said=squats, level=soon]: Clots & "calves" <today>
          a.chat:7: expected level soon, but it is routine
            | (opening)
            |   bot: What is going on with your legs?
            | user: squats
            |   bot: Leg day: noted.
            |   bot: Any of these?
            |   bot: 1. one calf swollen
            |   bot: 2. chest pain
            |   bot: 3. none of these
            why: heard leg_day = yes (affirmed) in "squats" by (squats | "leg day") (pack.yaml:32)

        2 scripts, 4 turns: 1 passed, 1 failed in 0.12 s

        """.split(separator: "\n", omittingEmptySubsequences: false))
  }

  @Test("JUnit is escaped and counts")
  func junit() throws {
    let xml = try report().junit
    #expect(xml.contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0.12\""))
    #expect(
      xml.contains(
        "name=\"Clots &amp; &quot;calves&quot; &lt;today&gt; [said=squats, level=soon]\""))
    #expect(xml.contains("<failure message=\"expected level soon, but it is routine\">"))
  }

  @Test("TAP has a plan and a line a script")
  func tap() throws {
    let lines = try report().tap.split(separator: "\n").map(String.init)
    #expect(lines[0] == "TAP version 14")
    #expect(lines[1] == "1..2")
    #expect(lines[2].hasPrefix("ok 1 - a.chat [said=my calf"))
    #expect(lines[3].hasPrefix("not ok 2 - "))
    #expect(lines.last == "  ...")
  }

  @Test("no scripts at all is said so")
  func empty() {
    #expect(TestReport(results: []).summary == "no scripts were found")
  }
}
