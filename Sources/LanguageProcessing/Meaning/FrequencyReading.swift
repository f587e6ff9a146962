/// How often something comes.
struct Frequency: Hashable {
  /// How many times in the unit; a share of the times where the unit is none of time.
  var times: Double
  var unit: Unit
  var range: Range<Int>
}

/// Reads how often things come: "twice a week", "every 3 days", "every other run", "most nights".
struct FrequencyReading {
  let tokens: [Token]
  let reading: Reading

  func frequencies(in range: Range<Int>) -> [Frequency] {
    var found: [Frequency] = []
    for hit in reading.hits(from: range.lowerBound, to: range.upperBound) {
      switch hit.meaning {
      case .frequency(let measure):
        found.append(Frequency(times: measure.times, unit: measure.unit, range: hit.range))
      case .cue(.rateBefore): if let rate = rate(at: hit, in: range) { found.append(rate) }
      case .cue(.everyBefore): if let rate = interval(at: hit, in: range) { found.append(rate) }
      default: continue
      }
    }
    // Of two that share words the longer is meant: "every week" of "twice every week".
    return found.filter { one in
      !found.contains { $0.range.overlaps(one.range) && $0.range.count > one.range.count }
    }
  }

  private var quantities: QuantityReading { QuantityReading(tokens: tokens, reading: reading) }

  /// "3 times a week", "twice a day", "two nights per week": the cue stands between number and unit.
  private func rate(at cue: PhraseHit, in range: Range<Int>) -> Frequency? {
    guard cue.end < range.upperBound, let unit = quantities.unit(at: cue.end),
      unit.end <= range.upperBound, unit.measure.days != nil
    else { return nil }
    let near = max(range.lowerBound, cue.start - 5)..<cue.start
    guard let count = quantities.quantities(in: near).last, count.range.upperBound == cue.start,
      count.unit == nil || count.unit == .times || count.unit == .day, count.value >= 1
    else { return nil }
    return Frequency(
      times: count.value, unit: unit.measure.unit, range: count.range.lowerBound..<unit.end)
  }

  /// "every 3 days", "every couple of weeks".
  private func interval(at cue: PhraseHit, in range: Range<Int>) -> Frequency? {
    let near = span(cue.end, min(range.upperBound, cue.end + 6))
    guard !near.isEmpty,
      let length = quantities.quantities(in: near).first, length.range.lowerBound == cue.end,
      let unit = length.unit, unit.days != nil, length.value >= 1
    else { return nil }
    return Frequency(
      times: 1 / length.value, unit: unit, range: cue.start..<length.range.upperBound)
  }
}
