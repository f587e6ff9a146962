import LanguageProcessing

/// A number, duration or distance in the line, with the tokens it takes.
struct CapturedValue {
  var capture: PatternCapture
  /// In days for durations, in kilometres for distances.
  var value: Double
  var tokens: Range<Int>
}

extension PatternCapture {
  /// The unit of "12 x".
  private static let times = "times"

  /// The values that the value captures may hear, as the lexicon read them.
  static func values(
    in utterance: Utterance, lexicon: Lexicon, on date: CalendarDate
  ) -> [CapturedValue] {
    let mentions = lexicon.values(in: utterance, on: date)
    var found: [CapturedValue] = []
    var covered = Set<Int>()
    let ends = Set(lexicon.cues("ago_after", in: utterance).map(\.upperBound))
    for mention in mentions where mention.tokens.count <= 60 && !mention.tokens.isEmpty {
      switch mention.kind {
      case .duration, .ago:
        found.append(
          CapturedValue(capture: .duration, value: mention.value, tokens: mention.tokens))
        // "{duration} ago": the length of time alone.
        if mention.kind == .ago, mention.tokens.count > 2, ends.contains(mention.tokens.upperBound)
        {
          found.append(
            CapturedValue(
              capture: .duration, value: mention.value, tokens: mention.tokens.dropLast()))
        }
      case .distance:
        found.append(
          CapturedValue(capture: .distance, value: mention.value, tokens: mention.tokens))
      case .number where mention.tokens.count > 1:
        found.append(
          CapturedValue(capture: .number, value: mention.value, tokens: mention.tokens))
        // "12 x 400": the number alone, too.
        if mention.unit != Self.times { covered.formUnion(mention.tokens) }
      case .number, .age, .temperature, .pace, .severity, .frequency: break
      }
      // "twenty two weeks": the number is 22, not 20.
      if mention.kind != .number, mention.value == mention.upper, let number = mention.number,
        number.tokens.count > 1
      {
        found.append(
          CapturedValue(capture: .number, value: number.value, tokens: number.tokens))
        covered.formUnion(number.tokens)
      }
    }
    for (at, token) in utterance.tokens.enumerated() where !covered.contains(at) {
      // "5'8" is a height or a time, not a number of anything.
      guard let number = token.number, !token.text.utf8.contains(0x27) else { continue }
      found.append(CapturedValue(capture: .number, value: number, tokens: at..<at + 1))
    }
    return found
  }
}

extension PatternTarget {
  private static let days: [String: Double] = [
    "second": 1 / 86_400, "minute": 1 / 1_440, "hour": 1 / 24, "day": 1, "night": 1, "week": 7,
    "month": 30, "year": 365,
  ]
  private static let kilometres: [String: Double] = [
    "km": 1, "kilometre": 1, "kilometer": 1, "mile": 1.609_344, "mi": 1.609_344, "metre": 0.001,
    "meter": 0.001, "m": 0.001,
  ]

  /// A captured value in the unit of the finding, written as the protocol writes it.
  func value(of captured: CapturedValue) -> String {
    var number = captured.value
    let name = unit.map { $0.hasSuffix("s") ? String($0.dropLast()) : $0 } ?? ""
    switch captured.capture {
    case .duration: if !isDuration, let days = Self.days[name] { number /= days }
    case .distance: if let length = Self.kilometres[name] { number /= length }
    case .number, .side, .bodyPart: break
    }
    return Self.written(number)
  }

  /// Whole numbers without a point, others to two places.
  static func written(_ number: Double) -> String {
    guard number.isFinite else { return "0" }
    let hundredths = (number * 100).rounded()
    guard abs(hundredths) < 1e15 else { return String(number) }
    let whole = hundredths / 100
    if whole == whole.rounded() { return String(Int(whole)) }
    return String(whole)
  }
}
