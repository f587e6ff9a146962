import IntentMatching
import IntentPacks
import LanguageProcessing

/// Reading the answer to the open question, and what it means for it.
extension TurnMaker {
  mutating func readAnswer(
    _ understanding: Understanding, learnt: inout [Fact], actions: Set<Intent.Action>
  ) -> AnswerReading.Outcome? {
    guard let question = state.pending else { return nil }
    if actions.contains(.skip) {
      settle(question, .skipped)
      return .skipped
    }
    let reading = AnswerReading(
      pack: pack, question: question, understanding: understanding,
      recorder: FactRecorder(pack: pack, turn: state.turn, today: state.today), learnt: learnt,
      mayGuess: state.raisedLevel < .urgent)
    let known = state.store.facts.count
    var outcome = reading.read(into: &state)
    // The same told again instead of the answer is no answer, or the question would come back for ever.
    if outcome == .elsewhere, question.isSafety, isRepetition(learnt, understanding) {
      outcome = .notUnderstood
    }
    // Told something else instead of the answer: such a question comes back once, then another is put.
    if outcome == .elsewhere, question.purpose == .interview, !learnt.isEmpty { state.kept += 1 }
    if state.store.facts.count > known { learnt += state.store.facts[known...] }
    if question.purpose == .retraction { settleRetraction(understanding, outcome) }
    settle(question, outcome)
    return outcome
  }

  /// Whether a line tells nothing but what was told before, and wishes nothing.
  private func isRepetition(_ learnt: [Fact], _ understanding: Understanding) -> Bool {
    !learnt.isEmpty && understanding.intents.isEmpty
      && learnt.allSatisfy { fact in
        state.store.facts(about: fact.finding).contains {
          $0.turn < fact.turn && $0.status == fact.status && $0.value == fact.value
            && $0.circumstances == fact.circumstances
        }
      }
  }

  /// An emergency falls only after a plain no.
  mutating func settleRetraction(
    _ understanding: Understanding, _ outcome: AnswerReading.Outcome
  ) {
    guard outcome == .answered else { return }
    let answers = pack.matcher.lexicon.answers(in: understanding.utterance)
    if answers.contains(where: { $0.kind == .no }), !answers.contains(where: { $0.kind == .yes }) {
      state.awaitsRetraction = false
    } else if answers.contains(where: { $0.kind == .yes }) {
      // It is happening: the emergency stands, and nothing more is asked.
      state.awaitsRetraction = false
      state.retractionRefused = true
    }
  }

  /// Notes what an outcome means for the question.
  mutating func settle(_ question: Question, _ outcome: AnswerReading.Outcome) {
    switch outcome {
    case .answered:
      state.unanswered = 0
      trace.answered = question.id
      if question.purpose != .retraction {
        state.answered = DialogState.Answered(question: question, turn: state.turn)
      }
      close(question)
    case .partly, .which:
      state.unanswered = 0
      if outcome == .which {
        if state.askedWhich.contains(question.id) { worstItem(of: question) }
        state.askedWhich.insert(question.id)
      } else if state.askedOthers.contains(question.id) {
        leaveRest(of: question)
      } else {
        state.askedOthers.insert(question.id)
      }
    case .unsure:
      state.unsure[question.id, default: 0] += 1
      unsure(question)
    case .softNo:
      if question.isAfterSign, state.unsure["soft:\(question.id)", default: 0] == 0 {
        state.unsure["soft:\(question.id)"] = 1
      } else {
        if question.isAfterSign { denyAll(question) }
        close(question)
      }
    case .skipped: skip(question)
    case .notUnderstood:
      state.unanswered += 1
      let most = question.purpose == .interview ? 2 : 3
      if state.unanswered >= most { giveUp(question) }
    case .acknowledged where question.purpose != .interview && question.purpose != .retraction:
      // "Ok" answers nothing; said again and again it leaves the question as other words would.
      state.unanswered += 1
      if state.unanswered >= Self.mostAcknowledged { giveUp(question) }
    case .acknowledged, .elsewhere: break
    }
  }

  /// So often "ok" may be said to a question.
  private static let mostAcknowledged = 5

  func screen(of question: Question) -> Int? {
    pack.screenIndex[question.id]
  }

  mutating func close(_ question: Question) {
    switch question.purpose {
    case .screen(let screen): state.screensDone.insert(screen)
    case .screenItem: state.itemQueue.removeAll { $0 == question.finding }
    case .conflict: state.settled.insert("conflict:\(question.id)")
    case .confirm, .interview, .state: state.settled.insert(question.id)
    case .retraction, .meaning, .doubt: break
    }
    finishQueue()
  }

  mutating func finishQueue() {
    guard let screen = state.itemScreen, state.itemQueue.isEmpty else { return }
    state.screensDone.insert(screen)
    state.itemScreen = nil
  }

  /// "Not sure": how to check, once; then it counts as present, one level lower.
  mutating func unsure(_ question: Question) {
    if question.purpose == .doubt, question.kind == .anyOf {
      recordUnsure(question, settled: true)
      return
    }
    if question.kind == .anyOf {
      oneByOne(question)
      return
    }
    if case .confirm(let flag) = question.purpose, pack.pack.redFlags[flag].isCrisis,
      let finding = question.finding
    {
      // Not sure of being safe is not safe: asked once, and taken as yes.
      FactRecorder(pack: pack, turn: state.turn, today: state.today).answer(
        finding, value: "yes", text: "", into: &state.store)
      close(question)
      return
    }
    guard question.isSafety else {
      recordUnsure(question, settled: false)
      close(question)
      return
    }
    if state.unsure[question.id, default: 0] >= 2 {
      recordUnsure(question, settled: true)
      close(question)
    }
  }

  /// The items of a list are asked one at a time, worst first.
  mutating func oneByOne(_ question: Question) {
    state.itemQueue = question.items.map(\.finding)
    state.itemScreen = screen(of: question)
    if let screen = state.itemScreen, case .confirm = question.purpose {
      state.settled.insert(pack.screens[screen].id)
    }
  }

  mutating func recordUnsure(_ question: Question, settled: Bool) {
    let isDoubt = question.purpose == .doubt
    for finding in [question.finding].compactMap({ $0 })
      + (isDoubt ? question.items.map(\.finding) : [])
    {
      FactRecorder(pack: pack, turn: state.turn, today: state.today).answer(
        finding, value: Fact.unsure, text: "", settledUnsure: settled, into: &state.store)
    }
  }

  mutating func skip(_ question: Question) {
    if question.isAfterSign {
      recordUnsure(question, settled: true)
    } else if question.isSafety {
      state.notChecked += question.items.map(\.finding) + [question.finding].compactMap { $0 }
    }
    for item in question.items { state.settled.insert(item.id) }
    if state.wantsEnd != .no { state.declinedEndScreen = true }
    state.unanswered = 0
    close(question)
  }

  mutating func giveUp(_ question: Question) {
    state.unanswered = 0
    skip(question)
  }

  mutating func worstItem(of question: Question) {
    guard let worst = question.items.first else { return }
    FactRecorder(pack: pack, turn: state.turn, today: state.today).answer(
      worst.finding, value: "unsure", text: "", settledUnsure: true, into: &state.store)
    leaveRest(of: question)
  }

  mutating func leaveRest(of question: Question) {
    state.notChecked += question.items.map(\.finding).filter {
      state.store.standing($0) == .unknown
    }
    close(question)
  }

  mutating func denyAll(_ question: Question) {
    let recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    for finding in question.items.map(\.finding) + [question.finding].compactMap({ $0 })
    where state.store.standing(finding) != .yes {
      recorder.answer(finding, value: "no", text: "", into: &state.store)
    }
  }
}
