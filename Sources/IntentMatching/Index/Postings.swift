/// Lists of items by symbol, in one flat array.
struct Postings<Item: Sendable>: Sendable {
  private let starts: ContiguousArray<Int32>
  private let items: ContiguousArray<Item>

  /// Sorts pairs by symbol, keeping their order within one.
  init(_ pairs: ContiguousArray<(symbol: Symbol, item: Item)> = [], symbols: Int = 0) {
    var starts = ContiguousArray<Int32>(repeating: 0, count: symbols + 1)
    for pair in pairs { starts[Int(pair.symbol) + 1] += 1 }
    for at in 0..<symbols { starts[at + 1] += starts[at] }
    var next = starts
    var places = ContiguousArray<Int32>(repeating: 0, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      places[Int(next[Int(pair.symbol)])] = Int32(truncatingIfNeeded: number)
      next[Int(pair.symbol)] += 1
    }
    self.starts = starts
    items = ContiguousArray(places.lazy.map { pairs[Int($0)].item })
  }

  func range(of symbol: Symbol) -> Range<Int> {
    Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])
  }

  subscript(at: Int) -> Item { items[at] }
}
