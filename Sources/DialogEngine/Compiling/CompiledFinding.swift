import IntentPacks

/// A finding with its conditions compiled.
struct CompiledFinding: Sendable {
  let id: String
  let kind: Finding.Kind
  let time: Finding.Time
  let isBackground: Bool
  let recovers: Bool
  let isOneSided: Bool
  /// A choice of what fits best.
  let isBestOf: Bool
  /// Whether a side can be said of it.
  let isSided: Bool
  let means: [CompiledCondition]
  /// Any of `means`; nil for a finding that is not derived.
  let basis: CompiledCondition?
  let when: CompiledCondition?
  let implies: [Int]
  /// Whether it can be asked about.
  let isAskable: Bool

  init(
    _ finding: Finding, sideMatters: Bool, means: [CompiledCondition], when: CompiledCondition?,
    implies: [Int]
  ) {
    id = finding.id
    kind = finding.kind
    time = finding.time
    isBackground = finding.background
    recovers = finding.recovers
    isOneSided = finding.oneSided
    isBestOf = finding.kind == .choice && finding.bestOf
    isSided =
      sideMatters || finding.oneSided || finding.name.holds("{side}")
      || finding.back?.holds("{side}") ?? false
    self.means = means
    basis = CompiledCondition.any(of: means)
    self.when = when
    self.implies = implies
    isAskable = finding.ask != nil
  }
}
