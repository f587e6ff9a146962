/// A possible explanation, with findings for and against it.
package struct Cause: Sendable {
  package enum Frequency: String, Sendable, CaseIterable { case common, uncommon, rare }
  package enum Weight: String, Sendable, CaseIterable { case weak, moderate, strong }
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
  package var called: [PlacedLine] = []
  package var howCommon = Frequency.uncommon
  package var supports: [Support] = []
  package var against: [Support] = []
  package var level = Level.routine
  package var evidence = Evidence.moderate
  package var explain: Placed<String>?
  package var advice: [PlacedLine] = []
  package var avoid: [Placed<String>] = []
  package var betterBy: Placed<String>?
  package var seeSomeone: Placed<String>?
  package var tests: Placed<String>?
  package var sources: [Placed<String>] = []

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
