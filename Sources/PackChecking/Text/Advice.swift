/// What a line of advice tells to do.
enum Advice {
  /// The words that its sentences start with: what they tell to do, when they tell to do something.
  static func verbs(in text: String) -> Set<String> {
    var verbs: Set<String> = []
    var startsSentence = true
    // A colon or a semicolon only goes on.
    for word in text.split(whereSeparator: \.isWhitespace) {
      if startsSentence, let verb = Prose.words(in: String(word)).first { verbs.insert(verb) }
      startsSentence = word.last.map { ".?!".contains($0) } ?? false
    }
    return verbs
  }
}
