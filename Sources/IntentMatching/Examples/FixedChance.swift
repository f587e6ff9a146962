/// A generator of numbers that look like chance and are always the same.
struct FixedChance {
  private var state: UInt64 = 12_345

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 29) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Brings numbers into another order.
  mutating func shuffle(_ order: inout [Int]) {
    for at in order.indices.dropFirst().reversed() {
      order.swapAt(at, Int(next() >> 33) % (at + 1))
    }
  }

  /// Hides about half of a vector; what is left counts double.
  mutating func hideHalf(of vector: SparseVector, in seen: inout SparseVector) {
    seen.ids.removeAll(keepingCapacity: true)
    seen.values.removeAll(keepingCapacity: true)
    var coins: UInt64 = 0
    for at in vector.ids.indices {
      if at & 31 == 0 { coins = next() >> 32 }
      if coins & 1 == 1 {
        seen.ids.append(vector.ids[at])
        seen.values.append(vector.values[at] * 2)
      }
      coins >>= 1
    }
  }
}
