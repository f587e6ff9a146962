/// Units that quantities are told in; the raw values are the canonical names in a pack.
enum Unit: String, Sendable, CaseIterable {
  case second, minute, hour, day, week, fortnight, month, year
  case metre, yard, km, mile
  case celsius, fahrenheit
  case percent, kg, pound, stone, bpm, times
  /// The ending of "3rd".
  case ordinal
  /// Distance in a time, as "mpw" or "kpw".
  case milePerWeek = "mile_per_week"
  case kmPerWeek = "km_per_week"

  /// Days, for units of time.
  var days: Double? {
    switch self {
    case .second: return 1.0 / 86_400
    case .minute: return 1.0 / 1_440
    case .hour: return 1.0 / 24
    case .day: return 1
    case .week: return 7
    case .fortnight: return 14
    case .month: return 30
    case .year: return 365
    default: return nil
    }
  }

  /// Kilometres, for units of distance.
  var kilometres: Double? {
    switch self {
    case .metre: return 0.001
    case .yard: return 0.0009144
    case .km, .kmPerWeek: return 1
    case .mile, .milePerWeek: return 1.609344
    default: return nil
    }
  }
}
