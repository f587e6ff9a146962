import ConversationTesting
import Testing

@Suite struct ScriptParserTests {
  @Test(
    "a mistake is told with its place, and with what was likely meant",
    arguments: [
      (
        "usr: hello\nexpect: level soon",
        "unknown-key 1:1 a script has no \"usr:\" lines / did you mean \"user:\"?"
      ),
      (
        "hello\nexpect: level soon",
        "not-a-line 1:1 this line has no key / a line starts with user:, bot:, expect: or the like, a comment with #"
      ),
      (
        "user: hi\nexpect: levl soon",
        "bad-expectation 2:9 \"levl\" is nothing that can be expected / did you mean \"level\"?"
      ),
      (
        "user: hi\nexpect: level son",
        "bad-expectation 2:15 \"son\" is not a level / did you mean \"soon\"? one of: routine, soon, urgent, emergency"
      ),
      (
        "user: hi\nexpect: flag dvt raisd",
        "bad-expectation 2:18 \"raisd\" is not what a flag can be / did you mean \"raised\"? one of: raised, suspected, clear"
      ),
      (
        "user: hi\nexpect: finding calf_swelling",
        "bad-expectation 2:30 \"=\" and a value are missing / write \"= yes\""
      ),
      (
        "user: hi\nexpect: question legs chest",
        "bad-expectation 2:23 nothing is expected behind \"question legs\" / take \"chest\" away"
      ),
      (
        "user: hi\nexpect:",
        "bad-expectation 2:8 this expects nothing / write, for example, \"expect: level urgent\""
      ),
      (
        "user: hi\nexpect: flag dtv raised",
        "unknown-id 2:14 no red flag is called \"dtv\" / did you mean \"dvt\"?"
      ),
      (
        "user: hi\nexpect: finding calf_sweling = yes",
        "unknown-id 2:17 no finding is called \"calf_sweling\" / did you mean \"calf_swelling\"? (pack.yaml:10)"
      ),
      (
        "user: hi\nexpect: no cause heavy_lifing",
        "unknown-id 2:18 no cause is called \"heavy_lifing\" / did you mean \"heavy_lifting\"?"
      ),
      (
        "user: hi\nexpect: finding sore = maybe",
        "unknown-value 2:17 \"sore\" can never be \"maybe\" / it can be: yes, unsure, no, conflict, unknown"
      ),
      (
        "user: hi\nexpect: finding sore.colour = red",
        "unknown-id 2:17 a finding has no \"colour\" / there are: side, trend, severity"
      ),
      (
        "answers:\n  chst: no\nuser: hi\nexpect: level soon",
        "unknown-id 2:3 no finding, screen or topic is called \"chst\" / did you mean \"chest\"?"
      ),
      (
        "answers:\nuser: hi\nexpect: level soon",
        "missing-value 1:1 this block answers nothing / below it, one a line: \"chest: no\" or \"*: no\""
      ),
      (
        "answers:\n  *: no\n  *: yes\nuser: hi\nexpect: level soon",
        "given-twice 3:3 \"*\" is answered twice / the first answer would always win; take one away"
      ),
      (
        "date: 2026-13-01\nuser: hi\nexpect: level soon",
        "bad-date 1:7 \"2026-13-01\" is not a date / write it as 2026-03-02"
      ),
      (
        "user: hi\ndate: 2025-01-01\nuser: hi\nexpect: level soon",
        "bad-date 2:7 the day goes back from 2026-01-15 to 2025-01-01 / a conversation only moves on"
      ),
      (
        "title: a\ntitle: b\nuser: hi\nexpect: level soon",
        "given-twice 2:1 \"title\" is given twice / take one away"
      ),
      (
        "user: hi\nexpect: level soon\ntitle: b",
        "misplaced 3:1 \"title\" stands behind the first turn / it belongs to the beginning of the file"
      ),
      (
        "or: hi\nuser: hi\nexpect: level soon",
        "misplaced 1:1 \"or:\" follows no line it could stand for / put it right below a user:, bot:, not bot: or never: line"
      ),
      (
        "skip:\nuser: hi\nexpect: level soon",
        "missing-value 1:1 \"skip\" needs a reason / say why in a few words"
      ),
      (
        "include: b.chat\nuser: hi\nexpect: level soon",
        "no-file 1:10 no file \"b.chat\" can be read / paths count from this file"
      ),
      (
        "shuffle:\n  one\nexpect: level soon",
        "missing-value 1:1 there is nothing to shuffle / below it, indented, at least two things the user says, one a line"
      ),
      (
        "examples:\n| a | b |\n| 1 |\nuser: <a>\nexpect: level soon",
        "bad-table 3:1 this row has 1 cells and the table 2 columns / a | inside a cell is written \\|"
      ),
      (
        "user: hi",
        "no-expectation 1:1 this script expects nothing, so it cannot fail / add a bot: or expect: line"
      ),
      (
        "user: hi\nbot: ...",
        "no-expectation 1:1 this script expects nothing, so it cannot fail / add a bot: or expect: line"
      ),
    ])
  func mistakes(_ script: String, _ mistake: String) throws {
    #expect(try SmallPack.mistakes(script).contains(mistake))
  }

  @Test("comments, blank lines, a byte order mark and line feeds of any kind are no mistake")
  func lenient() throws {
    let script =
      "\u{FEFF}# a comment\r\ntitle: A talk: with a colon\r\n\r\n  # more\r\nuser: hi: there\r\n"
      + "expect: level routine\r\n"
    #expect(try SmallPack.mistakes(script) == [])
    let parsed = ScriptSuite(texts: [("a.chat", script)]).scripts[0]
    #expect(parsed.title == "A talk: with a colon")
    #expect(parsed.steps.count == 1)
  }

  @Test("files that include each other are told")
  func cycle() throws {
    let mistakes = try SmallPack.mistakes(
      "include: b.chat\nuser: hi\nexpect: level soon", including: ["b.chat": "include: a.chat"])
    #expect(mistakes == ["include-cycle 1:10 \"a.chat\" includes this file again / take one away"])
  }
}
