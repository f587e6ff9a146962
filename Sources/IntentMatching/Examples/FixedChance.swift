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
    let count = vector.ids.count
    if seen.ids.count < count {
      seen.ids.append(contentsOf: repeatElement(0, count: count - seen.ids.count))
      seen.values.append(contentsOf: repeatElement(0, count: count - seen.values.count))
    }
    var kept = 0
    vector.ids.withUnsafeBufferPointer { ids in
      vector.values.withUnsafeBufferPointer { values in
        seen.ids.withUnsafeMutableBufferPointer { seenIDs in
          seen.values.withUnsafeMutableBufferPointer { seenValues in
            var coins: UInt64 = 0
            for at in 0..<count {
              if at & 31 == 0 { coins = next() >> 32 }
              // Written always and kept by chance: half of all branches would be foreseen wrongly.
              seenIDs[kept] = ids[at]
              seenValues[kept] = values[at] * 2
              kept += Int(coins & 1)
              coins >>= 1
            }
          }
        }
      }
    }
    seen.ids.removeLast(seen.ids.count - kept)
    seen.values.removeLast(seen.values.count - kept)
  }
}
