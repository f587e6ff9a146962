/// A finished vocabulary, handed on by reference: what reads a line holds it.
final class SharedVocabulary: Sendable {
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }
}

/// The words of a language and its packs, with what each means by itself.
struct Vocabulary: Sendable {
  var table = WordTable()
  /// Words that name a body part, by stem, so that other forms of them do too.
  private var bodyStems: [String: Int32] = [:]
  /// The endings of ordinal numbers in digits: st, nd, rd, th.
  var ordinalEndings: Set<Int32> = []

  /// Adds a word as its author wrote it; returns its entry.
  mutating func add(_ word: String, memory: WordMemory) -> Int32 {
    table.add(word) { memory.stem($0) }
  }

  /// Makes a word name a body part.
  mutating func name(_ id: Int32, bodyPart: String) {
    table[id].bodyPart = bodyPart
    bodyStems[table[id].stem] = id
  }

  /// Makes the other forms of the words that name a body part do so too.
  mutating func spreadBodyParts() {
    for id in 0..<Int32(clamping: table.entries.count) where table[id].bodyPart == nil {
      let like = entry(like: table[id].text, stem: table[id].stem)
      if like >= 0 { table[id].bodyPart = table[like].bodyPart }
    }
  }

  /// How much more a word is spoken of than others, from 0 to 6: by powers of two.
  func weight(of id: Int32) -> Int {
    let count = max(0, table[id].packCount)
    return min(6, Int32.bitWidth - count.leadingZeroBitCount)
  }

  /// The language's own short words are too close to everything else to be what was meant.
  func isWorthCorrectingTo(_ id: Int32) -> Bool {
    table[id].isPackWord || table[id].bodyPart != nil || table[id].text.utf8.count >= 5
  }

  func isOrdinalEnding(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let id = table.find(word)
    return id >= 0 && ordinalEndings.contains(id)
  }

  /// The body part's entry that a word without an entry is a form of, or -1.
  func entry(like word: String, stem: String) -> Int32 {
    guard let id = bodyStems[stem], Self.isForm(word, of: table[id].text) else { return -1 }
    return id
  }

  /// Forms of a name differ at its end only: "ankles", not "footing".
  private static func isForm(_ word: String, of base: String) -> Bool {
    word.utf8.count <= base.utf8.count + 2 && word.hasPrefix(base)
  }

  /// An entry as parts of an utterance, a contraction as the words it stands for.
  func parts(of id: Int32) -> [UnknownWord.Part] {
    let entry = table[id]
    guard entry.expansion >= 0 else {
      return [.init(text: entry.text, stem: entry.stem, like: id)]
    }
    return table.expansions[Int(entry.expansion)].map {
      .init(text: table[$0].text, stem: table[$0].stem, like: $0)
    }
  }
}
