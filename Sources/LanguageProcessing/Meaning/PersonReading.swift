/// Whether matched words are about somebody else.
struct PersonReading {
  let context: MentionContext

  var cue: (cue: Range<Int>, isHereNow: Bool)? {
    guard let cue = before ?? after ?? introduced else { return nil }
    return (cue, !isLongAgo && (isHereNow || isWatched(cue)))
  }

  /// Whether a cue names nobody: "he", "her".
  func isPronoun(_ cue: Range<Int>) -> Bool {
    context.reading.hits(from: cue.lowerBound, to: cue.upperBound).contains {
      $0.isCue(.otherPronoun) && $0.range == cue
    }
  }

  /// Whether the user speaks of themselves: "i" before the words, or "my" at the part of the body.
  var isOwn: Bool {
    let before = span(context.segmentRange(context.firstCore).lowerBound, context.firstCore)
    let other = context.hits.last { $0.isCue(.otherPronoun) && before.contains($0.start) }
    return before.contains { $0 > other?.start ?? -1 && context.hasClass($0, .selfSubject) }
      || context.matched.contains { index in
        index > 0 && context.tokens[index].bodyPart != nil
          && context.hasClass(index - 1, .possessive)
      }
  }

  private var before: Range<Int>? {
    var found: PhraseHit?
    for hit in context.hits where hit.isCue(.otherPerson) && precedes(hit) {
      guard !context.isInside(hit), isSubject(hit), !isReported(hit) else { continue }
      found = hit
    }
    guard let found, !context.speaksOfSelf(from: found.end, to: max(found.end, context.firstCore))
    else {
      return nil
    }
    if isJoinedToOwn(found) || isOfOwnBody(after: found) { return nil }
    // After a comma somebody new may be meant; the user is the safe reading.
    let parts = span(context.segment(found.end - 1), context.segment(context.firstCore))
    for part in parts.dropFirst(0) where context.reading.segments.indices.contains(part + 1) {
      let start = context.reading.segments[part + 1].lowerBound
      if !context.hasClass(start, [.andWord, .orWord]) { return nil }
    }
    return found.range
  }

  /// "mum and two aunties have it": where the match names somebody itself, one joined to them is no other.
  private func isJoinedToOwn(_ hit: PhraseHit) -> Bool {
    guard
      let own = context.hits.first(where: {
        $0.isCue(.otherPerson) && context.isInside($0) && $0.start >= hit.end
      })
    else { return false }
    let between = span(hit.end, own.start)
    return between.contains { context.hasClass($0, .andWord) }
      && between.allSatisfy { index in
        !context.isContent(index) || context.tokens[index].number != nil
          || context.hits.contains { $0.isCue(.otherPerson) && $0.range.contains(index) }
      }
  }

  /// "someone is standing on my chest": whoever does it, the chest is the user's.
  private func isOfOwnBody(after hit: PhraseHit) -> Bool {
    context.matched.contains { index in
      // "On our run" speaks of no body.
      index > hit.end && context.hasClass(index - 1, .possessive)
        && (context.tokens[index].bodyPart != nil || context.hasClass(index - 1, .definite))
        && !context.hits.contains { $0.isCue(.otherPerson) && $0.range.contains(index) }
    }
  }

  /// Words of the match may belong to how the person is named: "the lad i | run | with gets chest pain".
  private func precedes(_ hit: PhraseHit) -> Bool {
    hit.end <= context.firstCore || hit.start < context.firstCore && hit.end <= context.lastCore
  }

  /// The person is who the clause is about, not somebody who was also there.
  private func isSubject(_ hit: PhraseHit) -> Bool {
    let isCovered = context.hits.contains {
      $0.isCue(.past) && $0.start <= hit.start && $0.end >= hit.end && $0.range != hit.range
    }
    if isCovered { return false }
    let start = context.segmentRange(hit.start).lowerBound
    guard start < hit.start else { return true }
    let previous = previousWord(hit.start, from: start)
    if let previous, context.hasClass(previous, .preposition) { return false }
    return span(start, hit.start).allSatisfy {
      !context.isContent($0) || context.hasClass($0, [.filler, .reporting])
    }
      || context.tokens[hit.start].isIgnorable && hit.range.count == 1
      || hit.range.count == 1 && context.hasClass(hit.start, .subject)
  }

  private func previousWord(_ index: Int, from start: Int) -> Int? {
    var other = index - 1
    while other >= start, context.tokens[other].isIgnorable { other -= 1 }
    return other >= start ? other : nil
  }

  private func isReported(_ hit: PhraseHit) -> Bool {
    let end = min(hit.end + 2, context.firstCore)
    return span(hit.end, end).contains { context.hasClass($0, .reporting) }
  }

  /// "anaemia runs in my family".
  private var after: Range<Int>? {
    context.hits.first {
      $0.isCue(.otherAfter) && $0.start > context.lastCore
        && $0.start - context.lastCore <= 6
    }?.range
  }

  /// "years ago": told from memory, whatever else is said.
  private var isLongAgo: Bool {
    let times = TimesOfMention(context: context, date: nil)
    if let days = times.agoDays, Double(days) > ResolutionReading.currentDays { return true }
    let segment = context.segmentRange(context.lastCore)
    // "had a stroke in march": a month named is not now, whichever day it is today.
    let named = TimeReading(tokens: context.tokens, reading: context.reading, date: nil)
    if named.points(in: segment).contains(where: { $0.days == nil }) { return true }
    return context.hits.contains { $0.isCue(.past) && segment.contains($0.start) }
  }

  /// Somebody close, in the present tense: the user sees it now.
  private func isWatched(_ cue: Range<Int>) -> Bool {
    // "My boy is 13": who it is may be part of what was heard.
    guard cue.lowerBound < context.firstCore, isClose(cue) else { return false }
    let last = context.segmentRange(context.lastCore)
    return !span(cue.upperBound, last.upperBound).contains { context.hasClass($0, .pastVerb) }
  }

  /// A partner, child or friend, or "he" and "she" of one named before, or of nobody named at all.
  private func isClose(_ cue: Range<Int>) -> Bool {
    let near = context.reading.hits(
      from: max(0, cue.lowerBound - Self.reach), to: cue.upperBound)
    let people = near.filter { hit in
      hit.isCue(.otherPerson) && !isPronoun(hit.range)
    }
    guard let close = near.last(where: { $0.isCue(.closePerson) }) else {
      return people.isEmpty && isPronoun(cue)
    }
    // "finished her ultra" names nobody new, "my boss" does.
    return !people.contains { person in
      person.start > close.start && !person.range.overlaps(close.range)
        && (person.range.count > 1
          || context.hasClass(person.start - 1, [.determiner, .possessive]))
    }
  }

  private static let reach = 40

  /// "it's for a friend: …": what follows the colon is about them.
  private var introduced: Range<Int>? {
    let mark = context.clause.lowerBound - 1
    guard mark > 0, context.tokens[mark].text == ":",
      !context.speaksOfSelf(from: context.clause.lowerBound, to: context.firstCore)
    else { return nil }
    return context.reading.hits(from: max(0, mark - 6), to: mark).first {
      $0.isCue(.otherPerson) && $0.end == mark
    }?.range
  }

  /// Whether the other person is with the user now, anywhere in what was said.
  private var isHereNow: Bool {
    let all = context.reading.hits
    let near = all.prefix(256)
    return near.contains { hit in
      guard hit.isCue(.hereNow) else { return false }
      // "is here" of somebody else, not "i am fine now".
      let clause = context.tokens[hit.start].clause
      let isOwn =
        context.reading.clauses.indices.contains(clause)
        && context.speaksOfSelf(
          from: context.reading.segments[context.tokens[hit.start].segment].lowerBound,
          to: hit.start)
      return !isOwn || hit.range.count > 1
    }
  }
}
