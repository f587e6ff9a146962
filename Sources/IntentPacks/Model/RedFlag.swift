/// Rules over findings that demand care, with levels.
package struct RedFlag: Sendable {
  /// A confirming question: a finding, one attribute of it (`calf_pain.side`), or a screen.
  package struct Confirmation: Sendable {
    package var id: String
    /// Such as `side`; nil: the finding itself.
    package var attribute: String?
    package var place: SourcePlace

    package init(id: String, attribute: String? = nil, place: SourcePlace) {
      self.id = id
      self.attribute = attribute
      self.place = place
    }
  }

  package var id: String
  package var place: SourcePlace
  package var name = ""
  /// Flags of a group share a body system.
  package var group: String?
  /// How people name it: "could this be a clot?" suspects the flag.
  package var called: [PlacedLine] = []
  /// The highest level that raising rules may reach; nil: the highest level of `raise`.
  package var ceiling: Level?
  /// Also for someone who is with the user now, spoken about them.
  package var bystander = false
  /// A crisis of the mind: spoken of gently and briefly; its crisis line, once shown, stays to the end.
  package var isCrisis = false
  /// For each level the lines of which any suffices.
  package var raise: [Level: [ConditionLine]] = [:]
  /// An exception: holds only when affirmed.
  package var unless: ConditionLine?
  /// The finding that a clinician has examined this episode since and named a result.
  package var assessed: ConditionLine?
  /// The signs that, alone, make the flag suspected; empty: every sign of its rules that is not background.
  package var suspectedBy: [Placed<String>] = []
  /// What is asked to settle a suspicion, in this order.
  package var confirm: [Confirmation] = []
  /// What is asked after the instructions of an urgent flag: what could raise the level or change where to go.
  package var thenAsk: [Confirmation] = []
  /// What to do, the first line, by level; a plain text stands under every level.
  package var first: [Level: Placed<String>] = [:]
  /// What to say on the telephone.
  package var tellThem: Placed<String>?
  /// Which danger, as a possibility.
  package var reason: Placed<String>?
  /// What to do while waiting.
  package var now: Placed<String>?
  /// Ids of what not to do, the gravest first.
  package var avoid: [Placed<String>] = []
  /// What would make it an emergency.
  package var worse: Placed<String>?
  /// Sentences that must raise or suspect it.
  package var examples: [PlacedLine] = []
  /// Sentences that must not raise it.
  package var not: [PlacedLine] = []
  package var sources: [Placed<String>] = []
  /// Why an overlay may weaken or remove a flag it did not define.
  package var acceptRisk: String?

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }

  /// Of its rules, without its ceiling.
  package var highestLevel: Level { raise.keys.max() ?? .routine }
}

/// A rule that lifts flags by one level: an unwell sign, a frail body, a worsening trend.
package struct RaiseByOne: Sendable {
  package var id: String
  package var place: SourcePlace
  /// Conditions of which any suffices.
  package var when: [ConditionLine] = []
  /// Levels that are lifted.
  package var levels: [Level] = []
  /// Groups of flags it touches; empty: all.
  package var groups: [String] = []
  /// A sentence on where to go instead, said at `urgent`.
  package var says: Placed<String>?
  /// Why an overlay may write a rule anew that it did not define.
  package var acceptRisk: String?

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
