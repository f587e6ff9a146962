/// Features with a number each, found by a hash that is already well mixed.
struct FeatureTable: Sendable {
  private var keys: ContiguousArray<UInt64> = []
  private var numbers: ContiguousArray<Int32> = []
  private(set) var count = 0

  /// The number of a feature; -1 when it is not known.
  func number(of key: UInt64) -> Int32 {
    guard !keys.isEmpty else { return -1 }
    let slot = slot(of: key)
    return keys[slot] == key ? numbers[slot] : -1
  }

  /// The number of a feature, which is made known if it was not.
  mutating func add(_ key: UInt64) -> Int32 {
    if count * 2 >= keys.count { grow() }
    let slot = slot(of: key)
    if keys[slot] != key {
      keys[slot] = key
      numbers[slot] = Int32(truncatingIfNeeded: count)
      count += 1
    }
    return numbers[slot]
  }

  /// Where a feature stands or would stand; no feature is 0.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = ContiguousArray(repeating: 0, count: max(1024, old.0.count * 2))
    numbers = ContiguousArray(repeating: -1, count: keys.count)
    for at in old.0.indices where old.0[at] != 0 {
      let slot = slot(of: old.0[at])
      keys[slot] = old.0[at]
      numbers[slot] = old.1[at]
    }
  }
}
