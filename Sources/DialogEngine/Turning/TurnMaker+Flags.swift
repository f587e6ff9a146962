import IntentMatching
import IntentPacks
import LanguageProcessing

/// Watching the red flags after every utterance: a level only rises, except by taking back.
extension TurnMaker {
  /// Evaluates every red flag over all that is known; a level only rises, except by taking back.
  mutating func watchFlags(correcting: Bool) {
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
    let fallsFree = correcting && !state.retractionRefused
    let highest = raised.map(\.level).max() ?? .routine
    if fallsFree, state.raisedLevel == .emergency, highest < .emergency,
      !state.retractionConfirmed(pack)
    {
      state.awaitsRetraction = true
    }
    if fallsFree && !state.awaitsRetraction {
      noteWithdrawn(remaining: Dictionary(raised.map { ($0.flag, $0.level) }) { a, _ in a })
      state.held = [:]
    }
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
    let facts = state.store.facts
    for at in facts.indices
    where pack.findings[facts[at].finding].isBackground && facts[at].isClaim
      && facts[at].value != "no"
    {
      let finding = pack.findings[facts[at].finding]
      store.learn(facts[at], time: finding.time, recovers: finding.recovers)
    }
    return store
  }

  mutating func noteWithdrawn(remaining: [Int: Level]) {
    let gone = state.held.keys.filter { remaining[$0] == nil }.sorted()
    guard !gone.isEmpty else { return }
    let names = gone.map { pack.pack.redFlags[$0].name }
    reply.add(wording("withdrawn", ["names": wording.list(names)]), .note)
    if let flag = gone.first, let worse = pack.pack.redFlags[flag].worse {
      reply.add(wording("withdrawn_safety", ["worse": wording.expand(worse.value)]), .note)
    }
    for flag in gone { state.spoken[flag] = nil }
  }

  /// Whether a flag was raised, or rose, beyond what its spoken instructions say.
  func hasNews(since before: DialogState) -> Bool {
    state.flags.contains { status in
      status.state == .raised && status.level > (before.spoken[status.flag] ?? .routine)
    }
  }
}
