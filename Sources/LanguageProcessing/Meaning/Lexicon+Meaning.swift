extension Lexicon {
  /// How the matched tokens were said.
  package func assertion(of matched: [Int], in utterance: Utterance) -> Assertion {
    Assertion(status: .affirmed)
  }

  /// Side, time, trend and severity said of the matched tokens.
  package func circumstances(
    of matched: [Int], in utterance: Utterance, on date: CalendarDate
  ) -> Circumstances { Circumstances() }

  /// Numbers, durations, distances and dates in the utterance, in order.
  package func values(in utterance: Utterance, on date: CalendarDate) -> [ValueMention] { [] }

  /// Whether and how the utterance answers a question: yes, no, not sure, a choice by number, …
  package func answers(in utterance: Utterance) -> [Answer] { [] }

  /// Whether a token merely joins others: "and", "or", "&", "plus".
  package func joins(_ token: Token) -> Bool { false }

  /// Where phrases of a kind of cue stand, for kinds that only the caller knows ("taking_back").
  package func cues(_ kind: String, in utterance: Utterance) -> [Range<Int>] {
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
