import LanguageProcessing

/// What the classifier sees of a sentence: stems, neighbours and near neighbours, and letters in a row, as hashes with
/// counts.
struct SentenceFeatures {
  /// Kinds of features; each is weighed as a whole, so that many letters do not outvote few words.
  enum Kind: Int, CaseIterable {
    case word, pair, apart, letters

    /// How much the kind counts against the others.
    var weight: Float {
      switch self {
      case .word: 1
      case .pair: 0.7
      case .apart: 0.4
      case .letters: 0.9
      }
    }
  }

  struct Feature {
    /// The hash, with the kind in its two lowest bits; never 0.
    var key: UInt64
    var count: Int32

    var kind: Int { Int(key & 3) }
  }

  /// Each once, in order of key.
  private(set) var all: ContiguousArray<Feature> = []
  /// The stems in their order as one hash: the same for the same sentence.
  private(set) var sentence: UInt64 = 0
  /// Stems that stand one or two words apart are a feature as well: "turn the light on".
  private static let furthest = 3
  /// Longer lines are read up to this many words: an example is a sentence.
  static let mostWords = 60
  private static let longestWord = 32

  init(_ tokens: [Token]) {
    let words = tokens.lazy.filter { $0.kind == .word || $0.kind == .number }.prefix(Self.mostWords)
    var found: ContiguousArray<UInt64> = []
    found.reserveCapacity(256)
    var stems: ContiguousArray<UInt64> = []
    var previous = Self.hash(of: CollectionOfOne(UInt8(ascii: "^")), seed: 2)
    for token in words {
      let stem = Self.hash(of: token.stem.utf8, seed: 1)
      found.append(Self.key(stem, .word))
      found.append(Self.key(Self.pair(previous, stem), .pair))
      for distant in stems.suffix(Self.furthest).dropLast() {
        found.append(Self.key(Self.pair(distant, stem), .apart))
      }
      stems.append(stem)
      previous = stem
      sentence = Self.pair(sentence, stem)
      Self.addLetters(of: token.text, to: &found)
    }
    guard !found.isEmpty else { return }
    let end = Self.hash(of: CollectionOfOne(UInt8(ascii: "$")), seed: 2)
    found.append(Self.key(Self.pair(previous, end), .pair))
    Self.sort(&found)
    all.reserveCapacity(found.count)
    for key in found {
      if let last = all.indices.last, all[last].key == key {
        all[last].count += 1
      } else {
        all.append(Feature(key: key, count: 1))
      }
    }
  }

  /// Sorts keys, which are spread evenly: into buckets by their highest bits, then a few within each.
  private static func sort(_ keys: inout ContiguousArray<UInt64>) {
    guard keys.count > 32 else { return keys.sort() }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 257) { ends in
      ends.initialize(repeating: 0)
      for key in keys { ends[Int(key >> 56) + 1] += 1 }
      for bucket in 1...256 { ends[bucket] += ends[bucket - 1] }
      let unsorted = keys
      for key in unsorted {
        keys[Int(ends[Int(key >> 56)])] = key
        ends[Int(key >> 56)] += 1
      }
    }
    for at in keys.indices.dropFirst() {
      let key = keys[at]
      var place = at
      while place > 0, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  /// Every three, four and five letters in a row, the ends of the word among them.
  private static func addLetters(of word: String, to found: inout ContiguousArray<UInt64>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestWord + 2) { letters in
      letters[0] = UInt8(ascii: "_")
      var count = 1
      for byte in word.utf8.prefix(longestWord) {
        letters[count] = byte
        count += 1
      }
      letters[count] = UInt8(ascii: "_")
      count += 1
      for start in 0..<count {
        var hash = basis ^ 3
        for at in start..<min(start + 5, count) {
          hash = (hash ^ UInt64(letters[at])) &* prime
          if at - start >= 2 { found.append(key(hash ^ hash >> 29, .letters)) }
        }
      }
    }
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func key(_ hash: UInt64, _ kind: Kind) -> UInt64 {
    let key = hash & ~3 | UInt64(kind.rawValue)
    return key == 0 ? 4 : key
  }

  private static func hash(of bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
    var hash = basis ^ seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return hash ^ hash >> 29
  }

  private static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
    (a &* 0x9E37_79B9_7F4A_7C15 ^ b) &* 0xD6E8_FEB8_6659_FD93
  }
}
