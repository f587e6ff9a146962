/// How many years of school a text asks for, by the formula of Flesch and Kincaid.
package struct ReadingGrade: Sendable {
  /// Words counted; numbers and marks are none.
  package private(set) var words = 0
  private var sentences = 0
  private var syllables = 0

  package init(_ lines: [String]) {
    for line in lines { read(line) }
  }

  /// 0 for a text without words.
  package var grade: Double {
    guard words > 0 else { return 0 }
    let perSentence = Double(words) / Double(max(1, sentences))
    return 0.39 * perSentence + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  private mutating func read(_ line: String) {
    var inSentence = false
    for part in line.split(separator: " ") {
      let letters = part.utf8.filter(Self.isWord)
      if !letters.isEmpty {
        words += 1
        syllables += Self.syllables(letters)
        inSentence = true
      }
      if let end = part.utf8.last(where: { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ")") }),
        end == UInt8(ascii: ".") || end == UInt8(ascii: "?") || end == UInt8(ascii: "!"),
        inSentence
      {
        sentences += 1
        inSentence = false
      }
    }
    if inSentence { sentences += 1 }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte > 127
  }

  /// Groups of vowels, a silent e at the end not counted; at least one a word.
  private static func syllables(_ letters: [UInt8]) -> Int {
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".utf8.contains(letter | 0x20)
      if isVowel && !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let isSilent =
      letters.count > 2 && letters[letters.count - 1] | 0x20 == UInt8(ascii: "e")
      && letters[letters.count - 2] | 0x20 != UInt8(ascii: "l")
    return max(1, isSilent ? count - 1 : count)
  }
}
