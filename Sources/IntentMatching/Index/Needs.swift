/// What rules need of a line, as numbers that one bit each of the line answers: a symbol has its own number, and a set of
/// symbols any of which will do has one behind those of all symbols.
///
/// Whether a line can fit a rule is known from a few bits, without a look at the rule.
struct Needs: Sendable {
  /// Stands for no need at all: its bit is set in every line. The highest number.
  let nothing: Int32
  /// The sets that each symbol belongs to.
  private let sets: Postings<Int32>

  init(
    _ numbering: NeedNumbering = NeedNumbering(symbols: 0), in lists: ContiguousArray<Symbol> = []
  ) {
    nothing = Int32(truncatingIfNeeded: numbering.symbols + numbering.sets.count)
    var pairs: ContiguousArray<(symbol: Symbol, item: Int32)> = []
    for (at, list) in numbering.sets.enumerated() {
      let number = Int32(truncatingIfNeeded: numbering.symbols + at)
      for place in list.indices { pairs.append((lists[place], number)) }
    }
    sets = Postings(pairs, symbols: numbering.symbols)
  }

  /// The bits of a line in which nothing was found so far.
  var noneMet: ContiguousArray<UInt64> {
    // Appended, because an array made by repeating looks its own type up each time.
    var bits: ContiguousArray<UInt64> = []
    let count = Int(nothing >> 6) + 1
    bits.reserveCapacity(count)
    bits.append(contentsOf: repeatElement(0, count: count))
    Self.set(nothing, in: &bits)
    return bits
  }

  /// Notes that a symbol was found.
  func meet(_ symbol: Symbol, in bits: inout ContiguousArray<UInt64>) {
    Self.set(symbol, in: &bits)
    for at in sets.range(of: symbol) { Self.set(sets[at], in: &bits) }
  }

  @inline(__always)
  static func isMet(_ need: Int32, in bits: ContiguousArray<UInt64>) -> Bool {
    bits[Int(need >> 6)] & 1 &<< UInt64(truncatingIfNeeded: need & 63) != 0
  }

  @inline(__always)
  private static func set(_ need: Int32, in bits: inout ContiguousArray<UInt64>) {
    bits[Int(need >> 6)] |= 1 &<< UInt64(truncatingIfNeeded: need & 63)
  }
}

/// Gives sets of symbols their numbers, equal lists the same.
struct NeedNumbering {
  let symbols: Int
  private(set) var sets: ContiguousArray<FlatRange> = []
  private var slots = ContiguousArray<Int32>(repeating: -1, count: 256)

  init(symbols: Int) { self.symbols = symbols }

  /// The number of the need for any symbol of a list that is not empty.
  mutating func number(of list: FlatRange, in lists: ContiguousArray<Symbol>) -> Int32 {
    guard list.count > 1 else { return lists[Int(list.lower)] }
    if sets.count * 2 >= slots.count { grow(lists) }
    let slot = slot(of: list, lists)
    if slots[slot] < 0 {
      slots[slot] = Int32(truncatingIfNeeded: sets.count)
      sets.append(list)
    }
    return Int32(truncatingIfNeeded: symbols) + slots[slot]
  }

  /// Where a list stands, or may be put.
  private func slot(of list: FlatRange, _ lists: ContiguousArray<Symbol>) -> Int {
    var digest: UInt64 = 0
    for at in list.indices {
      digest = (digest ^ UInt64(truncatingIfNeeded: lists[at])) &* 0x9E37_79B9_7F4A_7C15
      digest ^= digest >> 29
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: digest >> 32) & mask
    while slots[slot] >= 0, !isEqual(sets[Int(slots[slot])], list, lists) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(
    _ a: FlatRange, _ b: FlatRange, _ lists: ContiguousArray<Symbol>
  ) -> Bool {
    guard a.count == b.count else { return false }
    for at in 0..<a.count where lists[Int(a.lower) + at] != lists[Int(b.lower) + at] {
      return false
    }
    return true
  }

  private mutating func grow(_ lists: ContiguousArray<Symbol>) {
    slots = ContiguousArray(repeating: -1, count: slots.count * 2)
    for at in sets.indices {
      slots[slot(of: sets[at], lists)] = Int32(truncatingIfNeeded: at)
    }
  }
}
