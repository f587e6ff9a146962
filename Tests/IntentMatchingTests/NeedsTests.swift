import Testing

@testable import IntentMatching

/// The bits that rule patterns out before they are looked at.
@Suite struct NeedsTests {
  @Test("a line meets the need for a symbol it has, and for any of a set that the symbol is in")
  func needsAreMet() {
    let lists: ContiguousArray<Symbol> = [7, 70, 9, 7, 70, 9, 130]
    var numbering = NeedNumbering(symbols: 200)
    let pair = numbering.number(of: FlatRange(lower: 0, upper: 2), in: lists)
    let same = numbering.number(of: FlatRange(lower: 3, upper: 5), in: lists)
    let triple = numbering.number(of: FlatRange(lower: 4, upper: 7), in: lists)
    let single = numbering.number(of: FlatRange(lower: 2, upper: 3), in: lists)
    #expect(pair == same)
    #expect(Set([pair, triple, single]).count == 3)
    #expect(single == 9)
    let needs = Needs(numbering, in: lists)
    var bits = needs.noneMet
    func met() -> [Int32] {
      [7, 70, 9, 130, pair, triple, needs.nothing].filter { Needs.isMet($0, in: bits) }
    }
    #expect(met() == [needs.nothing])
    needs.meet(130, in: &bits)
    #expect(met() == [130, triple, needs.nothing])
    needs.meet(7, in: &bits)
    #expect(met() == [7, 130, pair, triple, needs.nothing])
  }

  @Test("very many sets keep numbers of their own")
  func manySets() {
    let lists = ContiguousArray<Symbol>(0..<2_000)
    var numbering = NeedNumbering(symbols: 2_000)
    let numbers = (0..<Int32(1_000)).map {
      numbering.number(of: FlatRange(lower: $0, upper: $0 + 2), in: lists)
    }
    #expect(numbers == (2_000..<Int32(3_000)).map { $0 })
    #expect(numbering.number(of: FlatRange(lower: 500, upper: 502), in: lists) == 2_500)
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
