import IntentMatching
import IntentPacks
import LanguageProcessing

/// Side questions and wishes: answered through the advice gate, then the open question is put again.
extension TurnMaker {
  /// The state an intent leads to from here.
  func transition(for intents: [Int]) -> Int? {
    guard pack.states.indices.contains(state.state) else { return nil }
    let on = pack.states[state.state].on
    guard !on.isEmpty else { return nil }
    for intent in intents {
      if let target = on[pack.pack.intents[intent].id] { return target }
    }
    return nil
  }

  /// Answers what was asked, at most two things.
  mutating func digress(
    _ intents: [Int], _ understanding: Understanding, learnt: [Fact],
    outcome: AnswerReading.Outcome?
  ) {
    for index in intents.prefix(2) {
      if let action = pack.pack.intents[index].action { act(action, understanding) }
      reply.add(refusal(index) ?? pack.pack.intents[index].say.map { wording.expand($0.value) })
    }
    // "Marathon", said to a question about races, asks nothing.
    if outcome == .answered, intents.isEmpty { return }
    if intents.isEmpty || intents.allSatisfy({ pack.pack.intents[$0].action == .whyNot }) {
      speakOfNamedCauses(understanding, learnt: learnt)
    }
  }

  /// What is said instead of advice while a flag is open or the screens are unfinished.
  func refusal(_ index: Int) -> String? {
    guard pack.pack.intents[index].givesAdvice else { return nil }
    let open = FlagOrder(pack: pack).sorted(state.flags)
    if let activity = pack.pack.intents[index].activity?.value {
      for status in open
      where pack.pack.redFlags[status.flag].avoid.contains(where: { $0.value == activity }) {
        if let avoid = pack.avoidIndex[activity].map({ pack.pack.avoids[$0] }) {
          return wording.expand(avoid.refuse ?? avoid.say)
        }
      }
    }
    if state.raisedLevel >= .urgent { return wording("not_before_seen") }
    let unfinished =
      state.phase == .asking && !Agenda(pack: pack).unfinishedScreens(state).isEmpty
    return open.isEmpty && !unfinished ? nil : wording("not_before_checked")
  }

  /// "Is it iron?", "what about iron?": what speaks for and against a cause the user names.
  mutating func speakOfNamedCauses(_ understanding: Understanding, learnt: [Fact]) {
    let named = understanding.mentions.compactMap { mention -> Int? in
      guard case .cause(let id) = mention.target, mention.assertion.status != .negated,
        state.pending == nil || mention.assertion.status == .asked || isBrief(understanding)
      else { return nil }
      return pack.causeIndex[id]
    }
    guard let index = named.first, learnt.isEmpty, state.raisedLevel < .urgent else { return }
    let cause = pack.pack.causes[index]
    guard state.phase == .concluded else {
      reply.add(wording("cause_later", ["name": cause.name]))
      return
    }
    let ranking = CauseRanking(pack: pack, store: state.store, today: state.today)
    let weights = pack.causes[index].weights
    let speaksFor = weights.filter { $0.log > 0 && ranking.truths[$0.finding] == .yes }
    let absent = weights.filter { $0.log > 0 && ranking.truths[$0.finding] == .no }
    let against = weights.filter { $0.log < 0 && ranking.truths[$0.finding] == .yes }
    let unknown = weights.filter { $0.log > 0 && ranking.truths[$0.finding] == .unknown }
    func names(_ weights: [CompiledCause.Weight]) -> String {
      wording.list(weights.prefix(3).map { pack.pack.findings[$0.finding].name })
    }
    reply.add(cause.explain.map { wording.expand($0.value) })
    if !speaksFor.isEmpty { reply.add(wording("cause_for", ["facts": names(speaksFor)])) }
    if !against.isEmpty { reply.add(wording("cause_against", ["facts": names(against)])) }
    if !absent.isEmpty { reply.add(wording("cause_absent", ["facts": names(absent)])) }
    if !unknown.isEmpty { reply.add(wording("cause_unknown", ["facts": names(unknown)])) }
    reply.add(cause.tests.map { wording("cause_tests", ["tests": wording.expand($0.value)]) ?? "" })
  }

  /// "Iron?", "maybe iron": so few words beside an open question ask about what they name.
  private func isBrief(_ understanding: Understanding) -> Bool {
    understanding.utterance.tokens.count { $0.kind == .word && !$0.isIgnorable } <= 2
  }

  mutating func act(_ action: Intent.Action, _ understanding: Understanding) {
    switch action {
    case .why: sayWhy()
    case .level: sayLevel()
    case .summary: for line in summaryLines { reply.add(line) }
    case .sources: saySources()
    case .more: sayMore(understanding)
    case .barrier:
      if state.raisedLevel >= .urgent {
        reply.add(wording("barrier_\(state.raisedLevel.rawValue)"))
      }
    case .simpler: sayMoreSimply()
    case .repeat:
      if state.pending == nil {
        state.raisedLevel >= .urgent ? repeatInstruction() : reply.add(wording("repeat_nothing"))
      }
    case .help: if state.raisedLevel >= .urgent { repeatInstruction() }
    case .undo, .restart, .skip, .conclude, .quit, .correct, .amend, .forget, .own, .whyNot: break
    }
  }

  var summaryLines: [String] {
    ConversationSummary(pack: pack, wording: wording, state: state).lines
  }

  /// The open question in simpler words: a list item by item, another with how to find out and how to answer.
  mutating func sayMoreSimply() {
    guard let question = state.pending else {
      state.raisedLevel >= .urgent ? repeatInstruction() : reply.add(wording("repeat_nothing"))
      return
    }
    if let how = question.finding.flatMap({ pack.pack.findings[$0].how?.value }) {
      reply.add(wording.expand(how))
    }
    state.simpler.insert(question.id)
    guard question.kind == .anyOf, question.items.count > 1 else { return }
    oneByOne(question)
    state.simpler.formUnion(question.items.map(\.id))
    reply.add(wording("one_at_a_time"))
  }

  mutating func sayWhy() {
    guard let question = state.pending else {
      if let top = FlagOrder(pack: pack).sorted(state.flags).first {
        let said = Escalation(pack: pack, wording: wording).because(top)
        reply.add(wording("why_flag", ["name": pack.pack.redFlags[top.flag].name, "said": said]))
      } else {
        reply.add(wording("why_nothing"))
      }
      return
    }
    let why: String? =
      question.finding.flatMap { pack.pack.findings[$0].why?.value }
      ?? pack.screenIndex[question.id].flatMap { pack.pack.screens[$0].why?.value }
    reply.add(why.map { wording.expand($0) } ?? wording("why_general"))
    if question.isSafety {
      reply.add(wording("why_safety"), .note)
    } else if let cause = QuestionReason(pack: pack, state: state).cause(question) {
      reply.add(wording("why_interview", ["name": cause]), .note)
    }
  }

  mutating func sayLevel() {
    let level = state.raisedLevel
    let name = pack.pack.levels["\(level.rawValue).name"].map { wording.expand($0.value) }
    reply.add(wording("level_is", ["level": name ?? level.rawValue]))
    for status in FlagOrder(pack: pack).sorted(state.flags).prefix(2) {
      let said = Escalation(pack: pack, wording: wording).because(status)
      reply.add(
        wording(
          "level_\(status.state.rawValue)",
          ["name": pack.pack.redFlags[status.flag].name, "said": said]))
    }
  }

  mutating func saySources() {
    let shown = shownCauses()
    var ids = shown.flatMap { pack.pack.causes[$0.cause].sources.map(\.value) }
    ids += state.flags.flatMap { pack.pack.redFlags[$0.flag].sources.map(\.value) }
    let sources = pack.pack.sources.filter { ids.contains($0.id) }.prefix(8)
    guard !sources.isEmpty else {
      reply.add(wording("sources_general"))
      return
    }
    for source in sources { reply.add("\(source.title) <\(source.url)>") }
  }

  mutating func sayMore(_ understanding: Understanding) {
    let typed = understanding.utterance.tokens.compactMap(\.number).first ?? 1
    let number = Int(exactly: typed.rounded(.down)) ?? 0
    let shown = shownCauses()
    guard number > 0, shown.indices.contains(number - 1) else {
      reply.add(wording("more_nothing"))
      return
    }
    let cause = pack.pack.causes[shown[number - 1].cause]
    reply.add("\(number). \(cause.name.sentenceStart)", .cause)
    reply.add(cause.explain.map { wording.expand($0.value) })
    for line in cause.advice { reply.add(wording.expand(line.value)) }
    reply.add(cause.seeSomeone.map { wording.expand($0.value) })
    reply.add(cause.tests.map { wording("cause_tests", ["tests": wording.expand($0.value)]) ?? "" })
  }
}
