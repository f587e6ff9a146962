/// Decides how matched words were said.
///
/// What is at stake is uneven: a symptom dismissed by mistake can hurt somebody, one asked about again
/// costs a question. Where the words leave room, the reading that keeps the symptom is chosen.
struct AssertionReading {
  let context: MentionContext

  private var utterance: Utterance {
    _read { yield context.utterance }
  }

  var assertion: Assertion {
    let supposition = SuppositionReading(context: context)
    let asked = supposition.asked
    let person = PersonReading(context: context)
    var said = said(supposition, asked)
    if let other = person.cue, asked.map({ $0.lowerBound > other.cue.lowerBound }) ?? true {
      said.theirStatus = said.status
      said.status = .other
      said.cue = utterance.words(other.cue)
      said.isHereNow = other.isHereNow
      said.isPronoun = person.isPronoun(other.cue)
    } else {
      said.isOwn = person.isOwn
    }
    return said
  }

  /// How the words were said, whoever they are about.
  private func said(_ supposition: SuppositionReading, _ asked: Range<Int>?) -> Assertion {
    if let cue = asked {
      // A question that is answered at once is an answer.
      if case .denied(let answer, let isSoft) = DenialReading(context: context).answered {
        return Assertion(status: .negated, cue: utterance.words(answer), isSoft: isSoft)
      }
      if case .asserted = DenialReading(context: context).answered {
        return Assertion(status: .affirmed)
      }
      return Assertion(status: .asked, cue: utterance.words(cue))
    }
    let resolution = ResolutionReading(context: context)
    switch DenialReading(context: context).verdict {
    case .denied(let cue, let isSoft):
      if let cue = resolution.reaffirmed {
        return Assertion(status: .affirmed, cue: utterance.words(cue))
      }
      return Assertion(status: .negated, cue: utterance.words(cue), isSoft: isSoft)
    case .doubtful(let cue):
      return Assertion(status: .uncertain, cue: utterance.words(cue))
    case .open(let cue):
      var assertion = Assertion(status: .uncertain, cue: utterance.words(cue))
      assertion.isPerhapsDenied = true
      return assertion
    case .asserted(let cue):
      return Assertion(status: .affirmed, cue: utterance.words(cue))
    case .none: break
    }
    if let (status, cue) = resolution.outcome {
      return Assertion(status: status, cue: utterance.words(cue), isSoft: status == .negated)
    }
    if let cue = supposition.uncertain {
      return Assertion(status: .uncertain, cue: utterance.words(cue))
    }
    return Assertion(status: .affirmed)
  }
}
