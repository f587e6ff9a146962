/// Reads a line that stands for several phrases: `(can | could) not [really] see`.
enum PhraseLine {
  private static let mostPhrases = 4_096
  private static let deepest = 16

  /// The phrases of a line, each as its words; groups may stand within groups.
  static func phrases(_ line: String) -> [[String]] {
    var line = line
    return line.withUTF8 { bytes in
      let read = read(bytes)
      return read.phrases.map { phrase in
        phrase.map { place in
          String(
            decoding: UnsafeBufferPointer(rebasing: bytes[read.words[Int(place)]]), as: UTF8.self)
        }
      }
    }
  }

  /// The words of a line, as ranges of its bytes, and its phrases, as places in the list of words.
  static func read(_ line: UnsafeBufferPointer<UInt8>) -> (words: [Range<Int>], phrases: PhraseList)
  {
    var reader = Reader(bytes: line)
    var phrases = reader.alternatives(until: nil)
    phrases.keep(mostPhrases)
    return (reader.words, phrases)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var depth = 0
    var words: [Range<Int>] = []

    mutating func alternatives(until closing: UInt8?) -> PhraseList {
      var finished = PhraseList()
      var current = PhraseList.nothing
      depth += 1
      defer { depth -= 1 }
      while index < bytes.count, depth <= PhraseLine.deepest {
        let byte = bytes[index]
        if byte == UInt8(ascii: " ") {
          index += 1
          continue
        }
        guard PhraseLine.isSpecial(byte) else {
          current.append(word: readWord())
          continue
        }
        index += 1
        if byte == closing { break }
        switch byte {
        case UInt8(ascii: "("):
          current.join(alternatives(until: UInt8(ascii: ")")), most: PhraseLine.mostPhrases)
        case UInt8(ascii: "["):
          var optional = alternatives(until: UInt8(ascii: "]"))
          optional.append(.nothing)
          current.join(optional, most: PhraseLine.mostPhrases)
        case UInt8(ascii: "|"):
          finished.append(current)
          current = .nothing
        default: break
        }
      }
      finished.append(current)
      return finished
    }

    private mutating func readWord() -> Int32 {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: " "),
        !PhraseLine.isSpecial(bytes[index])
      {
        index += 1
      }
      words.append(start..<index)
      return Int32(truncatingIfNeeded: words.count - 1)
    }
  }
}

/// Phrases as rows of numbers, all in one array.
struct PhraseList {
  private var numbers: [Int32] = []
  /// Where each phrase ends; it begins where the one before it ends.
  private var ends: [Int32] = []

  /// One phrase without a word.
  static let nothing: PhraseList = {
    var list = PhraseList()
    list.ends = [0]
    return list
  }()

  /// Adds a word to each phrase.
  mutating func append(word: Int32) {
    if ends.count == 1 {
      numbers.append(word)
      ends[0] += 1
    } else {
      var one = PhraseList()
      one.numbers = [word]
      one.ends = [1]
      join(one, most: .max)
    }
  }

  /// Adds other phrases behind these.
  mutating func append(_ other: PhraseList) {
    let shift = Int32(truncatingIfNeeded: numbers.count)
    numbers += other.numbers
    for end in other.ends { ends.append(end + shift) }
  }

  /// Continues each phrase with each of others; no more than so many come of it.
  mutating func join(_ others: PhraseList, most: Int) {
    var joined = PhraseList()
    for at in ends.indices {
      for other in others.ends.indices where joined.ends.count < most {
        joined.numbers += numbers[range(at)]
        joined.numbers += others.numbers[others.range(other)]
        joined.ends.append(Int32(truncatingIfNeeded: joined.numbers.count))
      }
    }
    self = joined
  }

  /// Drops all but the first so many.
  mutating func keep(_ count: Int) {
    guard ends.count > count else { return }
    ends.removeSubrange(count...)
    numbers.removeSubrange((ends.last.map { Int($0) } ?? 0)...)
  }

  private func range(_ at: Int) -> Range<Int> {
    (at > 0 ? Int(ends[at - 1]) : 0)..<Int(ends[at])
  }

  /// What is made of each phrase that holds a word, in order.
  func map<Result>(_ transform: (ArraySlice<Int32>) -> Result) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(ends.count)
    forEach { results.append(transform($0)) }
    return results
  }

  /// Every phrase that holds a word, in order.
  func forEach(_ body: (ArraySlice<Int32>) -> Void) {
    for at in ends.indices where !range(at).isEmpty { body(numbers[range(at)]) }
  }
}
