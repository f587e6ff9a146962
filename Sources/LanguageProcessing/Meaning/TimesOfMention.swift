/// When matched words happened or began, and how long they lasted.
struct TimesOfMention {
  let agoDays: Int?
  let lastsDays: Double?

  init(context: MentionContext, date: CalendarDate?) {
    let reading = TimeReading(tokens: context.tokens, reading: context.reading, date: date)
    var ago: (days: Double, distance: Int)?
    var lasts: Double?
    for part in Self.parts(of: context) {
      for point in reading.points(in: part) {
        guard let days = point.days, Self.belongs(point.range, part, context) else { continue }
        let distance = Self.distance(point.range, context)
        if point.isSince { lasts = lasts ?? days }
        if ago.map({ distance < $0.distance && days > 0 || $0.days == 0 && days > 0 }) ?? true {
          ago = (days, distance)
        }
      }
      lasts = lasts ?? Self.lasting(part, context)
    }
    // "for 3 weeks now" does not begin now.
    if let lasts, ago?.days == 0 { ago = (lasts, 0) }
    agoDays = ago.map { Int(min($0.days, 100_000)) }
    lastsDays = lasts
  }

  /// The mention's own part, and neighbours that tell nothing but a time.
  static func parts(of context: MentionContext) -> [Range<Int>] {
    let own = context.segment(context.last)
    var parts = [context.segmentRange(context.last)]
    for other in [own - 1, own + 1] where context.reading.segments.indices.contains(other) {
      let range = context.reading.segments[other]
      guard range.count <= 12, let start = range.first,
        context.tokens[start].clause == context.tokens[context.last].clause
      else { continue }
      if isOnlyTime(range, context) { parts.append(range) }
    }
    return parts
  }

  private static func isOnlyTime(_ range: Range<Int>, _ context: MentionContext) -> Bool {
    var covered: Set<Int> = []
    for hit in context.reading.hits(from: range.lowerBound, to: range.upperBound) {
      switch hit.meaning {
      case .time, .weekday, .month, .number, .frequency: covered.formUnion(hit.range)
      // "Marathon" is a distance, and "marathon in 3 weeks" no time of the complaint behind it.
      case .unit(let unit) where unit.kilometres != nil: return false
      case .unit: covered.formUnion(hit.range)
      case .cue(let kind):
        let isOfTime: [CueKind] = [.since, .lastingBefore, .lastingAfter, .agoAfter, .ongoing]
        if isOfTime.contains(kind) { covered.formUnion(hit.range) }
      default: continue
      }
    }
    return !covered.isEmpty
      && range.allSatisfy {
        covered.contains($0) || !context.isContent($0) || context.tokens[$0].kind == .number
          || context.hasClass($0, .filler)
      }
  }

  private static func distance(_ range: Range<Int>, _ context: MentionContext) -> Int {
    if range.lowerBound > context.last { return range.lowerBound - context.last }
    if range.upperBound <= context.first { return context.first - range.upperBound + 1 }
    return 0
  }

  /// "i flew 7 weeks ago my calf is swollen": the time belongs to the flight.
  private static func belongs(
    _ point: Range<Int>, _ part: Range<Int>, _ context: MentionContext
  ) -> Bool {
    guard point.upperBound <= context.first, part.contains(context.first) else { return true }
    let opens = span(part.lowerBound, point.lowerBound).allSatisfy { !context.isContent($0) }
    if opens { return true }
    return !span(point.upperBound, context.first).contains {
      context.hasClass($0, [.subject, .possessive]) && !context.hasClass($0 - 1, .preposition)
    }
  }

  /// "for 3 weeks", "3 weeks now", "all week", or a length of time right behind the words.
  private static func lasting(_ part: Range<Int>, _ context: MentionContext) -> Double? {
    let reading = context.reading
    func follows(_ kind: CueKind, _ index: Int) -> Bool {
      reading.hits(from: index, to: index + 1).contains { $0.isCue(kind) }
    }
    func precedes(_ kind: CueKind, _ index: Int) -> Bool {
      reading.hits(from: max(0, index - 5), to: index).contains {
        $0.isCue(kind)
          && ($0.end == index || $0.end == index - 1 && reading.hasClass(index - 1, .filler))
      }
    }
    let quantities = QuantityReading(tokens: context.tokens, reading: reading)
    for quantity in quantities.quantities(in: part) {
      guard let unit = quantity.unit?.days else { continue }
      let (start, end) = (quantity.range.lowerBound, quantity.range.upperBound)
      guard !follows(.agoAfter, end) else { continue }
      let between = span(context.last + 1, start)
      let isRightBehind =
        start > context.last
        && between.allSatisfy {
          context.tokens[$0].isIgnorable || context.tokens[$0].bodyPart != nil
        }
        && (end >= part.upperBound || !context.isContent(end))
      if precedes(.lastingBefore, start) || follows(.lastingAfter, end) || isRightBehind
        || !part.contains(context.last)
      {
        return min(quantity.upper * unit, 100_000)
      }
    }
    // "for a week", "all week", "for weeks"
    for hit in reading.hits(from: part.lowerBound, to: part.upperBound) {
      guard case .unit(let unit) = hit.meaning, let days = unit.days,
        !follows(.agoAfter, hit.end), context.tokens[max(0, hit.start - 1)].number == nil
      else { continue }
      let hasArticle = reading.hasClass(hit.start - 1, .determiner)
      guard precedes(.lastingBefore, hasArticle ? hit.start - 1 : hit.start) else { continue }
      let isCovered = reading.hits(from: max(0, hit.start - 3), to: hit.end).contains {
        if case .time = $0.meaning { return $0.range.contains(hit.start) }
        return false
      }
      guard !isCovered else { continue }
      let token = context.tokens[hit.start]
      return token.text != token.stem && !hasArticle ? 3 * days : days
    }
    return nil
  }
}
