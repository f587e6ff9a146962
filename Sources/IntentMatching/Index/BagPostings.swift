/// The bags that each symbol is the rarest of, in one flat array, with what rules most of them out.
///
/// What is asked of a bag before it is looked at lies side by side: most bags under a word need another word that the line
/// does not have.
struct BagPostings: Sendable {
  struct Item: Sendable {
    /// In `PatternIndex.bags`.
    var rule: Int32
    /// The two rarest of its needs beside the one it is listed under: see `Needs`.
    var need: Int32
    var otherNeed: Int32
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
        if line.meets(item.need), line.meets(item.otherNeed) { candidates.append(item.rule) }
      }
    }
  }
}
