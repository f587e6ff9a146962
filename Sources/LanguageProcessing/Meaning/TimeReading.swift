/// A point in time that was named.
struct TimePoint: Hashable {
  /// Days before the turn; nil when that depends on a date that is not given.
  var days: Double?
  /// At least about so many days, where only a year was named and no date is given.
  var years: Double?
  /// "since tuesday": began then and lasts.
  var isSince = false
  var range: Range<Int>
}

/// Reads points in time out of a stretch of tokens.
struct TimeReading {
  let tokens: [Token]
  let reading: Reading
  var date: CalendarDate?

  func points(in range: Range<Int>) -> [TimePoint] {
    guard reading.tellsQuantity else { return [] }
    let quantities = QuantityReading(tokens: tokens, reading: reading)
    // "21 days ago" before "days ago".
    var points = quantities.quantities(in: range).compactMap { ago($0) ?? year($0) }
    for hit in reading.hits(from: range.lowerBound, to: range.upperBound) {
      guard !points.contains(where: { $0.range.overlaps(hit.range) }) else { continue }
      switch hit.meaning {
      case .time(let days): points.append(TimePoint(days: days, range: hit.range))
      case .weekday(let day):
        if let days = weekday(Int(day), hit) {
          points.append(TimePoint(days: days, range: hit.range))
        }
      case .month(let month):
        if let point = namedMonth(Int(month), hit) { points.append(point) }
      default: continue
      }
    }
    // "a week ago"
    for hit in reading.hits(from: range.lowerBound, to: range.upperBound) {
      guard case .unit(let unit) = hit.meaning, let days = unit.days, isAgo(hit.end),
        reading.hasClass(hit.start - 1, .determiner),
        !points.contains(where: { $0.range.overlaps(hit.range) })
      else { continue }
      points.append(TimePoint(days: days, range: hit.start - 1..<hit.end + 1))
    }
    return points.map { withSince($0) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func withSince(_ point: TimePoint) -> TimePoint {
    var point = point
    let start = point.range.lowerBound
    for hit in reading.hits(from: max(0, start - 3), to: start)
    where hit.isCue(.since)
      && (hit.end == start || hit.end == start - 1 && tokens[hit.end].isIgnorable)
    {
      point.isSince = true
    }
    return point
  }

  private func isAgo(_ index: Int) -> Bool {
    reading.hits(from: index, to: index + 1).contains { $0.isCue(.agoAfter) }
      && tokens[index].bodyPart == nil
  }

  private func ago(_ quantity: Quantity) -> TimePoint? {
    guard let days = quantity.unit?.days, quantity.range.upperBound < tokens.count,
      isAgo(quantity.range.upperBound)
    else { return nil }
    return TimePoint(
      days: min(days * quantity.upper, 100_000),
      range: quantity.range.lowerBound..<quantity.range.upperBound + 1)
  }

  /// "in 2019".
  private func year(_ quantity: Quantity) -> TimePoint? {
    guard quantity.unit == nil, quantity.range.count == 1, quantity.value >= 1900,
      quantity.value < 2100, tokens[quantity.range.lowerBound].text.utf8.count == 4,
      isPlacedInTime(quantity.range.lowerBound)
    else { return nil }
    guard let date else { return TimePoint(years: 365, range: quantity.range) }
    let years = date.year - Int(quantity.value)
    guard years > 0 else { return nil }
    let middle = CalendarDate(year: Int(quantity.value), month: 7, day: 1)
    let days = middle.map { date.dayNumber - $0.dayNumber } ?? years * 365
    return TimePoint(days: Double(max(0, days)), range: quantity.range)
  }

  /// After "in", "on", "since" and the like.
  private func isPlacedInTime(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if reading.hasClass(index - 1, .preposition) { return true }
    return reading.hits(from: max(0, index - 3), to: index).contains {
      ($0.isCue(.since) || $0.isCue(.lastingBefore)) && $0.end == index
    }
  }

  private func weekday(_ day: Int, _ hit: PhraseHit) -> Double? {
    // "sat", "sun" and "mon" are days only where a day is expected.
    let isShort = tokens[hit.start].text.utf8.count <= 3
    if isShort, !isPlacedInTime(hit.start), hit.end < tokens.count { return nil }
    guard let date else { return nil }
    let back = (date.weekday - day + 7) % 7
    return Double(back == 0 ? 7 : back)
  }

  /// "in march", "3 march", "march 3rd 2021".
  private func namedMonth(_ month: Int, _ hit: PhraseHit) -> TimePoint? {
    var range = hit.range
    var day: Int?
    var year: Int?
    func number(_ index: Int) -> Int? {
      guard tokens.indices.contains(index), tokens[index].kind == .number,
        let value = tokens[index].number, value == value.rounded(), value > 0, value < 2100
      else { return nil }
      return Int(value)
    }
    if let before = number(hit.start - 1), before <= 31 {
      day = before
      range = hit.start - 1..<hit.end
    } else if hit.start > 1, reading.hasClass(hit.start - 1, .preposition),
      let before = number(hit.start - 2), before <= 31
    {
      day = before
      range = hit.start - 2..<hit.end
    }
    if let next = number(hit.end) {
      if next > 31 {
        year = next
      } else if day == nil {
        day = next
        if let after = number(hit.end + 1), after > 31 { year = after }
      }
      range = range.lowerBound..<hit.end + (day == next && year != nil ? 2 : 1)
    }
    guard day != nil || year != nil || isPlacedInTime(hit.start) else { return nil }
    guard let date else {
      return TimePoint(years: year == nil ? nil : 365, range: range)
    }
    var candidate = CalendarDate(year: year ?? date.year, month: month, day: day ?? 1)
    if year == nil, let found = candidate, found > date {
      candidate = CalendarDate(year: date.year - 1, month: month, day: day ?? 1)
    }
    guard let candidate, candidate <= date else { return nil }
    return TimePoint(days: Double(date.dayNumber - candidate.dayNumber), range: range)
  }
}
