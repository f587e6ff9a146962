/// Reads side, place, time, trend and severity of matched words.
struct CircumstancesReading {
  let context: MentionContext
  let date: CalendarDate

  var circumstances: Circumstances {
    var result = Circumstances()
    result.bodyPart = bodyPart
    result.side = side
    let times = TimesOfMention(context: context, date: date)
    result.agoDays = times.agoDays
    result.lastsDays = times.lastsDays
    result.often = often
    result.trend = trend
    result.severity = severity
    return result
  }

  // MARK: Where

  /// The parts of the sentence to look in, nearest first: the mention's own; when it names no place,
  /// those before it in the clause; when it speaks of "it", those of the clause before.
  private var places: [Range<Int>] {
    let own = context.segmentRange(context.last)
    var places = [own]
    guard !own.contains(where: { context.tokens[$0].bodyPart != nil }) else { return places }
    let segment = context.segment(context.last)
    let goesOnAboutIt = own.contains {
      context.hasClass($0, .subject) && !context.hasClass($0, .selfSubject)
    }
    let clause = context.tokens[context.last].clause
    for back in 1...4 where segment - back >= 0 {
      let range = context.reading.segments[segment - back]
      guard let start = range.first else { continue }
      let other = context.tokens[start].clause
      guard other == clause || other == clause - 1 && goesOnAboutIt else { break }
      places.append(range.suffix(64))
      if range.contains(where: { context.tokens[$0].bodyPart != nil }) { break }
    }
    return places
  }

  private var bodyPart: String? {
    if let named = context.matched.last(where: { context.tokens[$0].bodyPart != nil }) {
      return context.tokens[named].bodyPart
    }
    for place in places {
      let named = place.filter { context.tokens[$0].bodyPart != nil }
      if let nearest = named.min(by: { distance($0) < distance($1) }) {
        return context.tokens[nearest].bodyPart
      }
    }
    return nil
  }

  private var side: Side? {
    for place in places {
      var best: (side: Side, distance: Int)?
      for hit in context.reading.hits(from: place.lowerBound, to: place.upperBound) {
        guard case .side(let side) = hit.meaning, names(side, hit) else { continue }
        let distance = hit.range.map { self.distance($0) }.min() ?? 0
        if best.map({ distance < $0.distance }) ?? true { best = (side, distance) }
      }
      if let best { return best.side }
    }
    return sideBehind
  }

  /// "calves tight and tired (both)", "heavy, left one": a part behind the words that tells a side and nothing else.
  private var sideBehind: Side? {
    let clause = context.tokens[context.last].clause
    let segment = context.segment(context.last)
    for next in span(segment + 1, min(segment + 3, context.reading.segments.count)) {
      let range = context.reading.segments[next]
      guard let start = range.first, context.tokens[start].clause == clause, range.count <= 6
      else { return nil }
      let sides = range.compactMap { context.tokens[$0].side }
      let isOnlySide = range.allSatisfy {
        context.tokens[$0].side != nil || !context.isContent($0)
      }
      // "calf sore, right?" asks for agreement.
      let isTag = range.filter(context.isWord).count == 1
      if isOnlySide, let side = sides.first, side == .both || side != .one && !isTag {
        return side
      }
    }
    return nil
  }

  private func distance(_ index: Int) -> Int {
    context.matched.map { abs($0 - index) }.min() ?? 0
  }

  /// Whether a word for a side means one here: "right calf", not "right now" or "never left".
  private func names(_ side: Side, _ hit: PhraseHit) -> Bool {
    let isOther = context.reading.hits(from: max(0, hit.start - 3), to: hit.end).contains {
      $0.isCue(.notASide) && $0.range.overlaps(hit.range)
    }
    guard !isOther else { return false }
    guard hit.range.count == 1 else { return true }
    var next = hit.end
    while next < context.tokens.count, context.tokens[next].isIgnorable,
      !context.hasClass(next, .possessive)
    {
      next += 1
    }
    let nextToken = next < context.tokens.count ? context.tokens[next] : nil
    switch side {
    case .one: return nextToken?.bodyPart != nil
    case .left, .right:
      // "right, my calf …": said to begin with.
      return !context.hasClass(next, .possessive)
    case .both: return true
    }
  }

  // MARK: How often

  /// How often it comes, in its own part of the sentence or in one that tells nothing but a time.
  private var often: String? {
    let reading = FrequencyReading(tokens: context.tokens, reading: context.reading)
    for part in TimesOfMention.parts(of: context) {
      for frequency in reading.frequencies(in: part) where belongs(frequency.range) {
        return context.words(frequency.range)
      }
    }
    return nil
  }

  /// Not what the words say already, nor what is said of another doing: "i run twice a week my legs ache".
  private func belongs(_ range: Range<Int>) -> Bool {
    guard !range.contains(where: context.matched.contains) else { return false }
    // "twice a week my foot goes numb": said to begin with.
    if range.upperBound <= context.first, context.opensSegment(range.lowerBound) { return true }
    let between =
      range.lowerBound > context.last
      ? span(context.last + 1, range.lowerBound) : span(range.upperBound, context.first)
    return !between.contains { context.hasClass($0, [.subject, .possessive]) }
  }

  // MARK: How it goes, how bad

  private var trend: Circumstances.Trend? {
    let own = context.segmentRange(context.last)
    if let trend = trend(in: own) { return trend }
    // The next parts may go on about it: "calf hurts, getting worse".
    let segment = context.segment(context.last)
    for next in span(segment + 1, min(segment + 3, context.reading.segments.count)) {
      let range = context.reading.segments[max(next, 0)]
      guard let start = range.first,
        context.tokens[start].clause <= context.tokens[context.last].clause + 1
      else { break }
      let isAboutOther = range.contains {
        context.tokens[$0].bodyPart != nil && context.tokens[$0].bodyPart != bodyPart
      }
      if isAboutOther { break }
      if let trend = trend(in: range) { return trend }
    }
    return nil
  }

  private func trend(in range: Range<Int>) -> Circumstances.Trend? {
    for hit in context.reading.hits(from: range.lowerBound, to: range.upperBound) {
      guard case .cue(let kind) = hit.meaning, !context.isInside(hit) else { continue }
      let isDenied = span(max(range.lowerBound, hit.start - 2), hit.start).contains {
        context.hasClass($0, .denial)
      }
      switch kind {
      case .trendWorse: return isDenied ? .same : .worse
      case .trendBetter: return isDenied ? .same : .better
      case .trendSame: return .same
      default: continue
      }
    }
    return nil
  }

  private var severity: Circumstances.Severity? {
    let range = context.segmentRange(context.last)
    var found: Circumstances.Severity?
    for hit in context.reading.hits(from: range.lowerBound, to: range.upperBound) {
      guard case .cue(let kind) = hit.meaning, !context.isInside(hit) else { continue }
      switch kind {
      case .mild: found = found ?? .mild
      case .moderate: found = found ?? .moderate
      case .severe: return .severe
      default: continue
      }
    }
    return rated ?? found
  }

  /// "7/10", in the mention's own part or right behind it.
  private var rated: Circumstances.Severity? {
    let start = context.segmentRange(context.last).lowerBound
    let end = min(context.segmentRange(context.last).upperBound + 5, context.tokens.count)
    for index in span(start, end) {
      guard context.tokens[index].kind == .number, let value = context.tokens[index].number,
        value <= 10, isRated(index)
      else { continue }
      return value >= 7 ? .severe : value >= 4 ? .moderate : .mild
    }
    return nil
  }

  private func isRated(_ index: Int) -> Bool {
    if index + 2 < context.tokens.count, context.tokens[index + 1].text == "/" {
      return context.tokens[index + 2].number == 10
    }
    return context.reading.hits(from: index + 1, to: index + 2).contains {
      $0.isCue(.severityAfter)
    }
  }
}
