import LanguageProcessing

/// A symbol at a place of the line.
struct Occurrence {
  var symbol: Symbol
  var start: Int32
  var end: Int32
  /// Which tokens from `start` on it is made of, one bit each; words it skipped are not among them.
  var mask: UInt64
  /// The next one of the same symbol, and of those that start or end at the same place; -1 ends a list.
  var nextOfSymbol: Int32 = -1
  var nextAtStart: Int32 = -1
  var nextAtEnd: Int32 = -1
}

extension UInt64 {
  /// Whether a set of tokens is the better reading of two over the same words: more tokens, then earlier ones.
  func isBetterMask(than other: UInt64) -> Bool {
    if nonzeroBitCount != other.nonzeroBitCount { return nonzeroBitCount > other.nonzeroBitCount }
    let difference = self ^ other
    guard difference != 0 else { return false }
    return self & (difference & (~difference &+ 1)) != 0
  }
}

/// All symbols found in one line, by symbol and by place.
struct Occurrences {
  private(set) var all: ContiguousArray<Occurrence> = []
  /// One bit for each symbol that occurs: see `PatternIndex.bit`.
  private(set) var signature: UInt64 = 0
  /// Each symbol that occurs, once, in order of discovery.
  private(set) var symbols: ContiguousArray<Symbol> = []
  private var startHeads: ContiguousArray<Int32>
  private var endHeads: ContiguousArray<Int32>
  /// A place of a small hash table: a symbol, the first and last of its list.
  private struct Slot {
    var symbol: Symbol = -1
    var head: Int32 = -1
    var tail: Int32 = -1
  }
  private var slots: ContiguousArray<Slot>
  private var tableMask: Int

  init(tokens: Int) {
    startHeads = ContiguousArray(repeating: -1, count: tokens + 1)
    endHeads = ContiguousArray(repeating: -1, count: tokens + 1)
    var size = 64
    while size < tokens * 4 { size *= 2 }
    slots = ContiguousArray(repeating: Slot(), count: size)
    tableMask = size - 1
    symbols.reserveCapacity(tokens * 2 + 8)
    all.reserveCapacity(tokens * 2 + 8)
  }

  subscript(at: Int32) -> Occurrence { all[Int(at)] }

  func first(of symbol: Symbol) -> Int32 { slots[slot(symbol)].head }
  func first(startingAt token: Int) -> Int32 { startHeads[token] }
  func first(endingAt token: Int) -> Int32 { endHeads[token] }

  /// Whether a symbol occurs between two tokens.
  func contains(_ symbol: Symbol, in range: Range<Int32>) -> Bool {
    var at = first(of: symbol)
    while at >= 0 {
      let found = all[Int(at)]
      if found.start >= range.lowerBound, found.end <= range.upperBound { return true }
      at = found.nextOfSymbol
    }
    return false
  }

  /// Adds an occurrence and gives its number.
  mutating func add(_ symbol: Symbol, _ start: Int32, _ end: Int32, _ mask: UInt64) -> Int32 {
    let number = Int32(truncatingIfNeeded: all.count)
    all.append(
      Occurrence(
        symbol: symbol, start: start, end: end, mask: mask,
        nextAtStart: startHeads[Int(start)], nextAtEnd: endHeads[Int(end)]))
    startHeads[Int(start)] = number
    endHeads[Int(end)] = number
    signature |= PatternIndex.bit(symbol)
    let at = slot(symbol)
    if slots[at].symbol == symbol {
      all[Int(slots[at].tail)].nextOfSymbol = number
      slots[at].tail = number
    } else {
      slots[at] = Slot(symbol: symbol, head: number, tail: number)
      symbols.append(symbol)
      if symbols.count * 2 > slots.count { grow() }
    }
    return number
  }

  private func slot(_ symbol: Symbol) -> Int {
    var at = Int(truncatingIfNeeded: UInt32(bitPattern: symbol) &* 0x9E37_79B1 >> 7) & tableMask
    while slots[at].symbol != symbol, slots[at].symbol >= 0 { at = (at + 1) & tableMask }
    return at
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: Slot(), count: old.count * 2)
    tableMask = slots.count - 1
    for from in old.indices where old[from].symbol >= 0 {
      slots[slot(old[from].symbol)] = old[from]
    }
  }
}
