import IntentPacks

/// A cause with its weights as natural logarithms.
struct CompiledCause: Sendable {
  struct Weight: Sendable {
    let finding: Int
    /// Log of the factor when the finding is true; negative where it speaks against.
    let log: Double
    /// Log of the factor when the finding is known to be false.
    let logWhenFalse: Double
    let strength: Cause.Weight

    /// The chance of a yes from somebody without the cause.
    static let chanceOfAnybody = 0.12

    /// The chance of a yes from somebody with the cause, by how much the finding speaks for or against it.
    var chanceOfYes: Double {
      switch (strength, log > 0) {
      case (.strong, true): 0.8
      case (.moderate, true): 0.55
      case (.weak, true): 0.35
      case (.strong, false): 0.02
      case (.moderate, false): 0.05
      case (.weak, false): 0.08
      }
    }
  }

  let id: String
  let prior: Double
  let weights: [Weight]
  let level: Level
  /// It is to be seen soon where any of these holds.
  let soonWhen: [CompiledCondition]

  /// - Parameter isOption: whether a finding is but one option of a choice of what fits best.
  init(
    _ cause: Cause, soonWhen: [CompiledCondition], index: [String: Int],
    ranking: [String: Double], isOption: (Int) -> Bool
  ) {
    id = cause.id
    level = cause.level
    self.soonWhen = soonWhen
    prior = Logarithm.natural(Ranking.constant(cause.howCommon.rawValue, in: ranking))
    var weights: [Weight] = []
    for support in cause.supports {
      guard let finding = index[support.finding] else { continue }
      let log = Logarithm.natural(Ranking.constant(support.weight.rawValue, in: ranking))
      let falls = isOption(finding) ? Ranking.constant("not_chosen", in: ranking) : 0.5
      weights.append(
        Weight(finding: finding, log: log, logWhenFalse: -log * falls, strength: support.weight))
    }
    for support in cause.against {
      guard let finding = index[support.finding] else { continue }
      let log = Logarithm.natural(Ranking.constant(support.weight.rawValue, in: ranking))
      weights.append(Weight(finding: finding, log: -log, logWhenFalse: 0, strength: support.weight))
    }
    self.weights = weights
  }
}
