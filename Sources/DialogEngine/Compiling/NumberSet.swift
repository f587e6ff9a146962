/// A set of small numbers, such as those of findings or of rules, one bit each.
struct NumberSet: Sendable {
  private var bits: [UInt64]

  /// - Parameter count: one more than the highest number there can be.
  init(count: Int) { bits = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Adds a number; one that there cannot be is left out.
  mutating func insert(_ number: Int) {
    guard bits.indices.contains(number >> 6) else { return }
    bits[number >> 6] |= 1 << UInt64(number & 63)
  }

  mutating func formUnion(_ other: NumberSet) {
    for at in bits.indices where at < other.bits.count { bits[at] |= other.bits[at] }
  }

  func contains(_ number: Int) -> Bool {
    bits.indices.contains(number >> 6) && bits[number >> 6] & 1 << UInt64(number & 63) != 0
  }

  /// The numbers, ascending.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (at, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(at * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }
}
