import IntentPacks

/// A pattern names a concept with @ that no file defines.
enum UnknownConcept {
  static let rule = Rule(
    "unknown-concept", .error,
    "A pattern names a concept with @ that no file defines.",
    bad: """
      intents:
        puffy:
          patterns: |
            legs @soar
          say: Noted.
      """,
    good: """
      intents:
        puffy:
          patterns: |
            legs @sore
          say: Noted.
      """
  ) { subject in
    subject.patterns.flatMap { pattern in
      OwnedPattern.concepts(in: pattern.line.value).filter { subject.concepts[$0.id] == nil }.map {
        concept in
        var place = pattern.line.place
        place.column += concept.offset
        let nearest = NearestName.of(concept.id, among: subject.concepts.keys)
        return Rule.Note(
          place, "no concept is called \"\(concept.id)\"",
          help: nearest.map { "did you mean \"@\($0)\"?" }
            ?? "define it under concepts:, or write the word without @",
          length: concept.id.count + 1)
      }
    }
  }
}
