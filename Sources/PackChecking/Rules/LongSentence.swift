import IntentPacks

/// A sentence of more than 25 words.
enum LongSentence {
  static let rule = Rule(
    "long-sentence", .warning,
    "A sentence of more than 25 words.",
    bad: """
      wordings:
        long: >
          This is one of the texts that go on and on and on until no one who reads them knows any
          more what it was that they set out to say.
      """,
    good: """
      wordings:
        long: >
          This is one of the texts that end. Everyone knows what they say.
      """
  ) { subject in
    subject.texts.flatMap { text in
      text.sentences.map { Prose.words(in: $0).count }.filter { $0 > limit }.map {
        Rule.Note(
          text.text.place,
          "\"\(text.owner)\" says a sentence of \($0) words; \(limit) are the most that people read",
          help: "make two of it")
      }
    }
  }

  private static let limit = 25
}
