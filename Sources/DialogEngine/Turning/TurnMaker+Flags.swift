import IntentMatching
import IntentPacks
import LanguageProcessing

/// Watching the red flags after every utterance: a level only rises, except by taking back.
extension TurnMaker {
  /// Evaluates every red flag over all that is known; a level only rises, except by taking back.
  ///
  /// - Parameters:
  ///   - before: the state before this line.
  ///   - mayFall: something was taken back, or the question whether an emergency happens was answered.
  mutating func watchFlags(since before: DialogState, mayFall: Bool) {
    let computed = RedFlagWatch(
      pack: pack, store: state.store, today: state.today, asked: state.askedFlags
    ).evaluate()
    let theirs =
      state.bystander.facts.isEmpty
      ? []
      : RedFlagWatch(
        pack: pack, store: aroundBystander, today: state.today, bystandersOnly: true
      ).evaluate().filter { $0.state == .raised }
    var flags: [Int: FlagStatus] = [:]
    for status in computed { flags[status.flag] = status }
    for status in theirs {
      var status = status
      status.isBystander = true
      if flags[status.flag].map({ $0.state == .suspected || $0.level < status.level }) ?? true {
        flags[status.flag] = status
      }
    }
    let raised = flags.values.filter { $0.state == .raised }
    fall(to: Dictionary(raised.map { ($0.flag, $0.level) }) { a, _ in a }, before, mayFall)
    for status in raised {
      if status.isAssessed {
        state.held[status.flag] = status.level
      } else {
        state.held[status.flag] = max(state.held[status.flag] ?? .routine, status.level)
      }
    }
    for (flag, level) in state.held {
      var status =
        flags[flag]
        ?? FlagStatus(
          flag: flag, id: pack.flags[flag].id, state: .raised, level: level, because: [])
      status.state = .raised
      if !status.isAssessed {
        status.level = max(level, status.state == .raised ? level : .routine)
      }
      flags[flag] = status
    }
    state.flags = flags.values.sorted { $0.flag < $1.flag }
  }

  /// What is known of the person who is there, with the circumstances they share: heat, a race.
  var aroundBystander: FactStore {
    var store = state.bystander
    for fact in state.store.claims where pack.findings[fact.finding].isBackground {
      let finding = pack.findings[fact.finding]
      store.learn(fact, time: finding.time, recovers: finding.recovers)
    }
    return store
  }

  /// Lets fall what rests on a finding that was taken back; an emergency only after a plain no.
  private mutating func fall(to computed: [Int: Level], _ before: DialogState, _ mayFall: Bool) {
    guard mayFall, !state.retractionRefused else { return }
    let lost = takenBack(since: before)
    let lower = state.held.filter { flag, level in
      (computed[flag] ?? .routine) < level
        && (state.falling.contains(flag) || !pack.flags[flag].touches.isDisjoint(with: lost))
    }
    guard !lower.isEmpty else { return }
    let standing = state.held.filter { lower[$0.key] == nil }.values.max() ?? .routine
    let highest = max(standing, computed.values.max() ?? .routine)
    if state.raisedLevel == .emergency, highest < .emergency, !state.retractionConfirmed() {
      state.awaitsRetraction = true
      state.falling.formUnion(lower.keys)
      return
    }
    state.falling = []
    var gone: [Int] = []
    for flag in lower.keys.sorted() {
      state.held[flag] = computed[flag]
      // What is told anew is only what rises again.
      state.spoken[flag] = computed[flag]
      if computed[flag] == nil { gone.append(flag) }
    }
    if !gone.isEmpty { sayWithdrawn(gone) }
    state.hasFallen = true
    if state.phase == .escalated, max(highest, standing) < .urgent { state.phase = .asking }
  }

  /// Findings of which a claim was taken back or changed in this line.
  private func takenBack(since before: DialogState) -> Set<Int> {
    var lost = Set<Int>()
    for (old, new) in [(before.store, state.store), (before.bystander, state.bystander)] {
      for finding in old.speaking {
        let claims = Set(new.facts(about: finding).filter(\.isClaim).map(\.circumstances))
        let isWhole = old.facts(about: finding).allSatisfy {
          !$0.isClaim || claims.contains($0.circumstances)
        }
        if !isWhole || !new.isSpeaking(finding) { lost.insert(finding) }
      }
    }
    return lost
  }

  /// Whether a flag was raised, or rose, beyond what its spoken instructions say.
  func hasNews(since before: DialogState) -> Bool {
    state.flags.contains { status in
      status.state == .raised && status.level > (before.spoken[status.flag] ?? .routine)
    }
  }
}
