/// Where each word leads from each node of a trie: a hash table of pairs of numbers.
struct NodeTable: Sendable {
  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var targets: [Int32] = Array(repeating: -1, count: 1024)
  private var count = 0

  /// The node that a word leads to; nil when it leads nowhere. Nodes count from 1.
  @inline(__always)
  func next(_ node: Int32, _ word: Int32) -> Int32? {
    let slot = slot(of: Self.key(node, word))
    return targets[slot] >= 0 ? targets[slot] : nil
  }

  mutating func add(_ node: Int32, _ word: Int32, leadsTo target: Int32) {
    count += 1
    if count * 2 > keys.count { grow() }
    let key = Self.key(node, word)
    let slot = slot(of: key)
    keys[slot] = key
    targets[slot] = target
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, targets)
    keys = Array(repeating: 0, count: old.0.count * 2)
    targets = Array(repeating: -1, count: keys.count)
    for at in old.0.indices where old.0[at] != 0 {
      let slot = slot(of: old.0[at])
      keys[slot] = old.0[at]
      targets[slot] = old.1[at]
    }
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
