import IntentMatching
import IntentPacks
import LanguageProcessing

/// Putting the next question, or going through states until one is to be put.
extension TurnMaker {
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
      // What was asked after the conclusion is answered: it is drawn anew.
      if pack.pack.states[state.state].concludes {
        conclude()
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
  func concludingState(from start: Int) -> Int? {
    var current = start
    for _ in 0...pack.states.count {
      if pack.pack.states[current].concludes { return current }
      guard let next = pack.states[current].go else { break }
      current = next
    }
    return pack.pack.states.firstIndex { $0.concludes }
  }

  mutating func put(_ question: Question) {
    let isSame = state.pending?.id == question.id && state.pending?.purpose == question.purpose
    if !isSame { state.unanswered = 0 }
    state.kept = isSame ? state.kept + 1 : 0
    var question = question
    if isSame, state.unanswered >= 2, question.kind == .yesNo {
      question.options = ["yes", "no", "unsure"].map {
        .init(id: $0, text: pack.pack.wordings["option_\($0)"]?.value ?? $0)
      }
    }
    if state.wantsEnd != .no, case .screen = question.purpose { state.endScreenPut = true }
    if !isSame {
      reply.add(introduction(to: question), .note)
      state.put[question.id, default: 0] += 1
      count(question)
    }
    state.pending = question
    state.lastTopic = question.topic
    show(question)
    if !isSame || state.unanswered > 0 {
      trace.questionReason = QuestionReason(pack: pack, state: state).text(question)
    }
  }

  /// Writes a question and its choices into the reply.
  mutating func show(_ question: Question) {
    reply.question = question
    reply.add(withPlace(question), .question)
    switch question.kind {
    case .anyOf:
      reply.choices = question.items.map(\.text) + [wording("option_none") ?? "none"]
    default: reply.choices = question.options.map(\.text)
    }
  }

  /// Where in the talk we are: before the first check, the last one, and the first question about causes.
  func introduction(to question: Question) -> String? {
    guard state.raisedLevel < .urgent, state.wantsEnd == .no else { return nil }
    switch question.purpose {
    case .screen(let screen):
      if pack.screens[screen].once != nil { return nil }
      let left = Agenda(pack: pack).openScreens(state).count
      let isFirst = !pack.screens.contains { state.put[$0.id] != nil }
      if isFirst { return left > 1 ? wording("checks_start", ["count": String(left)]) : nil }
      let isNew = state.put[question.id] == nil
      return left == 1 && isNew ? wording("checks_last") : nil
    case .interview:
      return state.interviewAsked == 0 && !state.screensDone.isEmpty
        ? wording("questions_start") : nil
    default: return nil
    }
  }

  mutating func count(_ question: Question) {
    switch question.purpose {
    // Items asked one at a time belong to their list, which counts as one; what a line meant, and whether a danger
    // was taken back, is asked because of what the user said.
    case .screenItem, .meaning, .retraction, .doubt: break
    default: state.questionsAsked += 1
    }
    switch question.purpose {
    case .interview: state.interviewAsked += 1
    case .confirm(let flag): state.confirmsAsked[flag, default: 0] += 1
    default: break
    }
    if state.raisedLevel >= .urgent { state.escalationAsked += 1 }
  }

  func withPlace(_ question: Question) -> String {
    var text = wording.expand(question.text)
    if state.simpler.contains(question.id), let simpler = simpler(question) { text = simpler }
    if let finding = question.finding, pack.pack.findings[finding].isPrivate,
      let skip = wording("you_can_skip")
    {
      text = "\(skip) \(text)"
    }
    return text
  }

  /// The question in as few words as it can be put in; nil where the pack has none.
  func simpler(_ question: Question) -> String? {
    let item = question.finding.map {
      wording.expand(pack.pack.findings[$0].item ?? pack.pack.findings[$0].name, ["side": ""])
    }
    switch question.kind {
    case .yesNo:
      return item.flatMap { wording("simpler_yes_no", ["item": $0.sentenceStart]) }
    case .choice: return wording("simpler_choice")
    case .number, .duration:
      return item.flatMap { wording("simpler_number", ["item": $0.sentenceStart]) }
    case .anyOf, .text: return nil
    }
  }
}
