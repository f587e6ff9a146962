import Testing

@testable import IntentMatching

@Suite struct ExponentialTests {
  @Test(
    "Powers of e come out to five digits",
    arguments: [
      (0, 1), (1, 2.718_281_8), (-1, 0.367_879_4), (-0.3, 0.740_818_2), (-9.5, 7.485_183e-5),
      (20, 4.851_652e8), (-60, 8.756_51e-27),
    ] as [(Float, Float)])
  func powers(x: Float, expected: Float) {
    let lanes = Exponential.exp(Exponential.Lanes(repeating: x))
    #expect(lanes.indices.allSatisfy { abs(lanes[$0] / expected - 1) < 1e-5 })
  }

  @Test("What is far below nothing counts as nothing")
  func vanishing() {
    #expect(Exponential.exp(Exponential.Lanes(repeating: -500))[3] < 1e-30)
  }

  @Test(
    "Logarithms come out to four digits, and what has none gives 0",
    arguments: [
      (1, 0), (2, 0.693_147), (0.05, -2.995_732), (150, 5.010_635), (0, 0), (-3, 0),
    ] as [(Float, Float)])
  func logarithms(x: Float, expected: Float) {
    #expect(abs(Exponential.log(x) - expected) < 2e-4)
  }

  @Test("Shares add up to one whatever the sums are")
  func shares() {
    var sums: ContiguousArray<Float> = [300, 299, -200]
    Exponential.normalise(&sums)
    #expect(abs(sums[0] - -0.313_262) < 1e-3)
    #expect(abs(sums[1] - -1.313_262) < 1e-3)
    #expect(sums[2] < -400)
  }
}
