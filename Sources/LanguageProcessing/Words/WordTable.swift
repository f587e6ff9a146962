/// What is known of one word, worked out when a language is compiled.
struct WordEntry: Sendable {
  var text: String
  var stem: String
  var number: Double?
  var bodyPart: String?
  var side: Side?
  var isIgnorable = false
  /// Whether it may have been typed for another word.
  var maySlip = false
  var classes: WordClasses = []
  /// Index into the table's expansions when several words are meant; negative otherwise.
  var expansion: Int32 = -1
  /// Whether the packs' patterns use it, as against the language alone.
  var isPackWord = false
  /// How often it is written where the packs listen for it; 0 when no more than once.
  var packCount: Int32 = 0
}

/// All words of a language and its packs, found by their bytes without making a string.
struct WordTable: Sendable {
  private(set) var entries: [WordEntry] = []
  private(set) var expansions: [[Int32]] = []
  private var keyBytes: [UInt8] = []
  private var keyStarts: [Int32] = [0]
  private var hashes: [UInt32] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  /// The number of an entry, or -1 when the word is not known.
  @inline(__always)
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32 { find(word, hash: Self.hash(word)) }

  func find(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let id = slots[slot]
      if id < 0 { return -1 }
      if hashes[Int(id)] == hash {
        let start = Int(keyStarts[Int(id)])
        let end = Int(keyStarts[Int(id) + 1])
        if end - start == word.count {
          let isEqual = keyBytes.withUnsafeBufferPointer { keys in
            for k in 0..<word.count where keys[start + k] != word[k] { return false }
            return true
          }
          if isEqual { return id }
        }
      }
      slot = (slot + 1) & mask
    }
  }

  func find(_ word: String) -> Int32 {
    var word = word
    return word.withUTF8 { find($0) }
  }

  subscript(id: Int32) -> WordEntry {
    get { entries[Int(id)] }
    set { entries[Int(id)] = newValue }
  }

  /// A word as a token that stands between two places of a text.
  func token(_ id: Int32, start: Int, end: Int) -> Token {
    let entry = entries[Int(id)]
    return Token(
      text: entry.text, stem: entry.stem, kind: .word, start: start, end: end,
      number: entry.number, bodyPart: entry.bodyPart, side: entry.side,
      isIgnorable: entry.isIgnorable)
  }

  /// What a word does in a sentence, without a copy of its entry.
  func classes(of id: Int32) -> WordClasses { entries[Int(id)].classes }

  /// Where in `expansions` the words stand that a word is short for; negative when it stands for itself.
  func expansion(of id: Int32) -> Int32 { entries[Int(id)].expansion }

  /// Whether a word may have been typed for another, without a copy of its entry.
  func maySlip(_ id: Int32) -> Bool { entries[Int(id)].maySlip }

  /// Adds a word unless it is there; returns its number.
  mutating func add(_ word: String, stem: (String) -> String) -> Int32 {
    let known = find(word)
    if known >= 0 { return known }
    var word = word
    let hash = word.withUTF8 { Self.hash($0) }
    let id = Int32(clamping: entries.count)
    entries.append(WordEntry(text: word, stem: stem(word)))
    keyBytes.append(contentsOf: word.utf8)
    keyStarts.append(Int32(clamping: keyBytes.count))
    hashes.append(hash)
    if entries.count * 2 > slots.count { grow() } else { place(id) }
    return id
  }

  /// Notes that the packs use a word, and how often it is written where they listen for it.
  mutating func addPackWord(_ id: Int32, count: Int32) {
    entries[Int(id)].isPackWord = true
    entries[Int(id)].packCount &+= count
  }

  mutating func setExpansion(of id: Int32, to words: [Int32]) {
    entries[Int(id)].expansion = Int32(clamping: expansions.count)
    expansions.append(words)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for id in entries.indices { place(Int32(clamping: id)) }
  }

  private mutating func place(_ id: Int32) {
    let mask = slots.count - 1
    var slot = Int(hashes[Int(id)]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = id
  }

  /// FNV-1a with a final mix; equal on every machine and run.
  @inline(__always)
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}
