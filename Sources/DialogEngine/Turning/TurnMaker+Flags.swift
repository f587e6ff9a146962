import IntentMatching
import IntentPacks
import LanguageProcessing

/// Watching the red flags after every utterance, and speaking of them: a level only rises, except by taking back.
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

  // MARK: Speaking of them

  mutating func respondToFlags(
    _ understanding: Understanding, before: DialogState, learnt: [Fact]
  ) {
    let raised = state.flags.filter { $0.state == .raised }
    let news = raised.filter { $0.level > (before.spoken[$0.flag] ?? .routine) }
    let speaking = news.isEmpty ? raised : news
    let highest = speaking.map(\.level).max() ?? .routine
    var escalation = Escalation(pack: pack, wording: wording)
    escalation.correctionNote = correctionNote(understanding, learnt)
    if state.isForSomeone || !speaking.isEmpty && speaking.allSatisfy(\.isBystander) {
      reply.add(wording("bystander"), .emergency)
    }
    if highest <= .soon, before.raisedLevel <= .soon {
      sayBack(learnt, outcome: nil, before: before)
    }
    escalation.speak(speaking, into: &reply)
    for status in raised { state.spoken[status.flag] = status.level }
    if raised.contains(where: { pack.pack.redFlags[$0.flag].isCrisis }) {
      state.crisisShown = true
    }
    if state.raisedLevel >= .urgent {
      state.phase = .escalated
      state.wantsEnd = .no
      state.itemQueue = []
      state.itemScreen = nil
      if before.raisedLevel < .urgent { state.escalationAsked = 0 }
    }
    proceed(learnt: learnt, before: before)
  }

  /// Names a correction that carried a red-flag finding.
  func correctionNote(_ understanding: Understanding, _ learnt: [Fact]) -> String? {
    let relevant = understanding.utterance.corrections.first { correction in
      learnt.contains {
        $0.isClaim && $0.value != "no" && $0.start < correction.end && correction.start < $0.end
      }
    }
    return relevant.flatMap {
      wording("read_as", ["typed": $0.typed, "read": $0.read])
    }
  }

  /// Someone else, in the plain past: "If this is happening now: call …".
  mutating func askAboutOthers(_ understanding: Understanding) {
    let told = understanding.mentions.filter { mention in
      guard case .finding(let id) = mention.target, mention.assertion.status == .other,
        !mention.assertion.isHereNow, (mention.circumstances.agoDays ?? 0) <= 1,
        let finding = pack.findingIndex[id]
      else { return false }
      return pack.flags.contains { flag in
        flag.bystander
          && flag.rules.contains { $0.level == .emergency && $0.signs.contains(finding) }
      }
    }
    guard !told.isEmpty, state.raisedLevel < .urgent else { return }
    reply.add(wording("if_happening_now"), .urgent)
  }
}
