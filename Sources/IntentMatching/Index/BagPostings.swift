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

  private var starts: ContiguousArray<Int32>
  private var items: ContiguousArray<Item>

  /// Sorts pairs by symbol, keeping their order within one.
  init(_ pairs: ContiguousArray<(symbol: Symbol, item: Item)>, symbols: Int) {
    starts = ContiguousArray(repeating: 0, count: symbols + 1)
    for pair in pairs { starts[Int(pair.symbol) + 1] += 1 }
    for at in 0..<symbols { starts[at + 1] += starts[at] }
    items = ContiguousArray(
      repeating: Item(rule: 0, other: -1, signature: 0), count: pairs.count)
    var next = starts
    for pair in pairs {
      items[Int(next[Int(pair.symbol)])] = pair.item
      next[Int(pair.symbol)] += 1
    }
  }

  /// Adds the bags that may fit a line, in no order, some of them more than once.
  func collect(_ line: Occurrences, into candidates: inout ContiguousArray<Int32>) {
    for found in line.all where found.isFirst {
      for at in Int(starts[Int(found.symbol)])..<Int(starts[Int(found.symbol) + 1]) {
        guard items[at].signature & ~line.signature == 0 else { continue }
        let other = items[at].other
        if other < 0 || line.first(of: other) >= 0 { candidates.append(items[at].rule) }
      }
    }
  }
}
