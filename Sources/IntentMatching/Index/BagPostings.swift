/// The bags that each symbol is the rarest of, in one flat array, with what rules most of them out.
///
/// What is asked of a bag before it is looked at lies side by side: most bags under a word need another word that the line
/// does not have.
struct BagPostings: Sendable {
  struct Item: Sendable {
    /// In `PatternIndex.bags`.
    var rule: Int32
    /// A symbol that the bag requires beside its rarest; -1 when there is none without alternative.
    var other: Symbol
    /// One bit for each symbol that it requires without alternative.
    var signature: UInt64
  }

  private let postings: Postings<Item>

  init(_ pairs: ContiguousArray<(symbol: Symbol, item: Item)> = [], symbols: Int = 0) {
    postings = Postings(pairs, symbols: symbols)
  }

  /// Adds the bags that may fit a line, in no order, some of them more than once.
  func collect(_ line: Occurrences, into candidates: inout ContiguousArray<Int32>) {
    for found in line.all where found.isFirst {
      for at in postings.range(of: found.symbol) {
        let item = postings[at]
        guard item.signature & ~line.signature == 0 else { continue }
        if item.other < 0 || line.first(of: item.other) >= 0 { candidates.append(item.rule) }
      }
    }
  }
}
