/// What a unit word stands for: a unit, or so much of one.
struct Measure: Sendable, Hashable {
  var unit: Unit
  /// How many of the unit one of it is: a dozen eggs, a lap of 0.4 km.
  var times = 1.0
  /// Whether the word is a quantity without a number before it.
  var standsAlone = false

  /// Reads what a pack writes: `km`, or `0.4 km`; nil when it names no unit.
  init?(_ text: String, standsAlone: Bool = false) {
    let parts = text.split(separator: " ").map(String.init)
    guard let name = parts.last, let unit = Unit(rawValue: name), parts.count <= 2 else {
      return nil
    }
    self.unit = unit
    self.standsAlone = standsAlone
    guard parts.count == 2 else { return }
    guard let times = Double(parts[0]), times.isFinite, times > 0 else { return nil }
    self.times = times
  }

  /// Days, for measures of time.
  var days: Double? { unit.days.map { $0 * times } }
  /// Kilometres, for measures of distance.
  var kilometres: Double? { unit.kilometres.map { $0 * times } }
}
