/// Whether what was said is over, or was over and is back.
struct ResolutionReading {
  let context: MentionContext

  /// The longest a thing may lie back and still count as part of what goes on now, in days.
  static let currentDays = 42.0
  /// A thing of so many days ago that stopped was there, and counts.
  private static let recentDays = 2.0

  /// `past`, or `negated` for a thing that stopped; nil when it goes on.
  var outcome: (Assertion.Status, Range<Int>)? {
    guard recurred == nil else { return nil }
    let ended = ended
    if let cue = pastCue ?? longAgo {
      return isOngoing && ended == nil ? nil : (.past, cue)
    }
    guard let ended else { return nil }
    return ended.isRecovery || hasItsTime ? (.past, ended.cue) : (.negated, ended.cue)
  }

  /// "sore last month, but it is gone": it was there.
  private var hasItsTime: Bool {
    let segment = context.segmentRange(context.lastCore)
    return TimeReading(tokens: context.tokens, reading: context.reading).points(in: segment)
      .contains { point in point.days.map { $0 > Self.recentDays } ?? false && !point.isSince }
  }

  /// "didn't faint but nearly did", "isn't it swollen? yes it is".
  var reaffirmed: Range<Int>? { following { $0.isCue(.reaffirmed) }?.range }

  private var recurred: Range<Int>? {
    let here = context.hits.first { $0.isCue(.recurred) && $0.start > context.lastCore }
    return here?.range ?? following { $0.isCue(.recurred) }?.range
  }

  private var isOngoing: Bool {
    context.hits.contains { hit in
      guard hit.isCue(.ongoing) || hit.isCue(.since) else { return false }
      let distance = context.segment(hit.start) - context.segment(context.lastCore)
      return !context.isInside(hit)
        && (distance == 0 || distance == 1 && context.opensSegment(hit.start))
    }
  }

  // MARK: Past

  private var pastCue: Range<Int>? {
    let segment = context.segment(context.lastCore)
    for hit in context.hits where isPast(hit) && !context.isInside(hit) {
      if context.isInsidePseudoNegation(hit) { continue }
      if context.segment(hit.start) == segment { return hit.range }
      // "a red hot leg once, ages ago"
      if context.segment(hit.start) == segment + 1,
        context.segmentRange(hit.start).allSatisfy({
          hit.range.contains($0) || !context.isContent($0)
        })
      {
        return hit.range
      }
      // "back in college, i fainted"
      if context.segment(hit.start) == segment - 1, hit.end <= context.first,
        context.segmentRange(hit.start).filter(context.isContent).count <= hit.range.count + 1
      {
        return hit.range
      }
    }
    return nil
  }

  /// "history of …" speaks of what comes behind it only.
  private func isPast(_ hit: PhraseHit) -> Bool {
    hit.isCue(.past) || hit.isCue(.pastBefore) && hit.end <= context.firstCore
  }

  private var longAgo: Range<Int>? {
    guard context.reading.tellsQuantity else { return nil }
    let reading = TimeReading(tokens: context.tokens, reading: context.reading)
    for time in TimesOfMention.parts(of: context).flatMap(reading.points) {
      guard let days = time.days ?? time.years, !time.isSince, days > Self.currentDays,
        !isMatched(time)
      else { continue }
      return time.range
    }
    return nil
  }

  /// "started 2 years ago" as a whole: the time is what is said.
  private func isMatched(_ time: TimePoint) -> Bool {
    time.range.allSatisfy(context.matched.contains)
      && context.reading.hits(from: time.range.lowerBound, to: time.range.upperBound).contains {
        $0.isCue(.agoAfter) && $0.end == time.range.upperBound
      }
  }

  // MARK: Over

  private var ended: (cue: Range<Int>, isRecovery: Bool)? {
    let segment = context.segmentRange(context.lastCore)
    for hit in context.hits where hit.start > context.lastCore {
      guard hit.isCue(.recovered), segment.contains(hit.start), !isDenied(hit) else { continue }
      return (hit.range, true)
    }
    guard
      let hit = following({
        $0.isCue(.stopped) && context.endsThought($0) || $0.isCue(.recovered)
      }), !isDenied(hit), hit.isCue(.recovered) || !isAboutOther(hit) && !counts(before: hit)
    else { return nil }
    return (hit.range, hit.isCue(.recovered))
  }

  /// Whether the thing was there and counts, though it stopped.
  func counts(before hit: PhraseHit) -> Bool { isRecent(before: hit) || comesEachTime(before: hit) }

  /// "hurts when i run, gone now": it comes again with the next run.
  private func comesEachTime(before hit: PhraseHit) -> Bool {
    let segment = context.segmentRange(context.lastCore)
    return context.hits.contains {
      $0.isCue(.eachTime) && segment.contains($0.start) && $0.end <= hit.start
    }
  }

  /// Whether the words come with a time of today or yesterday: "bled this morning, stopped now".
  private func isRecent(before hit: PhraseHit) -> Bool {
    let segment = context.segmentRange(context.lastCore)
    return TimeReading(tokens: context.tokens, reading: context.reading).points(in: segment)
      .contains { point in
        guard let days = point.days, !point.isSince else { return false }
        return days <= Self.recentDays && point.range.upperBound <= hit.start
      }
  }

  /// "i went", "my mate has gone": not the thing spoken of before.
  private func isAboutOther(_ hit: PhraseHit) -> Bool {
    span(context.segmentRange(hit.start).lowerBound, hit.start).contains {
      context.hasClass($0, [.selfSubject, .possessive])
    }
  }

  private func isDenied(_ hit: PhraseHit) -> Bool {
    let start = max(context.lastCore + 1, hit.start - 2)
    return span(start, hit.start).contains { context.hasClass($0, .denial) }
  }

  /// A cue that opens one of the next two parts, or follows words without weight in them; the next
  /// clause counts when it goes on about the same thing.
  private func following(_ isWanted: (PhraseHit) -> Bool) -> PhraseHit? {
    let segment = context.segment(context.lastCore)
    let end = min(segment + 2, context.reading.segments.count - 1)
    guard segment + 1 <= end else { return nil }
    for part in span(segment + 1, end + 1) {
      let range = context.reading.segments[part]
      guard let start = range.first,
        context.tokens[start].clause <= context.tokens[context.lastCore].clause + 1
      else { return nil }
      for hit in context.reading.hits(from: range.lowerBound, to: range.upperBound)
      where isWanted(hit) && hit.end <= range.upperBound {
        let lead = span(range.lowerBound, hit.start)
        if lead.allSatisfy({ !context.isContent($0) || context.hasClass($0, .filler) }),
          !lead.contains(where: { context.hasClass($0, .denial) })
        {
          return hit
        }
      }
      // A part with a meaning of its own ends the search.
      if range.contains(where: { context.isContent($0) && !context.hasClass($0, .filler) }) {
        return nil
      }
    }
    return nil
  }
}
