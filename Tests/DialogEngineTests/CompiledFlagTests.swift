import IntentPacks
import Testing

@testable import DialogEngine

/// Which rules of a flag can be passed over while none of their signs is there.
@Suite struct CompiledFlagTests {
  static let cases: [(ConditionTree, Bool)] = [
    (.finding(1), true),
    (.finding(9), false),
    (.and([.finding(9), .finding(1)]), true),
    (.and([.finding(9), .finding(8)]), false),
    (.or([.finding(1), .finding(2)]), true),
    (.or([.finding(1), .finding(9)]), false),
    (.or([]), true),
    (.atLeast(2, [.finding(1), .finding(2), .finding(9)]), true),
    (.atLeast(1, [.finding(1), .finding(2), .finding(9)]), false),
    (.atLeast(2, [.finding(1), .finding(8), .finding(9)]), false),
    (.not(.finding(1)), false),
    (.option(1, ["red"]), true),
    (.option(1, ["no"]), false),
    (.side(2, ["left"]), true),
    (.within(9, days: 3), false),
    (.and([.or([.finding(8), .finding(9)]), .side(2, ["left"])]), true),
  ]

  @Test("A condition requires a sign when it cannot hold without one", arguments: cases)
  func requires(_ condition: ConditionTree, _ isNeeded: Bool) {
    #expect(condition.requires([1, 2]) == isNeeded)
  }

  /// What is looked for by trying: some way to answer the other findings makes the condition hold without any sign.
  @Test("What requires a sign never holds without one, whatever else is true", arguments: cases)
  func neverHoldsWithout(_ condition: ConditionTree, _ isNeeded: Bool) {
    guard isNeeded else { return }
    for others in 0..<4 {
      let truths: [Int: Truth] = [
        8: others & 1 == 0 ? .no : .yes, 9: others & 2 == 0 ? .no : .yes,
      ]
      for sign in [Truth.no, .unknown] {
        #expect(truth(of: condition) { truths[$0] ?? sign } != .yes)
      }
    }
  }

  @Test("Only a condition that a denial can make true may hold with nothing affirmed")
  func holdsByDenial() {
    let byDenial = Self.cases.filter(\.0.mayHoldByDenial).map { "\($0.0)" }
    #expect(
      byDenial == [ConditionTree.not(.finding(1)), .option(1, ["no"])].map { "\($0)" })
    #expect(ConditionTree.and([.finding(1), .not(.finding(2))]).mayHoldByDenial)
    #expect(ConditionTree.and([]).mayHoldByDenial)
    for (condition, _) in Self.cases where !condition.mayHoldByDenial {
      for said in [Truth.no, .unknown] { #expect(truth(of: condition) { _ in said } != .yes) }
    }
  }

  @Test("A set holds the numbers that were put in, and those of another")
  func setsOfNumbers() {
    var some = NumberSet(count: 130)
    var others = NumberSet(count: 130)
    for number in [129, 0, 63, 64, 500, -1] { some.insert(number) }
    for number in [1, 62, 128] { others.insert(number) }
    #expect(some.numbers == [0, 63, 64, 129])
    #expect((-2..<600).filter(some.contains) == some.numbers)
    others.formUnion(some)
    #expect(others.numbers == [0, 1, 62, 63, 64, 128, 129])
  }

  /// A slow, obvious reading of the kinds of condition above.
  private func truth(of condition: ConditionTree, _ said: (Int) -> Truth) -> Truth {
    switch condition {
    case .finding(let f), .side(let f, _), .attribute(let f, _, _), .option(let f, _),
      .compare(let f, _, _), .within(let f, _), .lasting(let f, _):
      said(f)
    case .and(let parts): parts.reduce(.yes) { $0 && truth(of: $1, said) }
    case .or(let parts): parts.reduce(.no) { $0 || truth(of: $1, said) }
    case .not(let part): !truth(of: part, said)
    case .atLeast(let count, let parts):
      parts.count { truth(of: $0, said) == .yes } >= count ? .yes : .no
    }
  }
}
