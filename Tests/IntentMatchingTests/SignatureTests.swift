import Testing

@testable import IntentMatching

/// The bits that rule patterns out before they are looked at.
@Suite struct SignatureTests {
  @Test("each symbol has exactly one bit, and symbols are spread over all of them")
  func bitsAreSpread() {
    var used: [UInt64: Int] = [:]
    for symbol in 0..<Symbol(6_400) {
      let bit = PatternIndex.bit(symbol)
      #expect(bit.nonzeroBitCount == 1, "symbol \(symbol)")
      used[bit, default: 0] += 1
    }
    #expect(used.count == 64)
    #expect(used.values.allSatisfy { (50...200).contains($0) })
  }

  @Test(
    "of patterns that share their rarest word only those are looked at whose other words are there")
  func candidatesNeedTheirOtherWords() {
    let (matcher, _) = PlainReader.matcher(
      PlainReader.pack(["f": (0..<50).map { "rare word\($0)" }]))
    let line = matcher.scan(PlainReader.utterance("word7 is rare"), on: PlainReader.date)
    var candidates: ContiguousArray<Int32> = []
    line.index.bagsByAnchor.collect(line.occurrences, into: &candidates)
    #expect(candidates.count == 1)
  }
}
