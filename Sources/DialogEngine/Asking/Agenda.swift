import IntentPacks
import LanguageProcessing

/// Decides what to ask next: what can raise or clear a red flag first, then the screens, then what
/// best separates the causes.
struct Agenda {
  enum Step: Sendable {
    case ask(Question)
    /// Everything this state asks has been answered.
    case done
    /// Nothing more is asked: an urgent flag stands and its questions are exhausted.
    case silence
  }

  /// At most so many confirming questions for one flag, and so many after urgent instructions.
  static let confirmationLimit = 3
  /// At most so many confirming questions in a talk without an urgent flag.
  static let confirmationsInAll = 6
  /// At most so many questions in all; so many confirming ones may come on top.
  static let questionsInAll = 12
  static let confirmationsOnTop = 3

  let pack: CompiledPack
  var questions: Questions { Questions(pack: pack) }

  init(pack: CompiledPack) { self.pack = pack }

  func next(_ state: DialogState) -> Step {
    if state.awaitsRetraction, let question = retraction() { return .ask(question) }
    if state.raisedLevel == .emergency { return .silence }
    // "Bye", said twice: what was asked before the end is declined.
    let hasDeclined = state.wantsEnd != .no && state.declinedEndScreen
    if !hasDeclined, let question = conflict(state) ?? doubt(state) { return .ask(question) }
    if state.raisedLevel >= .urgent {
      guard state.escalationAsked < Self.confirmationLimit,
        let question = thenAsked(state) ?? raising(state) ?? confirmation(state)
      else { return .silence }
      return .ask(question)
    }
    if !hasDeclined, mayConfirm(state), let question = confirmation(state) { return .ask(question) }
    if let question = queuedItem(state) { return .ask(question) }
    let current = pack.states[state.state]
    for finding in current.ask where isOpen(finding, state) {
      if let question = questions.about(finding, purpose: .state) { return .ask(question) }
    }
    if let question = screen(of: current, state) { return .ask(question) }
    if let question = interview(of: current, state) { return .ask(question) }
    return .done
  }

  // MARK: Safety

  func retraction() -> Question? {
    pack.pack.wordings["retraction_check"].map {
      Question(
        id: "retraction", kind: .yesNo, purpose: .retraction, topic: "other", text: $0.value)
    }
  }

  /// Yes and no were both said of something a red flag rests on: ask once.
  func conflict(_ state: DialogState) -> Question? {
    for finding in state.store.known where state.store.standing(finding) == .conflict {
      guard let asked = askable(finding, state),
        !state.settled.contains("conflict:\(pack.findings[asked].id)"),
        var question = questions.about(asked, purpose: .conflict)
      else { continue }
      question.text =
        (pack.pack.wordings["conflict_ask"]?.value ?? "{question}")
        .replacing("{question}", with: question.text)
        .replacing("{name}", with: pack.pack.findings[asked].name)
      return question
    }
    return nil
  }

  /// The finding itself, or where it has no question the newest sign of its topic that was affirmed: "no swelling" is
  /// asked about as the swollen calf told before. A sign of which one side was denied speaks for itself.
  private func askable(_ finding: Int, _ state: DialogState) -> Int? {
    if pack.findings[finding].isAskable { return finding }
    let topic = pack.pack.findings[finding].topic
    return state.store.known.last {
      state.store.standing($0) == .yes && pack.findings[$0].isAskable
        && pack.pack.findings[$0].topic == topic
        && state.store.facts(about: $0).allSatisfy { $0.status != .negated }
    }
  }

  /// Confirming questions of suspected flags, the gravest flag first.
  func confirmation(_ state: DialogState) -> Question? {
    for status in FlagOrder(pack: pack).sorted(state.flags) where !status.isAssessed {
      guard state.confirmsAsked[status.flag, default: 0] < Self.confirmationLimit else { continue }
      // A flag raised at a mild level is asked what would make it graver.
      let floor = status.state == .raised ? status.level : nil
      if let question = confirmation(of: status, above: floor, state) { return question }
    }
    return nil
  }

  /// What the author wants to know after urgent instructions.
  func thenAsked(_ state: DialogState) -> Question? {
    for status in FlagOrder(pack: pack).sorted(state.flags)
    where status.state == .raised && status.level >= .urgent {
      let purpose = Question.Purpose.confirm(flag: status.flag)
      for confirm in pack.pack.redFlags[status.flag].thenAsk {
        guard !state.settled.contains(confirm.questionID) else { continue }
        if let screen = pack.screenIndex[confirm.id] {
          let items = pack.screens[screen].items.filter { isOpen($0, state) }
          if !items.isEmpty { return questions.screen(screen, items: items, purpose: purpose) }
        } else if let finding = pack.findingIndex[confirm.id], confirm.attribute == nil,
          isOpen(finding, state), let question = questions.about(finding, purpose: purpose)
        {
          return question
        }
      }
    }
    return nil
  }

  /// A few confirming questions come before the screens; the screens answer many at once, and what they leave
  /// open is asked after them, up to the longest talk there may be.
  func mayConfirm(_ state: DialogState) -> Bool {
    let asked = state.confirmsAsked.values.reduce(0, +)
    // What is told after a conclusion is confirmed however long the talk was.
    guard
      state.questionsAsked < Self.questionsInAll + Self.confirmationsOnTop
        || pack.pack.states[state.state].concludes
    else { return false }
    let limit =
      openScreens(state).isEmpty ? Self.confirmationsInAll : Self.confirmationLimit
    return asked < limit
  }

  /// Questions that could lift a raised flag, or raise a graver one.
  func raising(_ state: DialogState) -> Question? {
    for status in FlagOrder(pack: pack).sorted(state.flags) {
      let floor = status.state == .raised ? status.level : nil
      if let question = confirmation(of: status, above: floor, state) { return question }
    }
    return nil
  }

  func confirmation(of status: FlagStatus, above floor: Level?, _ state: DialogState)
    -> Question?
  {
    let flag = pack.pack.redFlags[status.flag]
    let signTurn = status.because.compactMap { state.store.leading($0)?.turn }.max() ?? 0
    var evaluation = Evaluation(pack: pack, store: state.store, today: state.today)
    evaluation.screensCountFrom = signTurn
    evaluation.memory = TruthMemory(findings: pack.findings.count)
    var relevant = Set<Int>()
    for rule in pack.flags[status.flag].rules where floor.map({ rule.level > $0 }) ?? true {
      guard evaluation.truth(rule.condition) == .unknown else { continue }
      for finding in rule.findings where finding >= 0 { collect(finding, into: &relevant) }
    }
    for confirm in flag.confirm {
      if let screen = pack.screenIndex[confirm.id] {
        let items = pack.screens[screen].items.filter {
          relevant.contains($0) && isUnknown($0, state, since: signTurn)
        }
        guard !items.isEmpty, !state.settled.contains(confirm.id) else { continue }
        // What follows from something said, such as "over 60" from an age, is not asked beside the rest.
        let plain = self.evaluation(state)
        let all = pack.screens[screen].items.filter {
          isUnknown($0, state, since: signTurn) && plain.truth(of: $0) != .yes
        }
        return questions.screen(screen, items: all, purpose: .confirm(flag: status.flag))
      }
      guard let finding = pack.findingIndex[confirm.id], relevant.contains(finding) else {
        continue
      }
      if let attribute = confirm.attribute {
        guard state.store.standing(finding) == .yes, !state.settled.contains(confirm.questionID),
          state.store.facts(about: finding).allSatisfy({ $0.circumstances.side == nil }),
          let question = questions.attribute(
            attribute, of: finding, purpose: .confirm(flag: status.flag))
        else { continue }
        return question
      }
      // What follows from things already said is not asked.
      guard isUnknown(finding, state, since: signTurn), evaluation.truth(of: finding) != .yes,
        !state.settled.contains(pack.findings[finding].id),
        let question = questions.about(finding, purpose: .confirm(flag: status.flag))
      else { continue }
      return question
    }
    return nil
  }

  func collect(_ finding: Int, into set: inout Set<Int>) {
    guard set.insert(finding).inserted else { return }
    for part in pack.findings[finding].means.flatMap(\.findings) where part >= 0 {
      collect(part, into: &set)
    }
  }

  func isUnknown(_ finding: Int, _ state: DialogState, since turn: Int) -> Bool {
    switch state.store.standing(finding) {
    case .unknown: true
    case .screenedNo: (state.store.leading(finding)?.turn ?? 0) < turn
    case .unsure: state.store.leading(finding)?.isSettledUnsure != true
    case .yes, .no, .conflict: false
    }
  }
}

extension RedFlag.Confirmation {
  /// The id of the question it becomes.
  var questionID: String { attribute.map { "\(id).\($0)" } ?? id }
}

/// Orders flags: the graver level first, then the danger to life, then the author's order.
struct FlagOrder {
  let pack: CompiledPack

  func sorted(_ statuses: [FlagStatus]) -> [FlagStatus] {
    guard statuses.count > 1 else { return statuses }
    return statuses.sorted {
      if $0.level != $1.level { return $0.level > $1.level }
      let ranks = (pack.flagRanks[$0.flag], pack.flagRanks[$1.flag])
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : $0.flag < $1.flag
    }
  }
}
