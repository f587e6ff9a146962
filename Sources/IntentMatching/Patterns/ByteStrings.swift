import Glibc

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
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number > 0 ? Int(ends[number - 1]) : 0
    guard Int(ends[number]) - start == word.count else { return false }
    guard let other = word.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { all in
      all.baseAddress.map { memcmp($0 + start, other, word.count) == 0 } ?? false
    }
  }

  /// Eight bytes at a time; the same on every machine of one byte order and in every run.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = UInt64(truncatingIfNeeded: word.count)
    var at = 0
    while at + 8 <= bytes.count {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    if at + 4 <= bytes.count {
      hash = mixed(hash ^ UInt64(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
      at += 4
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
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
