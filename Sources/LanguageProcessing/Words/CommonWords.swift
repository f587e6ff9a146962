/// The ordinary words of a language, which are never corrected: found by their bytes.
struct CommonWords: Sendable {
  private let bytes: [UInt8]
  /// Start and length of each word within `bytes`.
  private var words: [(start: Int32, count: Int32)] = []
  private var slots: [Int32]

  /// Reads a list separated by spaces or line ends; a line that starts with `#` is a comment.
  init(_ list: String) {
    bytes = Array(list.utf8)
    words.reserveCapacity(bytes.count / 8)
    var i = 0
    var startsLine = true
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "#"), startsLine {
        while i < bytes.count, bytes[i] != Normalizer.newline { i += 1 }
        continue
      }
      if byte <= 0x20 {
        if byte == Normalizer.newline { startsLine = true }
        i += 1
        continue
      }
      startsLine = false
      let start = i
      while i < bytes.count, bytes[i] > 0x20 { i += 1 }
      words.append((Int32(clamping: start), Int32(clamping: i - start)))
    }
    var size = 1024
    while size < words.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    bytes.withUnsafeBufferPointer { all in
      for (index, word) in words.enumerated() {
        let start = Int(word.start)
        let key = UnsafeBufferPointer(rebasing: all[start..<start + Int(word.count)])
        var slot = Int(WordTable.hash(key)) & (size - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = Int32(clamping: index)
      }
    }
  }

  var count: Int { words.count }

  func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { contains($0) }
  }

  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !words.isEmpty else { return false }
    return bytes.withUnsafeBufferPointer { all in
      var slot = Int(WordTable.hash(word)) & (slots.count - 1)
      while slots[slot] >= 0 {
        let known = words[Int(slots[slot])]
        if Int(known.count) == word.count {
          let start = Int(known.start)
          var k = 0
          while k < word.count, all[start + k] == word[k] { k += 1 }
          if k == word.count { return true }
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return false
    }
  }

  /// Every word, in the order of the list, as bytes.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      for word in words {
        let start = Int(word.start)
        body(UnsafeBufferPointer(rebasing: all[start..<start + Int(word.count)]))
      }
    }
  }
}
