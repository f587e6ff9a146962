import Testing

@testable import ConversationTesting

@Suite struct BotPatternTests {
  @Test(
    "a pattern fits the line",
    arguments: [
      ("Call 999 now.", "call 999 NOW."), ("*checked today*", "Get this leg checked today."),
      ("Call * now.", "Call 999 now."), ("*", "anything"), ("*", ""), ("a*b*c", "aXXbYYc"),
      ("*a*", "a"), ("Any  of   these?", "Any of these?"), ("2 \\* 3", "2 * 3"),
      ("\\...", "..."), ("a\\\\b", "a\\b"), ("*ab", "aab"), ("**x**", "x"),
      ("call*", "Call"),
    ])
  func fits(_ pattern: String, _ line: String) {
    #expect(BotPattern(pattern).matches(line))
  }

  @Test(
    "a pattern does not fit the line",
    arguments: [
      ("Call 999", "Call 999 now."), ("checked today", "Get this leg checked today."),
      ("ab*ba", "aba"), ("a*b*c", "acb"), ("2 \\* 3", "2 x 3"), ("", "x"), ("call *x", "callx"),
    ])
  func fitsNot(_ pattern: String, _ line: String) {
    #expect(!BotPattern(pattern).matches(line))
  }

  @Test(
    "a line written down as a pattern fits itself and nothing else",
    arguments: ["a*b", "...", "C:\\x\\*", "\\", "Any of these?", "…"])
  func literal(_ line: String) {
    #expect(BotPattern.literal(line).matches(line))
    #expect(!BotPattern.literal(line).matches(line + "x"))
    #expect(!BotPattern.literal(line).isAnyLines)
  }

  @Test("many stars cost no more than the line is long")
  func stars() {
    let pattern = BotPattern(String(repeating: "*a", count: 2000) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }
}
