/// What else was said about a thing: side, when, for how long, how bad, which way it goes.
package struct Circumstances: Sendable, Hashable {
  /// Better, worse or the same.
  package enum Trend: String, Sendable, Hashable { case better, worse, same }
  /// How strong, in steps.
  package enum Severity: String, Sendable, Hashable { case mild, moderate, severe }

  package var side: Side?
  /// Days before the date of the turn at which it happened or began; 0 is today; nil when not said.
  package var agoDays: Int?
  /// How long it has lasted or lasted, in days; nil when not said.
  package var lastsDays: Double?
  package var trend: Trend?
  package var severity: Severity?
  /// The body part it was said of, as canonical id.
  package var bodyPart: String?

  package init(
    side: Side? = nil, agoDays: Int? = nil, lastsDays: Double? = nil, trend: Trend? = nil,
    severity: Severity? = nil, bodyPart: String? = nil
  ) {
    self.side = side
    self.agoDays = agoDays
    self.lastsDays = lastsDays
    self.trend = trend
    self.severity = severity
    self.bodyPart = bodyPart
  }

  /// Whether all that others tell of time, trend and severity is told here too.
  package func says(_ others: Circumstances) -> Bool {
    func says<Value: Equatable>(_ mine: Value?, _ other: Value?) -> Bool {
      other == nil || mine == other
    }
    return says(agoDays, others.agoDays) && says(lastsDays, others.lastsDays)
      && says(trend, others.trend) && says(severity, others.severity)
  }
}
