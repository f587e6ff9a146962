import LanguageProcessing

/// What the classifier sees of a sentence: stems, pairs of stems, and letters in a row, as hashes with counts.
struct SentenceFeatures {
  /// Kinds of features; each is weighed as a whole, so that many letters do not outvote few words.
  enum Kind: Int, CaseIterable {
    case word, pair, letters

    /// How much the kind counts against the others.
    var weight: Float {
      switch self {
      case .word: 1
      case .pair: 0.5
      case .letters: 0.8
      }
    }
  }

  struct Feature {
    var hash: UInt64
    var kind: Kind
    var count: Int32
  }

  /// Each once, in order of hash.
  private(set) var all: ContiguousArray<Feature> = []
  /// Longer lines are read up to this many words: an example is a sentence.
  static let mostWords = 60
  private static let letterRuns = 3...5

  init(_ tokens: [Token]) {
    let words = tokens.lazy.filter { $0.kind == .word || $0.kind == .number }.prefix(Self.mostWords)
    var found: ContiguousArray<Feature> = []
    found.reserveCapacity(160)
    var previous = Self.hash(of: CollectionOfOne(UInt8(ascii: "^")), seed: 2)
    for token in words {
      let stem = Self.hash(of: token.stem.utf8, seed: 1)
      found.append(Feature(hash: stem, kind: .word, count: 1))
      found.append(Feature(hash: Self.pair(previous, stem), kind: .pair, count: 1))
      previous = stem
      Self.addLetters(of: token.text, to: &found)
    }
    guard !found.isEmpty else { return }
    let end = Self.hash(of: CollectionOfOne(UInt8(ascii: "$")), seed: 2)
    found.append(Feature(hash: Self.pair(previous, end), kind: .pair, count: 1))
    found.sort { $0.hash < $1.hash }
    for feature in found {
      if let last = all.indices.last, all[last].hash == feature.hash {
        all[last].count += 1
      } else {
        all.append(feature)
      }
    }
  }

  private static func addLetters(of word: String, to found: inout ContiguousArray<Feature>) {
    var letters: ContiguousArray<UInt8> = [UInt8(ascii: "_")]
    letters.append(contentsOf: word.utf8.prefix(32))
    letters.append(UInt8(ascii: "_"))
    for length in letterRuns where length <= letters.count {
      for start in 0...letters.count - length {
        let run = letters[start..<start + length]
        found.append(Feature(hash: hash(of: run, seed: 3), kind: .letters, count: 1))
      }
    }
  }

  private static func hash(of bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }

  private static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
    (a &* 0x9E37_79B9_7F4A_7C15 ^ b) &* 0xD6E8_FEB8_6659_FD93
  }
}
