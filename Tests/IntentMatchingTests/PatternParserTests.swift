import IntentPacks
import Testing

@testable import IntentMatching

@Suite struct PatternParserTests {
  private func parse(_ text: String) -> (Pattern?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let line = Placed(text, at: SourcePlace(file: "a.yaml", line: 3, column: 7))
    return (PatternParser.pattern(line, diagnostics: &diagnostics), diagnostics)
  }

  @Test("Every sign of the syntax is read")
  func signs() {
    let (pattern, diagnostics) = parse("calf @swollen [really] (a | b c) \"x ... =y\" -shoe {side}")
    #expect(diagnostics.isEmpty)
    #expect(
      pattern?.items == [
        .word("calf", exact: false, at: 0), .concept("swollen", at: 5),
        .optional([[.word("really", exact: false, at: 15)]], at: 14),
        .anyOf(
          [
            [.word("a", exact: false, at: 24)],
            [.word("b", exact: false, at: 28), .word("c", exact: false, at: 30)],
          ], at: 23),
        .phrase(
          [.word("x", exact: false, at: 34), .gap(at: 36), .word("y", exact: true, at: 40)], at: 33
        ), .excluded(.word("shoe", exact: false, at: 45), at: 44), .capture(.side, at: 50),
      ])
  }

  @Test(
    "A mistake is one diagnostic at its column, and says how to mend it",
    arguments: [
      ("calf (swollen | puffy", 5, "( is never closed"),
      ("calf \"gave way", 5, "\" is never closed"),
      ("calf )", 5, "nothing is open that ) could close"),
      ("calf | leg", 5, "| stands outside brackets"),
      ("calf ... swollen", 5, "... stands outside quotes"),
      ("calf (a | )", 5, "an alternative is empty"),
      ("calf \"\"", 5, "there is nothing between the quotes"),
      ("calf - shoe", 5, "- needs a word right after it"),
      ("(calf -shoe)", 6, "an excluded word stands inside quotes or brackets"),
      ("calf @", 5, "@ needs the name of a concept right after it"),
      ("calf =", 5, "= needs a word right after it"),
      ("calf {colour}", 5, "there is no value called \"colour\""),
      ("calf {side", 5, "{ is never closed"),
      ("\"a (b\" c", 3, "( is never closed"),
      ("", 0, "this pattern is empty"),
    ])
  func mistakes(text: String, column: Int, message: String) {
    let (pattern, diagnostics) = parse(text)
    #expect(pattern == nil)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.place == SourcePlace(file: "a.yaml", line: 3, column: 7 + column))
    #expect(diagnostics.first?.help != nil)
  }

  @Test("Brackets nested without end are refused, not followed")
  func depth() {
    let (_, diagnostics) = parse(String(repeating: "(", count: 1_900) + "a")
    #expect(diagnostics.first?.code == "pattern-too-large")
    #expect(parse(String(repeating: "a ", count: 5_000)).1.first?.code == "pattern-too-large")
  }

  @Test("A gap at the edge of quotes means nothing, and is only warned of")
  func gapAtEdge() {
    let (pattern, diagnostics) = parse("\"... calf up ...\"")
    #expect(diagnostics.map(\.severity) == [.warning, .warning])
    #expect(pattern?.items.count == 1)
    #expect(parse("\"...\"").1.map(\.severity) == [.warning])
  }

  @Test("Quotes inside the brackets of a phrase change nothing but its tree")
  func innerQuotes() {
    let (pattern, diagnostics) = parse("\"tell (pee | \"passing water\")\"")
    #expect(diagnostics.isEmpty)
    guard case .phrase(let nodes, _)? = pattern?.items.first, case .anyOf(let some, _)? = nodes.last
    else {
      Issue.record("no group")
      return
    }
    #expect(some.count == 2)
  }

  @Test("Typographic quotes are quotes")
  func quotes() {
    #expect(parse("“gave way”").0?.items == parse("\"gave way\"").0?.items)
  }

  @Test("An unknown concept names the nearest one; a circle of concepts is cut and named")
  func concepts() {
    let pack = PlainReader.pack(
      ["f": ["leg @swolen"]],
      concepts: ["swollen": ["puffy"], "one": ["@two up"], "two": ["@one", "more"]])
    let (_, diagnostics) = PlainReader.matcher(pack)
    #expect(diagnostics.map(\.code).sorted() == ["concept-cycle", "unknown-concept"])
    #expect(diagnostics.contains { $0.help == "did you mean \"@swollen\"?" })
  }

  @Test(
    "A pattern that requires nothing, or stands for too much, is refused",
    arguments: [
      ("[a] [b]", "pattern-requires-nothing"), ("-a", "pattern-requires-nothing"),
      ("\"[a]\"", "pattern-requires-nothing"),
      (String(repeating: "(a b | c d) ", count: 12), "pattern-too-large"),
      ((0..<40).map { "w\($0)" }.joined(separator: " "), "pattern-too-large"),
    ])
  func refusals(text: String, code: String) {
    #expect(PlainReader.matcher(PlainReader.pack(["f": [text]])).1.map(\.code) == [code])
  }
}
