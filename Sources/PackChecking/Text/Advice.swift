/// What a line of advice tells to do.
enum Advice {
  /// The words that its sentences start with: what they tell to do, when they tell to do something.
  static func verbs(in text: String) -> Set<String> {
    Set(
      Prose.sentences(in: text).compactMap { sentence in
        Prose.words(in: sentence).first
      })
  }
}
