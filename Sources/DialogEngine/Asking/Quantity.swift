import IntentPacks
import LanguageProcessing

/// Fits what was said in numbers to a finding's unit.
enum Quantity {
  /// The value that fits the finding, in its unit, and where it stands.
  static func fitting(_ values: [ValueMention], _ finding: Finding) -> (
    number: Double, tokens: Range<Int>
  )? {
    if finding.kind == .duration {
      let found = values.first { $0.kind == .duration } ?? values.first { $0.kind == .ago }
      return found.map { ($0.value, $0.tokens) }
    }
    for value in values {
      if let number = converted(value, to: finding.unit) { return (number, value.tokens) }
    }
    return values.first { $0.kind == .number || $0.kind == .age }.map { ($0.value, $0.tokens) }
  }

  /// A value in the wanted unit; nil when it measures something else.
  private static func converted(_ value: ValueMention, to unit: String?) -> Double? {
    switch (value.kind, unit) {
    case (.distance, "km"?): value.value
    case (.distance, "miles"?), (.distance, "mile"?): value.value / 1.609344
    case (.duration, "hours"?), (.duration, "hour"?): value.value * 24
    case (.duration, "minutes"?), (.duration, "minute"?): value.value * 24 * 60
    case (.duration, "days"?), (.duration, "day"?), (.ago, "days"?), (.ago, "day"?),
      (.duration, "nights"?):
      value.value
    case (.duration, "weeks"?), (.duration, "week"?), (.ago, "weeks"?): value.value / 7
    case (.duration, "months"?), (.duration, "month"?), (.ago, "months"?): value.value / 30.4
    case (.duration, "years"?), (.duration, "year"?), (.age, "years"?):
      value.kind == .age ? value.value : value.value / 365.25
    case (.temperature, "celsius"?): value.value
    default: nil
    }
  }

  /// A number as the JSON protocol and saved scripts write it: no trailing zeros.
  static func text(_ number: Double) -> String {
    let tenths = (number * 10).rounded() / 10
    guard abs(tenths) < 1e15 else { return String(number) }
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }
}
