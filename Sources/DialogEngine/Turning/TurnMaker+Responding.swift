import IntentMatching
import IntentPacks
import LanguageProcessing

/// Deciding what to say once everything was heard: instructions first, then answers to what was
/// asked, then the next question.
extension TurnMaker {
  mutating func respond(
    _ understanding: Understanding, intents: [Int], actions: Set<Intent.Action>,
    outcome: AnswerReading.Outcome?, learnt: [Fact], before: DialogState
  ) {
    if hasNews(since: before) || spokenWasCleared(before) {
      respondToFlags(understanding, before: before, learnt: learnt)
      return
    }
    askAboutOthers(understanding)
    if state.awaitsRetraction, !before.awaitsRetraction { repeatInstruction() }
    let said = reply.paragraphs.count
    let transition = transition(for: intents)
    digress(intents, understanding, learnt: learnt)
    if state.phase == .ended, state.raisedLevel < .urgent, actions.contains(.quit) { return }
    if actions.contains(.quit) || actions.contains(.conclude) {
      leave(actions.contains(.quit))
      if state.phase == .ended { return }
    }
    if let transition {
      enter(transition)
    } else if learnt.isEmpty, intents.isEmpty, outcome == nil || outcome == .notUnderstood,
      reply.paragraphs.count == said
    {
      notUnderstood(understanding, outcome)
      if outcome == nil {
        // A second opening that is not understood is no reason to stop: the checks come next.
        state.unheard += 1
        let words = understanding.utterance.tokens.count { $0.kind == .word }
        guard state.unheard > 1 || words > 2, words > 0, state.phase == .asking else { return }
      }
    } else {
      sayBack(learnt, outcome: outcome, before: before)
      react(outcome, before: before)
    }
    if intents.isEmpty == false, learnt.isEmpty, outcome != .answered, outcome != .skipped,
      state.pending == nil, state.wantsEnd == .no, transition == nil, !state.awaitsRetraction
    {
      // A side question while nothing is pending: answered, and the floor is the user's.
      return
    }
    proceed(learnt: learnt, before: before)
  }

  private func spokenWasCleared(_ before: DialogState) -> Bool {
    // A new region reprints an open instruction.
    before.region != state.region && state.raisedLevel >= .urgent
  }

  // MARK: Red flags

  mutating func respondToFlags(
    _ understanding: Understanding, before: DialogState, learnt: [Fact]
  ) {
    let raised = state.flags.filter { $0.state == .raised }
    let news = raised.filter { $0.level > (before.spoken[$0.flag] ?? .routine) }
    let speaking = news.isEmpty ? raised : news
    let highest = speaking.map(\.level).max() ?? .routine
    var escalation = Escalation(pack: pack, wording: wording)
    escalation.correctionNote = correctionNote(understanding, learnt)
    let bystander = speaking.filter(\.isBystander)
    if !bystander.isEmpty, bystander.count == speaking.count {
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
  private func correctionNote(_ understanding: Understanding, _ learnt: [Fact]) -> String? {
    let relevant = understanding.utterance.corrections.first { correction in
      learnt.contains { $0.start < correction.end && correction.start < $0.end }
    }
    return relevant.flatMap {
      wording("read_as", ["typed": $0.typed, "read": $0.read])
    }
  }

  /// Someone else, in the plain past: "If this is happening now: call …".
  private mutating func askAboutOthers(_ understanding: Understanding) {
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

  // MARK: Reacting

  /// Says back what was new, in nouns, at most about twelve words.
  mutating func sayBack(
    _ learnt: [Fact], outcome: AnswerReading.Outcome?, before: DialogState
  ) {
    var seen = Set<Int>()
    let news = learnt.filter { fact in
      (fact.status == .affirmed || fact.status == .uncertain || fact.status == .past)
        && fact.value != "no" && fact.value != "unsure" && fact.source == .volunteered
        && before.store.standing(fact.finding) != .yes && seen.insert(fact.finding).inserted
        && fact.finding != before.pending?.finding
    }
    // Beside open instructions only what is new about the danger is said back.
    guard !news.isEmpty,
      before.raisedLevel < .urgent
        || news.contains(where: { !pack.findings[$0.finding].isBackground })
    else { return }
    var names: [String] = []
    var words = 0
    for fact in news {
      let name = wording.name(fact.finding)
      words += name.split(separator: " ").count
      if words > 12, !names.isEmpty { break }
      names.append(name)
    }
    reply.add(wording("heard", ["heard": wording.list(names).sentenceStart]), .heard)
  }

  private mutating func react(_ outcome: AnswerReading.Outcome?, before: DialogState) {
    guard let question = before.pending, let outcome else { return }
    switch outcome {
    case .unsure where question.isSafety && question.kind != .anyOf:
      if state.unsure[question.id, default: 0] >= 2 {
        reply.add(wording("settled_unsure"))
      } else if let finding = question.finding, let how = pack.pack.findings[finding].how {
        reply.add(wording.expand(how.value))
      }
    case .notUnderstood:
      if state.unanswered > 0 { notUnderstoodAnswer(question) }
    case .skipped:
      reply.add(wording("skipped"), .note)
    case .acknowledged:
      reply.add(wording("need_answer"), .note)
    default: break
    }
    if outcome == .answered, state.raisedLevel >= .urgent, before.raisedLevel >= .urgent {
      reply.add(wording("still_needed_\(state.raisedLevel.rawValue)"))
    }
  }

  private mutating func notUnderstood(
    _ understanding: Understanding, _ outcome: AnswerReading.Outcome?
  ) {
    if let question = state.pending, outcome != nil {
      notUnderstoodAnswer(question)
      return
    }
    let isEmpty = !understanding.utterance.tokens.contains {
      $0.kind == .word || $0.kind == .number
    }
    reply.add(wording(isEmpty ? "empty_line" : "not_understood"))
    if state.raisedLevel >= .urgent {
      reply.add(wording("still_needed_\(state.raisedLevel.rawValue)"))
    }
  }

  private mutating func notUnderstoodAnswer(_ question: Question) {
    reply.add(wording(state.unanswered >= 2 ? "not_understood_again" : "not_understood_answer"))
  }

  // MARK: Going on

  /// Puts the next question, or goes through states until one is to be put.
  mutating func proceed(learnt: [Fact], before: DialogState) {
    if state.phase == .ended { return }
    if state.phase == .concluded {
      afterConclusion(learnt: learnt, before: before)
      return
    }
    var visits = 0
    advance(&visits, heard: true)
  }

  /// Steps through the state machine until a question is put, a conclusion given, or nothing is left to do.
  mutating func advance(_ visits: inout Int, heard: Bool = false) {
    var mayLeave = heard
    while visits <= pack.states.count {
      visits += 1
      switch Agenda(pack: pack).next(state) {
      case .ask(let question):
        put(question)
        return
      case .silence:
        state.pending = nil
        state.phase = .escalated
        return
      case .done: break
      }
      state.pending = nil
      if state.raisedLevel >= .urgent {
        state.phase = .escalated
        return
      }
      guard pack.states.indices.contains(state.state) else { return }
      let current = pack.states[state.state]
      if state.wantsEnd == .leaving {
        farewell()
        return
      }
      if state.wantsEnd == .conclusion, let target = concludingState(from: state.state) {
        state.wantsEnd = .no
        enter(target)
        return
      }
      let evaluation = Evaluation(
        pack: pack, store: state.store, today: state.today, view: .causes)
      let branch = current.branches.first { evaluation.truth($0.condition) == .yes }
      guard current.asksSomething || mayLeave, let target = branch?.go ?? current.go else { return }
      mayLeave = false
      if enter(target) { return }
    }
  }

  /// Enters a state.
  ///
  /// - Returns: true when the turn ends here: a conclusion was given or the conversation ended.
  @discardableResult
  mutating func enter(_ target: Int) -> Bool {
    state.state = target
    sayState()
    let definition = pack.pack.states[target]
    if definition.ends {
      state.phase = .ended
      state.pending = nil
      return true
    }
    if definition.concludes {
      conclude()
      return true
    }
    return false
  }

  /// The nearest state ahead that concludes.
  private func concludingState(from start: Int) -> Int? {
    var current = start
    for _ in 0...pack.states.count {
      if pack.pack.states[current].concludes { return current }
      guard let next = pack.states[current].go else { break }
      current = next
    }
    return pack.pack.states.firstIndex { $0.concludes }
  }

  private mutating func put(_ question: Question) {
    let isSame = state.pending?.id == question.id && state.pending?.purpose == question.purpose
    if !isSame { state.unanswered = 0 }
    var question = question
    if isSame, state.unanswered >= 2, question.kind == .yesNo {
      question.options = ["yes", "no", "unsure"].map {
        .init(id: $0, text: pack.pack.wordings["option_\($0)"]?.value ?? $0)
      }
    }
    if state.wantsEnd != .no, case .screen = question.purpose { state.endScreenPut = true }
    if !isSame {
      state.put[question.id, default: 0] += 1
      count(question)
    }
    state.pending = question
    state.lastTopic = question.topic
    reply.question = question
    reply.add(withPlace(question), .question)
    switch question.kind {
    case .anyOf:
      reply.choices = question.items.map(\.text) + [wording("option_none") ?? "none"]
    default: reply.choices = question.options.map(\.text)
    }
    if !isSame || state.unanswered > 0 {
      trace.questionReason = "\(question.id): \(question.purpose)"
    }
  }

  private mutating func count(_ question: Question) {
    state.questionsAsked += 1
    switch question.purpose {
    case .interview: state.interviewAsked += 1
    case .confirm(let flag): state.confirmsAsked[flag, default: 0] += 1
    default: break
    }
    if state.raisedLevel >= .urgent { state.escalationAsked += 1 }
  }

  private func withPlace(_ question: Question) -> String {
    var text = wording.expand(question.text)
    if let finding = question.finding, pack.pack.findings[finding].isPrivate,
      let skip = wording("you_can_skip")
    {
      text = "\(skip) \(text)"
    }
    return text
  }

  // MARK: The end

  /// Gives the conclusion for what is known.
  mutating func conclude() {
    state.pending = nil
    state.phase = .concluded
    state.concluded = rankedCauses()
    ConclusionText(pack: pack, wording: wording, state: state)
      .speak(shownCauses(), into: &reply)
  }

  func rankedCauses() -> [RankedCause] {
    guard state.raisedLevel < .urgent else { return [] }
    return CauseRanking(pack: pack, store: state.store, today: state.today).ranked
  }

  /// The first three at most, and only what is not far behind the first.
  func shownCauses() -> [RankedCause] {
    let constants = pack.pack.ranking
    guard let first = state.concluded.first,
      first.evidence >= Ranking.constant("least_evidence", in: constants)
    else { return [] }
    let floor = first.score * Ranking.constant("shown_share", in: constants)
    return Array(
      state.concluded.prefix(ConclusionText.shown).filter { $0.score >= floor })
  }

  private mutating func afterConclusion(learnt: [Fact], before: DialogState) {
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
    let old = shownCauses().map(\.id)
    state.concluded = rankedCauses()
    if shownCauses().map(\.id) == old {
      reply.add(wording("order_unchanged"))
    } else {
      reply.add(wording("order_changed"))
      ConclusionText(pack: pack, wording: wording, state: state).speak(
        shownCauses(), into: &reply)
    }
  }

  /// "Bye" or "just tell me": the gravest screen first, then the end.
  private mutating func leave(_ leaving: Bool) {
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

  private var hasScreens: Bool { pack.states.contains { !$0.screens.isEmpty } }

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

  private mutating func end() {
    reply.add(wording("goodbye"))
    state.pending = nil
    state.phase = .ended
  }

  /// Ends the turn: an emergency reply holds no question but the retraction check.
  mutating func finish() {
    if state.raisedLevel >= .urgent, state.phase != .ended { state.phase = .escalated }
    if reply.paragraphs.isEmpty {
      reply.add(
        state.raisedLevel >= .urgent
          ? wording("still_needed_\(state.raisedLevel.rawValue)") : wording("nothing_new"))
    }
    if state.phase == .concluded, !state.flags.isEmpty, state.raisedLevel < .urgent {
      state.concluded = rankedCauses()
    }
  }
}
