/// What a cue phrase does; the raw values are the keys under `cues:` in a pack.
enum CueKind: String, Sendable, CaseIterable {
  // Denials, and phrases that only look like one.
  case negationBefore = "negation_before"
  case negationNoun = "negation_noun"
  case softNegation = "soft_negation"
  case weakNegation = "weak_negation"
  case negationDoubling = "negation_doubling"
  case allExcept = "all_except"
  case pseudoNegation = "pseudo_negation"
  case negationStop = "negation_stop"
  // What stands after the thing it speaks of.
  case negationAfter = "negation_after"
  case negationAdjacent = "negation_adjacent"
  case stopped
  /// "when i run": gone now is not gone for good.
  case eachTime = "each_time"
  case recovered
  case reaffirmed
  case recurred
  case exception
  case softAfter = "soft_after"
  case neverBefore = "never_before"
  /// "than usual": behind a denied "more" there is nothing.
  case asUsual = "as_usual"
  /// "mine is normal", behind a question about the thing.
  case ownIsFine = "own_is_fine"
  // Questions and suppositions.
  case question
  case presupposingQuestion = "presupposing_question"
  case judgement
  case hypothetical
  case hypotheticalAfter = "hypothetical_after"
  case condition
  case pseudoCondition = "pseudo_condition"
  case uncertain
  case uncertainAfter = "uncertain_after"
  // Who.
  case otherPerson = "other_person"
  case otherAfter = "other_after"
  case hereNow = "here_now"
  /// Somebody the user lives or runs with, of whom the present tense tells what they see.
  case closePerson = "close_person"
  // When.
  case past
  /// "history of": what follows is past, not what went before.
  case pastBefore = "past_before"
  case ongoing
  case lastingBefore = "lasting_before"
  case lastingAfter = "lasting_after"
  case agoAfter = "ago_after"
  case since
  // How it goes and how bad it is.
  case trendWorse = "trend_worse"
  case trendBetter = "trend_better"
  case trendSame = "trend_same"
  case mild
  case moderate
  case severe
  // Shape of the sentence.
  case clauseBreak = "clause_break"
  case pseudoBreak = "pseudo_break"
  case notASide = "not_a_side"
  // Numbers.
  case temperatureBefore = "temperature_before"
  case ageBefore = "age_before"
  case ageAfter = "age_after"
  case paceAfter = "pace_after"
  case severityAfter = "severity_after"
  /// "a", "per": between how many times and the unit of time.
  case rateBefore = "rate_before"
  /// "every", before a length of time.
  case everyBefore = "every_before"

  /// Of two cues of one family the longer hides the shorter that it covers.
  var family: UInt8 {
    switch self {
    case .negationBefore, .negationNoun, .softNegation, .weakNegation, .negationDoubling,
      .allExcept, .pseudoNegation:
      return 1
    case .negationAfter, .negationAdjacent, .stopped, .recovered, .recurred: return 2
    case .question, .presupposingQuestion, .hypothetical, .condition, .pseudoCondition,
      .uncertain, .hypotheticalAfter:
      return 3
    case .otherPerson, .otherAfter: return 4
    case .trendBetter, .trendSame, .trendWorse: return 5
    case .mild, .moderate, .severe: return 6
    case .clauseBreak, .pseudoBreak: return 7
    default: return 0
    }
  }
}
