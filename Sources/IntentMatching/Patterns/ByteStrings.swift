/// A set of words by their bytes, which needs no string for a word it holds already.
struct ByteStrings {
  private var bytes: [UInt8] = []
  /// Where each word ends; it begins where the one before it ends.
  private var ends: [Int32] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  /// Adds a word, unless it is there; its number, by the order in which words came.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    if ends.count * 2 >= slots.count { grow() }
    let slot = slot(of: word)
    guard slots[slot] < 0 else { return (Int(slots[slot]), false) }
    slots[slot] = Int32(truncatingIfNeeded: ends.count)
    bytes.append(contentsOf: word)
    ends.append(Int32(truncatingIfNeeded: bytes.count))
    return (ends.count - 1, true)
  }

  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash ^ hash >> 15) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number > 0 ? Int(ends[number - 1]) : 0
    guard Int(ends[number]) - start == word.count else { return false }
    return bytes.withUnsafeBufferPointer { all in
      for at in 0..<word.count where all[start + at] != word[at] { return false }
      return true
    }
  }

  private mutating func grow() {
    let count = ends.count
    slots = Array(repeating: -1, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { all in
      for number in 0..<count {
        let start = number > 0 ? Int(ends[number - 1]) : 0
        let word = UnsafeBufferPointer(rebasing: all[start..<Int(ends[number])])
        let slot = slot(of: word)
        slots[slot] = Int32(truncatingIfNeeded: number)
      }
    }
  }
}
