import IntentMatching
import IntentPacks
import LanguageProcessing

/// The conclusion, what comes after it, and leaving.
extension TurnMaker {
  /// Gives the conclusion for what is known.
  mutating func conclude() {
    state.pending = nil
    state.phase = .concluded
    state.concluded = rankedCauses()
    ConclusionText(pack: pack, wording: wording, state: state)
      .speak(shownCauses(), into: &reply)
  }

  func rankedCauses() -> [RankedCause] {
    guard state.concludedLevel < .urgent else { return [] }
    return CauseRanking(pack: pack, store: state.store, today: state.today).ranked
  }

  /// The first three at most, and only what is not far behind the first.
  func shownCauses() -> [RankedCause] {
    let constants = pack.pack.ranking
    guard let first = state.concluded.first else { return [] }
    let floor = first.score * Ranking.constant("shown_share", in: constants)
    return Array(
      state.concluded.prefix(ConclusionText.shown).filter { $0.score >= floor })
  }

  mutating func afterConclusion(learnt: [Fact], before: DialogState) {
    if state.wantsEnd == .leaving {
      farewell()
      return
    }
    // A new fact may suspect a flag: its questions come even now.
    if case .ask(let question) = Agenda(pack: pack).next(state), question.isSafety {
      if case .screen = question.purpose {
      } else {
        state.phase = .asking
        put(question)
        return
      }
    }
    let news = learnt.filter { $0.source != .implied && $0.status != .asked && $0.status != .other }
    guard !news.isEmpty else {
      state.pending = nil
      return
    }
    let old = shownCauses().map(\.cause)
    state.concluded = rankedCauses()
    let new = shownCauses().map(\.cause)
    if new == old {
      reply.add(wording("order_unchanged"))
    } else {
      sayChange(from: old, to: new)
      ConclusionText(pack: pack, wording: wording, state: state).speak(
        shownCauses(), into: &reply)
    }
  }

  /// What a new fact did to the list: what is first now, what joined it, what left it.
  private mutating func sayChange(from old: [Int], to new: [Int]) {
    func names(_ causes: [Int]) -> String { wording.list(causes.map { pack.pack.causes[$0].name }) }
    let joined = new.filter { !old.contains($0) }
    let left = old.filter { !new.contains($0) }
    var parts = [wording("order_changed")]
    if let first = new.first, first != old.first {
      parts.append(wording("order_first", ["name": names([first]).sentenceStart]))
    }
    let others = joined.filter { $0 != new.first }
    if !others.isEmpty { parts.append(wording("order_joined", ["names": names(others)])) }
    if !left.isEmpty { parts.append(wording("order_left", ["names": names(left)])) }
    reply.add(parts.compactMap { $0 }.joined(separator: " "))
  }

  /// "Bye" or "just tell me": the gravest screen first, then the end.
  mutating func leave(_ leaving: Bool) {
    if state.raisedLevel >= .urgent {
      repeatInstruction()
      if leaving { end() }
      return
    }
    if state.wantsEnd != .no, leaving || state.wantsEnd == .conclusion {
      // Said again while the last screen is open: declined.
      if let question = state.pending, question.isSafety {
        state.notChecked += question.items.map(\.finding)
        state.declinedEndScreen = true
        state.pending = nil
        if leaving, state.wantsEnd == .leaving { return farewell() }
      }
    }
    state.wantsEnd = leaving ? .leaving : .conclusion
    if leaving, state.phase == .concluded { farewell() }
    if !leaving, state.phase == .concluded {
      state.wantsEnd = .no
      conclude()
    }
    if leaving, !hasScreens { farewell() }
  }

  var hasScreens: Bool { pack.states.contains { !$0.screens.isEmpty } }

  mutating func repeatInstruction() {
    let raised = FlagOrder(pack: pack).sorted(state.flags.filter { $0.state == .raised })
    guard let top = raised.first else { return }
    let flag = pack.pack.redFlags[top.flag]
    let escalation = Escalation(pack: pack, wording: wording)
    reply.add(
      escalation.first(flag, top.level), top.level == .emergency ? .emergency : .urgent)
    reply.add(flag.worse.map { wording.expand($0.value) })
    if top.level == .urgent { reply.add(wording("nobody_today")) }
    if state.crisisShown { reply.add(wording("crisis_reminder")) }
  }

  mutating func farewell() {
    if state.raisedLevel >= .urgent {
      repeatInstruction()
    } else {
      let open = FlagOrder(pack: pack).sorted(state.flags)
      if let status = open.first {
        let flag = pack.pack.redFlags[status.flag]
        reply.add(wording("before_you_go_flag", ["name": flag.name]))
        reply.add(flag.worse.map { wording.expand($0.value) })
      } else if hasScreens,
        state.phase != .concluded || !state.notChecked.isEmpty || state.declinedEndScreen
      {
        reply.add(wording("before_you_go"))
      }
      if state.crisisShown { reply.add(wording("crisis_reminder")) }
    }
    end()
  }

  mutating func end() {
    reply.add(wording("goodbye"))
    state.pending = nil
    state.phase = .ended
  }

  /// Ends the turn: an emergency reply holds no question but the retraction check.
  mutating func finish() {
    if state.raisedLevel >= .urgent, state.phase != .ended { state.phase = .escalated }
    if reply.paragraphs.isEmpty {
      // A question that nothing answered is not met with "Noted."
      let wasAsked = state.store.facts.contains { $0.turn == state.turn && $0.status == .asked }
      reply.add(
        state.raisedLevel >= .urgent
          ? wording("still_needed_\(state.raisedLevel.rawValue)")
          : wasAsked
            ? wording("no_ready_answer") ?? wording("nothing_new") : wording("nothing_new"))
    }
    if reply.paragraphs.isEmpty { repeatWhatStands() }
    if state.phase == .concluded, !state.flags.isEmpty, state.raisedLevel < .urgent {
      state.concluded = rankedCauses()
    }
    if state.raisedLevel == .emergency { putCallFirst() }
  }

  /// While an emergency stands every reply begins with what to do, whatever else was asked.
  private mutating func putCallFirst() {
    let raised = FlagOrder(pack: pack).sorted(state.flags.filter { $0.state == .raised })
    guard let top = raised.first,
      let call = Escalation(pack: pack, wording: wording)
        .first(pack.pack.redFlags[top.flag], .emergency)
    else { return }
    var said = Reply()
    said.add(call, .emergency)
    let lines = said.paragraphs.map(\.text)
    reply.paragraphs = said.paragraphs + reply.paragraphs.filter { !lines.contains($0.text) }
  }

  /// A pack that has no sentence for this is never silent: the instruction that stands is said again, or the question,
  /// or what the state says.
  private mutating func repeatWhatStands() {
    repeatInstruction()
    if reply.paragraphs.isEmpty { reply.add(state.pending?.text, .question) }
    if reply.paragraphs.isEmpty { sayState() }
    if reply.paragraphs.isEmpty { reply.add(pack.pack.title) }
  }
}
