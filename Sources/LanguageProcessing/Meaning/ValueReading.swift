/// Reads the quantities of an utterance as what they measure.
struct ValueReading {
  let utterance: Utterance
  let date: CalendarDate

  private var tokens: [Token] { utterance.tokens }
  private var reading: Reading { utterance.reading }

  var values: [ValueMention] {
    let all = 0..<tokens.count
    let points = TimeReading(tokens: tokens, reading: reading, date: date).points(in: all)
    var values = points.compactMap { point in
      point.days.map { ValueMention(kind: .ago, value: $0, unit: "day", tokens: point.range) }
    }
    var taken = Set(points.flatMap { Array($0.range) })
    for quantity in QuantityReading(tokens: tokens, reading: reading).quantities(in: all) {
      guard quantity.range.allSatisfy({ !taken.contains($0) }) else { continue }
      var value = value(of: quantity)
      if !quantity.number.isEmpty {
        value.number = ValueMention.Number(value: quantity.value, tokens: quantity.number)
      }
      // "7/10" takes the ten as well.
      taken.formUnion(value.tokens)
      values.append(value)
    }
    // The number of a frequency is a number all the same.
    values += FrequencyReading(tokens: tokens, reading: reading).frequencies(in: all).map {
      ValueMention(kind: .frequency, value: $0.times, unit: $0.unit.rawValue, tokens: $0.range)
    }
    return values.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func value(of quantity: Quantity) -> ValueMention {
    let end = quantity.number.upperBound
    if let age = age(quantity) { return age }
    if let severity = severity(quantity) { return severity }
    if let pace = pace(quantity) { return pace }
    guard let measure = quantity.measure else {
      if let heat = bareTemperature(quantity) { return heat }
      return mention(.number, quantity, times: 1, range: quantity.number.lowerBound..<end)
    }
    if let days = measure.days { return mention(.duration, quantity, times: days) }
    if let kilometres = measure.kilometres {
      return mention(.distance, quantity, times: kilometres)
    }
    switch measure.unit {
    case .celsius: return mention(.temperature, quantity, times: 1)
    case .fahrenheit:
      return ValueMention(
        kind: .temperature, value: (quantity.value - 32) / 1.8, upper: (quantity.upper - 32) / 1.8,
        unit: Unit.celsius.rawValue, tokens: quantity.range)
    default: return mention(.number, quantity, times: measure.times)
    }
  }

  private func mention(
    _ kind: ValueMention.Kind, _ quantity: Quantity, times: Double, range: Range<Int>? = nil
  ) -> ValueMention {
    ValueMention(
      kind: kind, value: quantity.value * times, upper: quantity.upper * times,
      unit: quantity.unit?.rawValue, tokens: range ?? quantity.range)
  }

  private func hasCue(_ kind: CueKind, at index: Int) -> PhraseHit? {
    reading.hits(from: index, to: index + 1).first { $0.isCue(kind) }
  }

  private func hasCue(_ kind: CueKind, endingAt index: Int) -> PhraseHit? {
    reading.hits(from: max(0, index - 5), to: index).first { $0.isCue(kind) && $0.end == index }
  }

  private func age(_ quantity: Quantity) -> ValueMention? {
    let (start, end) = (quantity.number.lowerBound, quantity.number.upperBound)
    guard quantity.value >= 3, quantity.value <= 120 else { return nil }
    if let after = hasCue(.ageAfter, at: end) {
      return ValueMention(
        kind: .age, value: quantity.value, upper: quantity.upper, unit: Unit.year.rawValue,
        tokens: start..<after.end)
    }
    guard let before = hasCue(.ageBefore, endingAt: start) else { return nil }
    // "in my 60s"
    if quantity.unit == .second, quantity.value.truncatingRemainder(dividingBy: 10) == 0 {
      return ValueMention(
        kind: .age, value: quantity.value, upper: quantity.value + 9, unit: Unit.year.rawValue,
        tokens: before.start..<quantity.range.upperBound)
    }
    let stands = quantity.unit == nil || quantity.unit == .metre && quantity.value >= 10
    guard stands, quantity.value == quantity.value.rounded() else { return nil }
    return ValueMention(
      kind: .age, value: quantity.value, upper: quantity.upper, unit: Unit.year.rawValue,
      tokens: start..<quantity.range.upperBound)
  }

  /// "7/10", "8 out of 10".
  private func severity(_ quantity: Quantity) -> ValueMention? {
    let (start, end) = (quantity.number.lowerBound, quantity.number.upperBound)
    guard quantity.value <= 10 else { return nil }
    if let after = hasCue(.severityAfter, at: end) {
      return ValueMention(
        kind: .severity, value: quantity.value, upper: quantity.upper, tokens: start..<after.end)
    }
    guard end + 1 < tokens.count, tokens[end].text == "/", tokens[end + 1].number == 10 else {
      return nil
    }
    return ValueMention(
      kind: .severity, value: quantity.value, upper: quantity.upper, tokens: start..<end + 2)
  }

  /// "5:30 per km", "5:30/km", "6 min/mile"; in minutes.
  private func pace(_ quantity: Quantity) -> ValueMention? {
    guard quantity.unit == nil || quantity.unit == .minute else { return nil }
    let start = quantity.range.lowerBound
    for end in [quantity.number.upperBound, quantity.range.upperBound] {
      if let after = hasCue(.paceAfter, at: end) {
        return ValueMention(
          kind: .pace, value: quantity.value, upper: quantity.upper, unit: Unit.minute.rawValue,
          tokens: start..<after.end)
      }
      guard end + 1 < tokens.count, tokens[end].text == "/" else { continue }
      let units = QuantityReading(tokens: tokens, reading: reading)
      if let unit = units.unit(at: end + 1), unit.measure.kilometres != nil {
        return ValueMention(
          kind: .pace, value: quantity.value, upper: quantity.upper,
          unit: unit.measure.unit.rawValue,
          tokens: start..<unit.end)
      }
    }
    return nil
  }

  /// "a fever of 39", "temp 101".
  private func bareTemperature(_ quantity: Quantity) -> ValueMention? {
    guard hasCue(.temperatureBefore, endingAt: quantity.number.lowerBound) != nil else {
      return nil
    }
    switch quantity.value {
    case 33...44:
      return ValueMention(
        kind: .temperature, value: quantity.value, upper: quantity.upper,
        unit: Unit.celsius.rawValue, tokens: quantity.number)
    case 92...112:
      return ValueMention(
        kind: .temperature, value: (quantity.value - 32) / 1.8,
        upper: (quantity.upper - 32) / 1.8, unit: Unit.celsius.rawValue, tokens: quantity.number)
    default: return nil
    }
  }
}
