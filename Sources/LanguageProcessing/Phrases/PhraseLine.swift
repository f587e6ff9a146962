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
    var reader = Reader(characters: Array(line))
    return reader.alternatives(until: nil).prefix(mostPhrases).filter { !$0.isEmpty }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }

  private struct Reader {
    var characters: [Character]
    var index = 0
    var depth = 0

    mutating func alternatives(until closing: Character?) -> [[String]] {
      var finished: [[String]] = []
      var current: [[String]] = [[]]
      var word = ""
      func joined(_ parts: [[String]], _ more: [[String]]) -> [[String]] {
        var result: [[String]] = []
        for part in parts {
          for next in more where result.count < mostPhrases { result.append(part + next) }
        }
        return result
      }
      depth += 1
      defer { depth -= 1 }
      while index < characters.count, depth <= 16 {
        let character = characters[index]
        index += 1
        let isEnd = character == closing
        let isSpecial: Bool
        switch character {
        case "(", "|", ")", "[", "]", " ": isSpecial = true
        default: isSpecial = false
        }
        if !isSpecial {
          word.append(character)
          continue
        }
        if !word.isEmpty {
          current = joined(current, [[word]])
          word = ""
        }
        if isEnd { return finished + current }
        switch character {
        case "(": current = joined(current, alternatives(until: ")"))
        case "[": current = joined(current, alternatives(until: "]") + [[]])
        case "|":
          finished += current
          current = [[]]
        default: break
        }
      }
      if !word.isEmpty { current = joined(current, [[word]]) }
      return finished + current
    }
  }
}
