extension Lexicon {
  /// How the matched tokens were said.
  package func assertion(of matched: [Int], in utterance: Utterance) -> Assertion {
    guard let context = MentionContext(matched, in: utterance) else {
      return Assertion(status: .affirmed)
    }
    return AssertionReading(context: context).assertion
  }

  /// How the matched tokens were said, and side, place, time and the like: both look at the same words around the matched tokens.
  package func telling(
    of matched: [Int], in utterance: Utterance, on date: CalendarDate
  ) -> (assertion: Assertion, circumstances: Circumstances) {
    guard let context = MentionContext(matched, in: utterance) else {
      return (Assertion(status: .affirmed), Circumstances())
    }
    return (
      AssertionReading(context: context).assertion,
      CircumstancesReading(context: context, date: date).circumstances
    )
  }

  /// Side, place, time, trend and severity said of the matched tokens.
  package func circumstances(
    of matched: [Int], in utterance: Utterance, on date: CalendarDate
  ) -> Circumstances {
    guard let context = MentionContext(matched, in: utterance) else { return Circumstances() }
    return CircumstancesReading(context: context, date: date).circumstances
  }

  /// Numbers, durations, distances and dates in the utterance, in order.
  package func values(in utterance: Utterance, on date: CalendarDate) -> [ValueMention] {
    ValueReading(utterance: utterance, date: date).values
  }

  /// Whether and how the utterance answers a question: yes, no, not sure, all of them, …, in order.
  package func answers(in utterance: Utterance) -> [Answer] {
    AnswerReading(utterance: utterance).answers
  }

  /// Where words or phrases of a kind of cue stand, also of kinds that only the caller knows ("taking_back").
  package func cues(_ kind: String, in utterance: Utterance) -> [Range<Int>] {
    if let words = WordClasses.byName[kind] {
      return utterance.tokens.indices.filter { utterance.reading.hasClass($0, words) }
        .map { $0..<($0 + 1) }
    }
    let wanted: Meaning
    if let known = CueKind(rawValue: kind) {
      wanted = .cue(known)
    } else if let index = otherCueKinds.firstIndex(of: kind) {
      wanted = .otherCue(Int16(clamping: index))
    } else {
      return []
    }
    return utterance.reading.hits.filter { $0.meaning == wanted }.map(\.range)
  }
}
