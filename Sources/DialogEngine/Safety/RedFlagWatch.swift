import IntentPacks
import LanguageProcessing

/// The one place where red flags are evaluated, after every utterance and in every state.
struct RedFlagWatch {
  let pack: CompiledPack
  let store: FactStore
  let today: Int
  /// Flags the user named as a question about themselves ("could this be a clot?"), with the turn.
  var asked: [Int: Int] = [:]
  /// Only flags that may be raised for somebody else.
  var bystandersOnly = false

  func evaluate() -> [FlagStatus] {
    guard !store.facts.isEmpty || !asked.isEmpty else { return [] }
    // Rules hold no negation, so only what is affirmed, or left unsure, can raise or suspect a flag.
    var isTouched = [Bool](repeating: false, count: pack.flags.count)
    let speaking = store.speaking
    for finding in speaking where finding < pack.flagsTouched.count {
      for flag in pack.flagsTouched[finding] { isTouched[flag] = true }
    }
    for flag in asked.keys where isTouched.indices.contains(flag) { isTouched[flag] = true }
    var plain = Evaluation(pack: pack, store: store, today: today)
    plain.memory = TruthMemory(findings: pack.findings.count)
    var unsure: Evaluation?
    if store.has(.unsure) {
      unsure = Evaluation(pack: pack, store: store, today: today)
      unsure?.unsureIsYes = true
      unsure?.memory = TruthMemory(findings: pack.findings.count)
    }
    let rules = pack.flagRuleIndex.rules(where: speaking)
    return isTouched.indices.compactMap { index in
      guard isTouched[index], !bystandersOnly || pack.flags[index].bystander else { return nil }
      return status(of: index, plain, unsure: unsure, rules)
    }
  }

  /// - Parameters:
  ///   - unsure: takes a settled "not sure" for a yes; nil where nothing was left unsure.
  ///   - reached: the rules of which a sign may be affirmed.
  private func status(
    of index: Int, _ plain: Evaluation, unsure: Evaluation?, _ reached: NumberSet
  ) -> FlagStatus? {
    let flag = pack.flags[index]
    var raised: (level: Level, because: [Int])?
    var suspected: (level: Level, because: [Int])?
    let isScreened = store.has(.screenedNo)
    let first = pack.flagRuleIndex.firstRules[index]
    for at in flag.rules.indices where unsure != nil || reached.contains(first + at) {
      let rule = flag.rules[at]
      let level = rule.level
      if let best = raised, level <= best.level { break }
      // Without a sign it can neither hold nor be suspected, and most rules have none.
      if unsure == nil, rule.needsSign, !rule.signs.contains(where: { plain.truth(of: $0) == .yes })
      {
        continue
      }
      var signs = rule.signs.filter { plain.truth(of: $0) == .yes }
      switch truth(rule.condition, plain, signs: isScreened ? signs : []) {
      case .yes:
        raised = (level, reasons(rule, plain))
      case .unknown:
        if unsure != nil { signs += rule.signs.filter(store.isInDoubt) }
        if let unsure, unsure.truth(rule.condition) == .yes {
          // Still not sure: present, one level lower; never below urgent for an emergency item.
          let lower = level.lowered
          if raised.map({ $0.level < lower }) ?? true {
            raised = (lower, reasons(rule, unsure))
          }
        } else if !signs.isEmpty, suspected == nil {
          suspected = (level, signs)
        }
      case .no: break
      }
    }
    if let unless = flag.unless, plain.truth(unless) == .yes { return nil }
    if asked[index] != nil, suspected == nil, raised == nil, canStillComeTrue(flag, plain, index) {
      suspected = (flag.highest, [])
    }
    if let raised {
      return raisedStatus(index, level: raised.level, because: raised.because, plain)
    }
    guard let suspected else { return nil }
    return FlagStatus(
      flag: index, id: flag.id, state: .suspected, level: suspected.level,
      because: suspected.because)
  }

  /// The truth of a rule; "none" to a screen counts from the turn of the latest of some signs on.
  private func truth(
    _ condition: CompiledCondition, _ plain: Evaluation, signs: [Int]
  ) -> Truth {
    guard let latest = signs.map({ store.leading($0)?.turn ?? 0 }).max() else {
      return plain.truth(condition)
    }
    var looking = plain
    looking.screensCountFrom = latest
    looking.memory = TruthMemory(findings: pack.findings.count)
    return looking.truth(condition)
  }

  private func reasons(_ rule: CompiledFlag.Rule, _ evaluation: Evaluation) -> [Int] {
    rule.spread.filter { store.hasFact($0) && evaluation.truth(of: $0) == .yes }
  }

  private func canStillComeTrue(_ flag: CompiledFlag, _ plain: Evaluation, _ index: Int) -> Bool {
    guard let turn = asked[index] else { return false }
    var looking = plain
    looking.screensCountFrom = turn
    looking.memory = TruthMemory(findings: pack.findings.count)
    // A mere question is settled once all that the author has asked for it was denied.
    let confirmed = pack.pack.redFlags[index].confirm.flatMap { confirm in
      pack.screenIndex[confirm.id].map { pack.screens[$0].items }
        ?? pack.findingIndex[confirm.id].map { [$0] } ?? []
    }
    if !confirmed.isEmpty, confirmed.allSatisfy({ looking.truth(of: $0) == .no }) { return false }
    return flag.rules.contains { looking.truth($0.condition) == .unknown }
  }

  private func raisedStatus(
    _ index: Int, level: Level, because: [Int], _ evaluation: Evaluation
  ) -> FlagStatus {
    let flag = pack.flags[index]
    var status = FlagStatus(
      flag: index, id: flag.id, state: .raised, level: level, because: because)
    if let assessed = flag.assessed, evaluation.truth(assessed) == .yes,
      isNewest(assessed, than: because)
    {
      status.isAssessed = true
      status.level = min(level, .soon)
      return status
    }
    if level < flag.ceiling || level == .soon,
      pack.raises.contains(where: { raises($0, flag, level, evaluation) })
    {
      status.level = min(level.raised, max(flag.ceiling, level == .soon ? .urgent : level))
    }
    return status
  }

  /// A result may be so many days older than a sign of which nobody said since when it is there.
  private static let resultHolds = 14.0

  /// Whether what a clinician said came after the signs: in no earlier turn, and on no day before they began.
  private func isNewest(_ assessed: CompiledCondition, than because: [Int]) -> Bool {
    let results = assessed.findings.compactMap(store.leading)
    let signs = because.filter { !pack.findings[$0].isBackground }.compactMap(store.leading)
    guard (results.map(\.turn).max() ?? 0) >= (signs.map(\.turn).max() ?? 0) else { return false }
    // A result without a day is one of these days.
    guard !results.isEmpty, results.allSatisfy({ $0.circumstances.agoDays != nil }) else {
      return true
    }
    let age = results.compactMap(\.circumstances.agoDays).min() ?? 0
    return signs.allSatisfy { sign in
      let when = sign.circumstances
      return Double(age) <= when.lastsDays ?? when.agoDays.map(Double.init) ?? Self.resultHolds
    }
  }
}
