/// Reads a line that stands for several phrases: `(can | could) not [really] see`.
enum PhraseLine {
  private static let mostPhrases = 4_096

  /// The phrases of a line, each as its words; groups may stand within groups.
  static func phrases(_ line: String) -> [[String]] {
    // Most lines stand for themselves.
    if !line.utf8.contains(where: isSpecial) {
      let words = line.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) }
      return words.isEmpty ? [] : [words]
    }
    var reader = Reader(bytes: Array(line.utf8))
    return reader.alternatives(until: nil).prefix(mostPhrases).filter { !$0.isEmpty }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private struct Reader {
    var bytes: [UInt8]
    var index = 0
    var depth = 0

    mutating func alternatives(until closing: UInt8?) -> [[String]] {
      var finished: [[String]] = []
      var current: [[String]] = [[]]
      var word: [UInt8] = []
      func joined(_ parts: [[String]], _ more: [[String]]) -> [[String]] {
        var result: [[String]] = []
        for part in parts {
          for next in more where result.count < mostPhrases { result.append(part + next) }
        }
        return result
      }
      depth += 1
      defer { depth -= 1 }
      while index < bytes.count, depth <= 16 {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: " ") || PhraseLine.isSpecial(byte) else {
          word.append(byte)
          continue
        }
        if !word.isEmpty {
          current = joined(current, [[String(decoding: word, as: UTF8.self)]])
          word.removeAll(keepingCapacity: true)
        }
        if byte == closing { return finished + current }
        switch byte {
        case UInt8(ascii: "("):
          current = joined(current, alternatives(until: UInt8(ascii: ")")))
        case UInt8(ascii: "["):
          current = joined(current, alternatives(until: UInt8(ascii: "]")) + [[]])
        case UInt8(ascii: "|"):
          finished += current
          current = [[]]
        default: break
        }
      }
      if !word.isEmpty { current = joined(current, [[String(decoding: word, as: UTF8.self)]]) }
      return finished + current
    }
  }
}
