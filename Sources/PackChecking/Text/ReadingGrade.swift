/// How many years of school a text asks for, by Flesch and Kincaid. Made for English.
enum ReadingGrade {
  /// The grade of several texts read as one; nil when they are too short for the figure to mean anything.
  static func of(_ texts: [String]) -> Double? {
    var words = 0
    var syllables = 0
    var sentences = 0
    for sentence in texts.flatMap(Prose.sentences) {
      let inSentence = Prose.words(in: sentence)
      guard !inSentence.isEmpty else { continue }
      sentences += 1
      words += inSentence.count
      syllables += inSentence.reduce(0) { $0 + self.syllables(in: $1) }
    }
    guard words >= 20, sentences > 0 else { return nil }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words)
      - 15.59
  }

  /// Groups of vowels, without a silent e at the end; at least one.
  static func syllables(in word: String) -> Int {
    var letters = Array(word.lowercased().unicodeScalars)
    guard letters.count > 2 else { return 1 }
    func isVowel(_ scalar: UnicodeScalar) -> Bool { "aeiouy".unicodeScalars.contains(scalar) }
    if letters.hasSuffix("es") || letters.hasSuffix("ed") {
      let before = letters[letters.count - 3]
      if !"td".unicodeScalars.contains(before) && !"sxz".unicodeScalars.contains(before)
        && !(letters.hasSuffix("es") && "cg".unicodeScalars.contains(before))
      {
        letters.removeLast(2)
      }
    } else if letters.last == "e",
      !(letters.hasSuffix("le") && !isVowel(letters[letters.count - 3]))
    {
      letters.removeLast()
    }
    var count = 0
    var wasVowel = false
    for letter in letters {
      let vowel = isVowel(letter)
      if vowel && !wasVowel { count += 1 }
      wasVowel = vowel
    }
    return max(1, count)
  }
}

extension [UnicodeScalar] {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
  }
}
