/// How something was said: whether it is claimed of the user, now.
package struct Assertion: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case affirmed, negated, asked, past, other, uncertain
  }
  package var status: Status
  /// The words that decided the status, as typed; nil when nothing spoke against a plain claim.
  package var cue: String?
  /// A weak denial ("i don't think so", "not really"): negated, but to be asked once more for a red flag.
  package var isSoft: Bool
  /// Another person who is with the user now ("my mate collapsed, he's here"), as against one told about.
  package var isHereNow: Bool

  package init(
    status: Status, cue: String? = nil, isSoft: Bool = false, isHereNow: Bool = false
  ) {
    self.status = status
    self.cue = cue
    self.isSoft = isSoft
    self.isHereNow = isHereNow
  }
}

/// What else was said about a thing: side, when, for how long, how bad, which way it goes.
package struct Circumstances: Sendable, Hashable {
  package enum Trend: String, Sendable, Hashable { case better, worse, same }
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
}
