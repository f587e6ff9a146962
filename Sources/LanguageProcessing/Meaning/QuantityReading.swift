/// A number with its unit, as said.
struct Quantity: Hashable {
  var value: Double
  var upper: Double
  var measure: Measure?
  /// The number and its unit.
  var range: Range<Int>
  /// The number alone.
  var number: Range<Int>

  var unit: Unit? { measure?.unit }
}

/// Reads numbers and units out of a stretch of tokens.
struct QuantityReading {
  let tokens: [Token]
  let reading: Reading

  func quantities(in range: Range<Int>) -> [Quantity] {
    guard reading.tellsQuantity else { return [] }
    var found: [Quantity] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard tokens[index].kind == .number || reading.startsHit(index) else {
        index += 1
        continue
      }
      if let unit = unit(at: index), unit.measure.standsAlone {
        found.append(
          Quantity(
            value: 1, upper: 1, measure: unit.measure, range: index..<unit.end,
            number: index..<index))
        index = unit.end
      } else if let quantity = quantity(at: index, limit: range.upperBound) {
        found.append(quantity)
        index = quantity.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func quantity(at start: Int, limit: Int) -> Quantity? {
    guard let first = number(at: start, limit: limit) else { return nil }
    var end = first.end
    var upper = first.value
    if end + 1 < limit, joinsRange(end), let second = number(at: end + 1, limit: limit),
      second.value >= first.value, !isSlash(end)
    {
      upper = second.value
      end = second.end
    }
    var unitStart = end
    while unitStart < limit, tokens[unitStart].isIgnorable || tokens[unitStart].text == "+" {
      unitStart += 1
    }
    if unitStart > end, first.value != 0.5, unitStart < limit, tokens[end].text != "+",
      tokens[end].text != "ish"
    {
      unitStart = end
    }
    guard unitStart < limit, let unit = unit(at: unitStart) else {
      return Quantity(
        value: first.value, upper: upper, measure: nil, range: start..<end, number: start..<end)
    }
    return Quantity(
      value: first.value, upper: upper, measure: unit.measure, range: start..<unit.end,
      number: start..<end)
  }

  private func joinsRange(_ index: Int) -> Bool {
    tokens[index].text == "-" || reading.hasClass(index, .rangeWord)
  }

  private func isSlash(_ index: Int) -> Bool { tokens[index].text == "/" }

  /// A number in digits or words, with what belongs to it: "twenty one", "2 1/2", "three and a half".
  private func number(at start: Int, limit: Int) -> (value: Double, end: Int)? {
    guard start < limit, var (value, end) = simpleNumber(at: start, limit: limit) else {
      return nil
    }
    while end < limit, let next = simpleNumber(at: end, limit: limit) {
      if value >= 20, value < 100, value.truncatingRemainder(dividingBy: 10) == 0,
        (1...9).contains(next.value), tokens[end].kind == .word, tokens[start].kind == .word
      {
        value += next.value
      } else if next.value == 100 || next.value == 1000, tokens[end].kind == .word {
        value *= next.value
      } else if next.value > 0, next.value < 1, value >= 1, tokens[end].kind == .number {
        value += next.value
      } else {
        break
      }
      end = next.end
    }
    if let half = andHalf(at: end, limit: limit) {
      value += 0.5
      end = half
    }
    return (value, end)
  }

  private func andHalf(at index: Int, limit: Int) -> Int? {
    guard index + 1 < limit, reading.hasClass(index, .andWord) else { return nil }
    var next = index + 1
    while next < limit, reading.hasClass(next, .determiner) { next += 1 }
    guard next < limit, tokens[next].number == 0.5 else { return nil }
    return next + 1
  }

  private func simpleNumber(at start: Int, limit: Int) -> (value: Double, end: Int)? {
    if tokens[start].kind == .number {
      return tokens[start].number.map { ($0, start + 1) }
    }
    for hit in reading.hits(from: start, to: start + 1) {
      if case .number(let value) = hit.meaning, hit.end <= limit { return (value, hit.end) }
    }
    return nil
  }

  func unit(at start: Int) -> (measure: Measure, end: Int)? {
    for hit in reading.hits(from: start, to: start + 1) {
      if case .unit(let measure) = hit.meaning { return (measure, hit.end) }
    }
    return nil
  }
}
