import Testing

@testable import IntentPacks

@Suite("Conditions")
struct ConditionParserTests {
  private func parse(_ text: String) -> (Condition?, [Diagnostic]) {
    var parser = ConditionParser(PlacedLine(text, at: SourcePlace(file: "a", line: 1)))
    return (parser.parse(), parser.diagnostics)
  }

  static let good: [(String, Condition)] = [
    ("a", .finding("a")),
    ("a and b or c", .or([.and([.finding("a"), .finding("b")]), .finding("c")])),
    ("a and (b or c)", .and([.finding("a"), .or([.finding("b"), .finding("c")])])),
    ("not a", .not(.finding("a"))),
    ("a == x", .oneOf("a", attribute: nil, ["x"])),
    ("a.side in (left, right)", .oneOf("a", attribute: "side", ["left", "right"])),
    ("a.side", .oneOf("a", attribute: "side", ["left", "right", "one"])),
    ("a.trend == worse", .oneOf("a", attribute: "trend", ["worse"])),
    ("age >= 60", .compare("age", .atLeast, 60)),
    ("lasts >= 2 weeks", .compare("lasts", .atLeast, 14)),
    ("a within 8 weeks", .within("a", days: 56)),
    ("a for 2 days", .lasting("a", days: 2)),
    (
      "2 of (a, b, c == d)",
      .atLeast(2, of: [.finding("a"), .finding("b"), .oneOf("c", attribute: nil, ["d"])])
    ),
    ("any(unwell)", .any(group: "unwell")),
  ]

  @Test("Conditions are read", arguments: good)
  func reads(_ text: String, _ condition: Condition) {
    let (parsed, diagnostics) = parse(text)
    #expect(parsed == condition)
    #expect(diagnostics == [])
  }

  static let bad: [(String, Int)] = [
    ("", 1), ("a and", 5), ("a b", 3), ("a = b", 3), ("(a", 2), ("a)", 2), ("a ~ b", 3),
    ("4 of (a, b)", 1), ("a within weeks", 3), ("a within 3", 10), ("a.colour == x", 1),
    ("a.trend", 1), ("a < b", 5), ("and", 1), ("é", 1), ("a in (b", 7),
  ]

  @Test("A mistake is told at its column", arguments: bad)
  func refuses(_ text: String, _ column: Int) {
    let (parsed, diagnostics) = parse(text)
    #expect(parsed == nil)
    #expect(diagnostics.map(\.code) == ["condition-syntax"])
    #expect(diagnostics.map(\.place.column) == [column])
  }

  @Test("Deep brackets are refused, not followed")
  func deep() {
    let (parsed, diagnostics) = parse(String(repeating: "(", count: 100_000) + "a")
    #expect(parsed == nil)
    #expect(diagnostics.count == 1)
  }
}
