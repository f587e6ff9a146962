/// A set of findings by number, one bit each: whether two such sets share one is known from a few words of memory.
struct FindingSet: Sendable {
  private var bits: [UInt64]

  /// - Parameter count: how many findings the pack has.
  init(count: Int) { bits = [UInt64](repeating: 0, count: (count + 63) / 64) }

  /// Adds a finding; numbers that the pack does not have are left out.
  mutating func insert(_ finding: Int) {
    guard bits.indices.contains(finding >> 6) else { return }
    bits[finding >> 6] |= 1 << UInt64(finding & 63)
  }

  mutating func formUnion(_ other: FindingSet) {
    for at in bits.indices where at < other.bits.count { bits[at] |= other.bits[at] }
  }

  func contains(_ finding: Int) -> Bool {
    bits.indices.contains(finding >> 6) && bits[finding >> 6] & 1 << UInt64(finding & 63) != 0
  }

  func intersects(_ other: FindingSet) -> Bool {
    for at in 0..<min(bits.count, other.bits.count) where bits[at] & other.bits[at] != 0 {
      return true
    }
    return false
  }
}
