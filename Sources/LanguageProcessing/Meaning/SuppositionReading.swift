/// Whether matched words were asked about, supposed, or said with doubt.
struct SuppositionReading {
  let context: MentionContext

  /// The cue that makes it a question or a supposition.
  var asked: Range<Int>? {
    conditional ?? questioned ?? supposed ?? supposedAfter ?? markedOnly
  }

  var uncertain: Range<Int>? {
    let segment = context.segmentRange(context.lastCore)
    for hit in context.hits where hit.isCue(.uncertain) && hit.end <= context.firstCore {
      if segment.contains(hit.start) { return hit.range }
    }
    let after = context.hits.first {
      $0.isCue(.uncertainAfter) && $0.start > context.lastCore
        && ($0.start == segment.upperBound || segment.contains($0.start))
        && $0.end >= context.segmentRange($0.start).upperBound - 1
    }
    if let after { return after.range }
    // "my calf is swollen?"
    return endsInQuestionMark && !hasLaterQuestion
      ? context.clause.upperBound - 1..<context.clause.upperBound : nil
  }

  // MARK: if

  private var conditional: Range<Int>? {
    for hit in context.hits where hit.isCue(.condition) && hit.end <= context.firstCore {
      guard !context.isInside(hit), context.firstCore < conditionEnd(hit) else { continue }
      return hit.range
    }
    return nil
  }

  /// "if" reaches to the next part of the clause, or to a second subject: "if i press | it hurts".
  private func conditionEnd(_ hit: PhraseHit) -> Int {
    let end = context.segmentRange(hit.end - 1).upperBound
    var content = 0
    var index = hit.end
    while index < end {
      if content > 0, context.hasClass(index, [.subject, .possessive]),
        !context.hasClass(index - 1, [.preposition, .reporting])
      {
        return index
      }
      if context.isContent(index) || context.hasClass(index, .concordVerb) && index > hit.end {
        content += 1
      }
      index += 1
    }
    return end
  }

  // MARK: Questions

  private var questioned: Range<Int>? {
    for hit in context.hits where hit.end <= context.firstCore {
      // "why do i keep …": asked about what is there.
      if hit.isCue(.presupposingQuestion), governs(hit), isOwn(from: hit.start) {
        return isIndefinite ? hit.range : nil
      }
      guard case .cue(let kind) = hit.meaning, kind == .question || kind == .presupposingQuestion,
        !context.isInside(hit), !context.isPartOfDenial(hit), governs(hit)
      else { continue }
      if kind == .presupposingQuestion {
        if !isOwn(from: hit.start) { return hit.range }
      } else if !isGiven(after: hit), !hasBegun {
        return hit.range
      }
    }
    return judged
  }

  private func governs(_ hit: PhraseHit) -> Bool {
    // A bare "can" or "does" asks only at the start.
    if hit.range.count == 1 || isAuxiliaryOfOwner(hit) {
      guard context.opensSegment(hit.start) else { return false }
    }
    if context.segment(hit.end - 1) == context.segment(context.firstCore) { return true }
    // "a clot or a fracture": the list goes on.
    let parts =
      context.segment(hit.end - 1)
      + 1...max(
        context.segment(hit.end - 1) + 1, context.segment(context.firstCore))
    return parts.allSatisfy { part in
      context.reading.segments.indices.contains(part)
        && (context.hasClass(context.reading.segments[part].lowerBound, .orWord)
          || endsInQuestionMark
            && !context.hasClass(
              context.reading.segments[part].lowerBound, .subject)
            && !context.reading.segments[part].contains { context.hasClass($0, .verb) })
    }
  }

  /// "is my …", "was the …" are questions only at the start ("the problem is my calf").
  private func isAuxiliaryOfOwner(_ hit: PhraseHit) -> Bool {
    guard hit.range.count == 2 else { return false }
    return context.hasClass(hit.start + 1, [.possessive, .determiner])
      || context.tokens[hit.start + 1].isIgnorable
  }

  /// "a clot": any, not the user's.
  private var isIndefinite: Bool {
    context.hasClass(context.first - 1, .determiner)
      && !context.hasClass(context.first - 1, .definite)
  }

  private func isOwn(from start: Int) -> Bool {
    context.hasClass(context.firstCore - 1, .possessive)
      || span(start, context.lastCore + 1).contains { index in
        context.hasClass(index, [.selfSubject, .possessive])
      }
      || span(context.lastCore, context.segmentRange(context.lastCore).upperBound).contains {
        context.hasClass($0, [.selfSubject, .possessive])
      }
  }

  /// "does my calf pain mean …", "about my swollen calf": taken for granted by the question.
  private func isGiven(after hit: PhraseHit) -> Bool {
    let first = context.first
    guard context.hasClass(first - 1, .possessive) else { return false }
    let isWhole = context.matched.count == context.last - first + 1
    guard isWhole else { return false }
    if context.hasClass(first - 2, .preposition) { return true }
    let rest =
      context.last
      + 1..<max(
        context.last + 1, context.segmentRange(context.last).upperBound)
    return rest.contains { context.isContent($0) }
  }

  /// "could i have als leg weak since spring": what has a beginning is there, whatever is asked of it.
  private var hasBegun: Bool {
    let segment = context.segmentRange(context.lastCore)
    return context.hits.contains { hit in
      hit.isCue(.since) && hit.start > context.firstCore && segment.contains(hit.start)
        && context.hits.contains { $0.isCue(.ongoing) && $0.range == hit.range }
    }
  }

  /// "is chest pain dangerous".
  private var judged: Range<Int>? {
    let segment = context.segmentRange(context.firstCore)
    let opening = span(segment.lowerBound, context.first).last { !context.tokens[$0].isIgnorable }
    guard let opening, context.hasClass(opening, .verb), context.opensSegment(opening) else {
      return nil
    }
    let judgement = context.hits.first {
      $0.isCue(.judgement) && $0.start > context.lastCore && segment.contains($0.start)
    }
    guard let judgement, !context.hasClass(context.first - 1, .possessive) else { return nil }
    return judgement.range
  }

  // MARK: Suppositions

  private var supposed: Range<Int>? {
    for hit in context.hits where hit.isCue(.hypothetical) && hit.end <= context.firstCore {
      guard !context.isInside(hit), !context.isPartOfDenial(hit),
        context.segment(hit.end - 1) == context.segment(context.firstCore)
      else { continue }
      // "worried about my swollen calf" has one.
      let isOwn =
        context.hasClass(context.first - 1, .possessive)
        && context.hasClass(context.first - 2, .preposition)
      if !isOwn { return hit.range }
    }
    return nil
  }

  private var supposedAfter: Range<Int>? {
    let segment = context.segmentRange(context.lastCore)
    return context.hits.first {
      $0.isCue(.hypotheticalAfter) && $0.start > context.lastCore && segment.contains($0.start)
        && !context.speaksOfSelf(from: segment.lowerBound, to: context.first)
    }?.range
  }

  private var endsInQuestionMark: Bool {
    guard let mark = context.clause.last else { return false }
    return context.tokens[mark].text == "?"
  }

  private var hasLaterQuestion: Bool {
    context.hits.contains {
      ($0.isCue(.question) || $0.isCue(.presupposingQuestion)) && $0.start > context.lastCore
    } || goesOnWithoutChoice
  }

  /// Whether more follows than "or" and another guess: "heart attack or just unfit?" is one question.
  private var goesOnWithoutChoice: Bool {
    var next = context.segmentRange(context.lastCore).upperBound
    while next < context.clause.upperBound {
      guard context.hasClass(next, .orWord) else { return true }
      next = context.segmentRange(next).upperBound
    }
    return false
  }

  /// "dvt??": a few words and a question mark.
  private var markedOnly: Range<Int>? {
    guard context.clause.count <= 16, endsInQuestionMark, !hasLaterQuestion,
      !context.clause.contains(where: { context.hasClass($0, .verb) }),
      !context.speaksOfSelf(from: context.clause.lowerBound, to: context.first)
    else { return nil }
    return context.clause.upperBound - 1..<context.clause.upperBound
  }
}
