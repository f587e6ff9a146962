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
  /// Whether it is the first of its symbol.
  var isFirst = false
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
  /// A bit for each need that what occurs answers.
  private var met: ContiguousArray<UInt64>
  /// How many different symbols occur.
  private var symbolCount = 0
  /// The latest occurrence that starts and that ends at a place.
  private struct Heads {
    var start: Int32 = -1
    var end: Int32 = -1
  }
  private var heads: ContiguousArray<Heads>
  /// A place of a small hash table: a symbol, the first and last of its list.
  private struct Slot {
    var symbol: Symbol = -1
    var head: Int32 = -1
    var tail: Int32 = -1
  }
  private var slots: ContiguousArray<Slot>
  private var tableMask: Int

  init(tokens: Int, needs: Needs) {
    met = needs.noneMet
    // Appended, because an array made by repeating looks its own type up each time.
    heads = []
    heads.reserveCapacity(tokens + 1)
    heads.append(contentsOf: repeatElement(Heads(), count: tokens + 1))
    var size = 64
    while size < tokens * 4 { size *= 2 }
    slots = []
    slots.reserveCapacity(size)
    slots.append(contentsOf: repeatElement(Slot(), count: size))
    tableMask = size - 1
    all.reserveCapacity(tokens * 2 + 8)
  }

  subscript(at: Int32) -> Occurrence { all[Int(at)] }

  /// The number of the first occurrence of a symbol; -1 when there is none.
  func first(of symbol: Symbol) -> Int32 {
    guard meets(symbol) else { return -1 }
    return slots[slot(symbol)].head
  }
  func first(startingAt token: Int) -> Int32 { heads[token].start }
  func first(endingAt token: Int) -> Int32 { heads[token].end }

  /// Whether something that occurs answers a need.
  func meets(_ need: Int32) -> Bool { Needs.isMet(need, in: met) }

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
  mutating func add(
    _ symbol: Symbol, _ start: Int32, _ end: Int32, _ mask: UInt64, in shared: SharedIndex
  ) -> Int32 {
    let number = Int32(truncatingIfNeeded: all.count)
    all.append(
      Occurrence(
        symbol: symbol, start: start, end: end, mask: mask,
        nextAtStart: heads[Int(start)].start, nextAtEnd: heads[Int(end)].end))
    heads[Int(start)].start = number
    heads[Int(end)].end = number
    let at = slot(symbol)
    if slots[at].symbol == symbol {
      all[Int(slots[at].tail)].nextOfSymbol = number
      slots[at].tail = number
    } else {
      slots[at] = Slot(symbol: symbol, head: number, tail: number)
      all[Int(number)].isFirst = true
      shared.index.needs.meet(symbol, in: &met)
      symbolCount += 1
      if symbolCount * 2 > slots.count { grow() }
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
