/// A possible explanation, with findings for and against it.
package struct Cause: Sendable {
  /// How common a cause is among runners.
  package enum Frequency: String, Sendable, CaseIterable { case common, uncommon, rare }
  /// How strongly a finding speaks for or against a cause.
  package enum Weight: String, Sendable, CaseIterable { case weak, moderate, strong }
  /// How good the sources are.
  package enum Evidence: String, Sendable, CaseIterable { case strong, moderate, weak, contested }

  /// A finding that speaks for or against a cause, and how much.
  package struct Support: Sendable {
    package var finding: String
    package var weight: Weight
    package var place: SourcePlace

    package init(finding: String, weight: Weight, place: SourcePlace) {
      self.finding = finding
      self.weight = weight
      self.place = place
    }
  }

  package var id: String
  package var place: SourcePlace
  package var name = ""
  /// How people name it: "is it my shoes?".
  package var called: [PlacedLine] = []
  package var howCommon = Frequency.uncommon
  /// Findings that speak for it.
  package var supports: [Support] = []
  /// Findings that speak against it.
  package var against: [Support] = []
  /// How soon somebody should look at it when nothing graver is found.
  package var level = Level.routine
  /// Where any of these holds, it is looked at soon whatever its level.
  package var soonWhen: [ConditionLine] = []
  package var evidence = Evidence.moderate
  package var explain: Placed<String>?
  /// What to do, a line each, with amounts and days.
  package var advice: [PlacedLine] = []
  /// Ids of what not to do.
  package var avoid: [Placed<String>] = []
  /// When to expect improvement, such as "2 weeks".
  package var betterBy: Placed<String>?
  /// When to see somebody after all.
  package var seeSomeone: Placed<String>?
  /// What a clinician may test.
  package var tests: Placed<String>?
  package var sources: [Placed<String>] = []

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
