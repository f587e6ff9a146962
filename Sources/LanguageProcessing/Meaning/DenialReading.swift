/// Whether matched words were denied, and by what.
struct DenialReading {
  enum Verdict {
    case none
    case denied(cue: Range<Int>, isSoft: Bool)
    /// Perhaps denied, perhaps not: never taken for a no.
    case doubtful(cue: Range<Int>)
    /// As likely denied as claimed: neither may be taken for granted.
    case open(cue: Range<Int>)
    /// Denied twice, or denied and then said after all.
    case asserted(cue: Range<Int>)
  }

  let context: MentionContext

  var verdict: Verdict {
    var verdict = before
    if case .denied(let cue, let isSoft) = verdict {
      if let exception { return .asserted(cue: exception) }
      if let cue = neverBefore(cue) { return .doubtful(cue: cue) }
      verdict = .denied(cue: cue, isSoft: isSoft || hasSoftAfter)
    }
    if case .none = verdict { verdict = after }
    if case .none = verdict { verdict = trailing }
    return verdict
  }

  /// The answer given right behind the matched words, if any.
  var answered: Verdict { trailing }

  // MARK: Cues before

  private var before: Verdict {
    var governing: [(hit: PhraseHit, isSoft: Bool, isNoun: Bool)] = []
    var doubtful: PhraseHit?
    var open: PhraseHit?
    for hit in context.hits where hit.start < context.last && hit.meaning.family == 1 {
      guard case .cue(let kind) = hit.meaning, kind != .pseudoNegation, !isWithin(hit),
        !isInterjection(hit), !context.isInsidePseudoNegation(hit)
      else { continue }
      if kind == .negationDoubling || isDoubled(hit) {
        if isDoubled(hit), reaches(hit, isNoun: true).sure { return .asserted(cue: hit.range) }
        continue
      }
      let isNoun = kind == .negationNoun || kind == .allExcept
      let reached = reaches(hit, isNoun: isNoun)
      if reached.sure {
        if kind == .weakNegation {
          doubtful = hit
        } else {
          governing.append((hit, kind == .softNegation, isNoun))
        }
      } else if reached.perhaps {
        switch DeniedList(behind: hit, in: context).outcome {
        case .denied where kind != .weakNegation:
          governing.append((hit, kind == .softNegation, isNoun))
        case .doubtful where kind != .weakNegation: open = open ?? hit
        case .denied, .doubtful, nil: doubtful = doubtful ?? hit
        }
      }
    }
    // A denial that stands in the place of another is the same denial.
    governing = governing.filter { one in
      !governing.contains { other in
        other.hit != one.hit && other.hit.start <= one.hit.start && other.hit.end >= one.hit.end
          && (other.hit.range.count > one.hit.range.count
            || other.hit.start == one.hit.start && !one.isSoft && other.isSoft)
      }
    }
    guard let first = governing.first else {
      if let doubtful { return .doubtful(cue: doubtful.range) }
      return open.map { .open(cue: $0.range) } ?? .none
    }
    guard governing.count > 1 else {
      return .denied(cue: first.hit.range, isSoft: first.isSoft)
    }
    let second = governing[1]
    // Each in its own part of the sentence: two denials, not a denial of a denial.
    let firstEnd = DenialScope(of: first.hit, isNoun: first.isNoun, in: context).sureEnd
    if governing.dropFirst().allSatisfy({ $0.hit.start >= firstEnd }) {
      return .denied(cue: first.hit.range, isSoft: governing.contains { $0.isSoft })
    }
    if governing.count == 2, isConcord(first.hit, second.hit, isNoun: second.isNoun) {
      return .denied(cue: first.hit.range, isSoft: true)
    }
    return governing.count % 2 == 0
      ? .asserted(cue: first.hit.start..<max(first.hit.end, second.hit.end))
      : .denied(cue: first.hit.range, isSoft: true)
  }

  /// Whether the denying words of a cue belong to the matched words themselves.
  private func isWithin(_ hit: PhraseHit) -> Bool {
    let denying = hit.range.filter { context.hasClass($0, .denial) }
    return denying.isEmpty
      ? context.isInside(hit) : denying.allSatisfy(context.matched.contains)
  }

  private func reaches(_ hit: PhraseHit, isNoun: Bool) -> (sure: Bool, perhaps: Bool) {
    guard context.core.contains(where: { $0 >= hit.end }) else {
      return (deniesPlace(hit), false)
    }
    let scope = DenialScope(of: hit, isNoun: isNoun, in: context)
    let targets = context.core.filter { $0 >= hit.end }
    if targets.contains(where: { $0 < scope.sureEnd }) { return (true, true) }
    return (false, targets.contains { $0 < scope.doubtfulEnd })
  }

  /// "tingling in my feet, not my hands": a matched place denied behind the matched words.
  private func deniesPlace(_ hit: PhraseHit) -> Bool {
    guard let place = context.matched.first(where: { $0 >= hit.end }),
      context.tokens[place].bodyPart != nil,
      context.segment(place) == context.segment(hit.start)
    else { return false }
    return span(hit.end, place).allSatisfy {
      !context.isContent($0) || context.tokens[$0].side != nil
    }
  }

  /// "no" as an answer, before a sentence of its own: "no my foot is cold", "no no swelling".
  private func isInterjection(_ hit: PhraseHit) -> Bool {
    guard hit.range.count == 1, context.opensSegment(hit.start) else { return false }
    let isAnswer = context.hits.contains {
      $0.meaning == .answer(.no) && $0.start == hit.start
    }
    guard isAnswer else { return false }
    return hit.end >= context.clause.upperBound || !context.isWord(hit.end)
      || context.hasClass(hit.end, .interjectionFollow)
  }

  /// "can't run without pain", "never without pain".
  private func isDoubled(_ hit: PhraseHit) -> Bool {
    guard context.hits.contains(where: { $0.isCue(.negationDoubling) && $0.range == hit.range })
    else { return false }
    let start = max(context.segmentRange(hit.start).lowerBound, hit.start - 8)
    return span(start, hit.start).contains { context.hasClass($0, .denial) }
  }

  /// "ain't got no pain": the second denial repeats the first.
  private func isConcord(_ first: PhraseHit, _ second: PhraseHit, isNoun: Bool) -> Bool {
    guard isNoun, first.end <= second.start else { return false }
    let between = span(first.end, second.start)
    return between.contains { context.hasClass($0, .concordVerb) }
      && between.allSatisfy { !context.isContent($0) }
  }

  /// "no pain until mile 5", "no pain except my calf": there is pain.
  private var exception: Range<Int>? {
    let segment = context.segmentRange(context.lastCore)
    for hit in context.hits
    where hit.isCue(.exception) && hit.start > context.lastCore && segment.contains(hit.start) {
      return hit.range
    }
    let next = context.clause.upperBound
    for hit in context.reading.hits(from: next, to: next + 1)
    where hit.isCue(.exception) && context.tokens[max(0, next - 1)].kind != .punctuation {
      return hit.range
    }
    return nil
  }

  private func neverBefore(_ cue: Range<Int>) -> Range<Int>? {
    let segment = context.segmentRange(context.lastCore)
    return context.hits.first {
      $0.isCue(.neverBefore) && $0.start > context.lastCore && segment.contains($0.start)
        && $0.end == segment.upperBound
    }?.range
  }

  private var hasSoftAfter: Bool {
    context.hits.contains { $0.isCue(.softAfter) && $0.start > context.lastCore }
  }

  // MARK: Cues after

  private var after: Verdict {
    let segment = context.segmentRange(context.lastCore)
    for hit in context.hits where hit.start > context.lastCore && segment.contains(hit.start) {
      guard case .cue(let kind) = hit.meaning, !context.isInside(hit) else { continue }
      let between = span(context.lastCore + 1, hit.start)
      switch kind {
      case .negationAdjacent:
        if between.isEmpty { return .denied(cue: hit.range, isSoft: false) }
      case .negationAfter, .stopped:
        guard between.count <= 4, !isDenied(hit),
          !between.contains(where: { context.hasClass($0, [.subject, .possessive, .denial]) }),
          kind == .negationAfter
            || context.endsThought(hit)
              && !ResolutionReading(context: context).counts(before: hit)
        else { continue }
        return .denied(cue: hit.range, isSoft: kind == .stopped)
      default: continue
      }
    }
    return .none
  }

  /// "hasn't gone", "won't go away".
  private func isDenied(_ hit: PhraseHit) -> Bool {
    let start = max(context.lastCore + 1, hit.start - 3)
    return span(start, hit.start).contains { context.hasClass($0, .denial) }
  }

  // MARK: Answers after

  /// "swelling: none", "pain? nope", "fever no".
  private var trailing: Verdict {
    let segment = context.segmentRange(context.lastCore)
    let wordCount = segment.lazy.filter(context.isWord).count
    guard wordCount <= 6 else { return .none }
    var next = context.lastCore + 1
    var crossed: String?
    while next < context.tokens.count, context.tokens[next].kind == .punctuation, crossed == nil {
      crossed = context.tokens[next].text
      next += 1
    }
    while let mark = crossed, next < context.tokens.count, context.tokens[next].text == mark {
      next += 1
    }
    // Words of the same part may follow the matched ones: "dizzy at all? no".
    if crossed == nil, next < segment.upperBound {
      let rest = span(next, segment.upperBound)
      if let mark = rest.last, context.tokens[mark].kind == .punctuation {
        if context.tokens[mark].text == "?",
          let answer = answer(at: segment.upperBound, isAsked: true)
        {
          return answer
        }
      }
    }
    if let crossed {
      guard ["?", ":", "-", "=", ",", "..", "("].contains(crossed) else { return .none }
      if crossed == ",", segment.contains(where: { context.hasClass($0, .verb) }) { return .none }
    } else if segment.contains(where: { context.hasClass($0, .verb) }) {
      return .none
    }
    return answer(at: next, isAsked: crossed == "?" || crossed == ":") ?? .none
  }

  private func answer(at index: Int, isAsked: Bool) -> Verdict? {
    for hit in context.reading.hits(from: index, to: index + 1) {
      if isAsked, hit.isCue(.ownIsFine) { return .denied(cue: hit.range, isSoft: true) }
      guard case .answer(let kind) = hit.meaning, isBoundary(hit.end, after: hit) else { continue }
      switch kind {
      case .no, .none: return .denied(cue: hit.range, isSoft: false)
      case .softNo: return .denied(cue: hit.range, isSoft: true)
      case .yes where isAsked: return .asserted(cue: hit.range)
      case .unsure where isAsked: return .doubtful(cue: hit.range)
      default: return nil
      }
    }
    return nil
  }

  private func isBoundary(_ index: Int, after hit: PhraseHit) -> Bool {
    guard index < context.tokens.count else { return true }
    return !context.isWord(index)
      || context.tokens[index].segment != context.tokens[hit.start].segment
      || context.hasClass(index, .filler)
  }
}
