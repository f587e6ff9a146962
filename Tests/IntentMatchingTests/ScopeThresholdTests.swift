import Testing

@testable import IntentMatching

@Suite struct ScopeThresholdTests {
  /// A hundred right answers, each a little surer than the one before.
  private let right = (1...100).map { Exponential.log(Float($0) / 200) }

  @Test("The more left-out examples are told wrongly, the surer a line must be")
  func carefulWhenUnsure() {
    let sure = ScopeThreshold.threshold([(right, asked: 104)], intents: 1_000)
    let unsure = ScopeThreshold.threshold([(right, asked: 110)], intents: 1_000)
    #expect(sure == right[1])
    #expect(unsure == right[2])
  }

  @Test("The answers of all repetitions count together")
  func together() {
    let halves = [(Array(right[..<50]), asked: 55), (Array(right[50...]), asked: 55)]
    #expect(
      ScopeThreshold.threshold(halves, intents: 1_000)
        == ScopeThreshold.threshold([(right, asked: 110)], intents: 1_000))
  }

  @Test("It stays above even chances and below what always suffices")
  func bounds() {
    let weak = [Float](repeating: Exponential.log(0.001), count: 50)
    #expect(ScopeThreshold.threshold([(weak, asked: 50)], intents: 10) == Exponential.log(0.15))
    let certain = [Float](repeating: 0, count: 50)
    #expect(ScopeThreshold.threshold([(certain, asked: 50)], intents: 10) == Exponential.log(0.6))
    #expect(ScopeThreshold.threshold([([], asked: 3)], intents: 10) == Exponential.log(0.15))
  }

  @Test("Few examples are left out in turn, many only once")
  func repetitions() {
    #expect(ScopeThreshold.repetitions(2) == 5)
    #expect(ScopeThreshold.repetitions(700) == 2)
    #expect(ScopeThreshold.repetitions(15_000) == 1)
  }
}
