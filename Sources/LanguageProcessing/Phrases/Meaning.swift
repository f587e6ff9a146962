/// What a phrase of the language means.
enum Meaning: Sendable, Hashable {
  case cue(CueKind)
  /// A cue of a kind that only others ask for, by its place in the lexicon's list of such kinds.
  case otherCue(Int16)
  case answer(Answer.Kind)
  /// Looks like an answer and is none ("no problem").
  case notAnAnswer
  case number(Double)
  case unit(Measure)
  /// How often: so many times in a unit.
  case frequency(Measure)
  /// A point in time, in days back.
  case time(Double)
  case weekday(Int8)
  case month(Int8)
  case side(Side)
  /// A body part of several words, by its place in the lexicon's list.
  case bodyPart(Int16)

  /// One more than the highest family.
  static let familyCount = 17

  /// Of two meanings of one family the longer hides the shorter that it covers; 0 hides nothing.
  var family: UInt8 {
    switch self {
    case .cue(let kind): return kind.family
    case .answer, .notAnAnswer: return 10
    case .number: return 11
    case .unit: return 12
    case .time, .weekday, .month: return 13
    case .side: return 14
    case .bodyPart: return 15
    case .frequency: return 16
    case .otherCue: return 0
    }
  }
}

/// A phrase found in an utterance.
struct PhraseHit: Sendable, Hashable {
  var meaning: Meaning
  var start: Int
  var end: Int

  var range: Range<Int> { start..<end }

  func isCue(_ kind: CueKind) -> Bool { meaning == .cue(kind) }
}
