/// Cuts text into sentences and words.
enum Prose {
  /// Sentences end at `.`, `?`, `!`, `:` or `;` before a space, and at the end of a line.
  static func sentences(in text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isLast = index + 1 == scalars.count
      let ends =
        scalar == "\n"
        || (".?!:;".unicodeScalars.contains(scalar)
          && (isLast || scalars[index + 1] == " " || scalars[index + 1] == "\n"))
      if !ends {
        current.unicodeScalars.append(scalar)
        continue
      }
      if current.contains(where: \.isLetter) { sentences.append(current) }
      current = ""
    }
    if current.contains(where: \.isLetter) { sentences.append(current) }
    return sentences
  }

  /// Words in lower case; a placeholder in braces is one word, `{}`.
  static func words(in text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isPlaceholder = false
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text.lowercased() {
      if isPlaceholder {
        isPlaceholder = character != "}"
        continue
      }
      if character == "{" {
        close()
        words.append("{}")
        isPlaceholder = true
      } else if character.isLetter || character.isNumber
        || (!word.isEmpty && (character == "'" || character == "’"))
      {
        word.append(character == "’" ? "'" : character)
      } else {
        close()
      }
    }
    close()
    return words.map { word in
      var word = word
      while word.last == "'" { word.removeLast() }
      return word
    }
  }
}
