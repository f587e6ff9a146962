import IntentPacks
import LanguageProcessing

/// Which screen comes next, and with which items.
extension Agenda {
  func queuedItem(_ state: DialogState) -> Question? {
    guard let screen = state.itemScreen else { return nil }
    for item in state.itemQueue where isOpen(item, state) {
      if let question = questions.about(item, purpose: .screenItem(screen)) { return question }
    }
    return nil
  }

  /// The screens of the present state that still have something to ask.
  func openScreens(_ state: DialogState) -> [Int] {
    guard pack.states.indices.contains(state.state) else { return [] }
    return pack.states[state.state].screens.filter {
      isDue($0, state) && !openItems(of: $0, state).isEmpty
    }
  }

  /// The screens of all states that are still to be put, as far as is known now.
  func unfinishedScreens(_ state: DialogState) -> [Int] {
    pack.states.flatMap(\.screens).filter { isDue($0, state) }
  }

  /// Not put so far, and what it waits for is known to be true.
  private func isDue(_ screen: Int, _ state: DialogState) -> Bool {
    guard !state.screensDone.contains(screen) else { return false }
    guard let once = pack.screens[screen].once else { return true }
    return Evaluation(pack: pack, store: state.store, today: state.today, view: .causes)
      .truth(once) == .yes
  }

  private func openItems(of screen: Int, _ state: DialogState) -> [Int] {
    let evaluation = self.evaluation(state)
    return pack.screens[screen].items.filter {
      state.store.standing($0) == .unknown && evaluation.truth(of: $0) == .unknown
    }
  }

  /// What is known now, worked out once however often it is asked.
  func evaluation(_ state: DialogState) -> Evaluation {
    var evaluation = Evaluation(pack: pack, store: state.store, today: state.today)
    evaluation.memory = TruthMemory(findings: pack.findings.count)
    return evaluation
  }

  func screen(of current: CompiledState, _ state: DialogState) -> Question? {
    var open = current.screens.filter { isDue($0, state) }
    if state.wantsEnd != .no {
      guard !state.declinedEndScreen else { return nil }
      if state.endScreenPut {
        open = open.filter { pack.screens[$0].id == state.pending?.id }
      } else {
        let gravity = pack.pack.screens.map(\.gravity)
        open = open.max { (gravity[$0], $1) < (gravity[$1], $0) }.map { [$0] } ?? []
      }
    } else if let urged = urged(open, state) {
      open.removeAll { $0 == urged }
      open.insert(urged, at: 0)
    }
    for screen in open {
      let items = openItems(of: screen, state)
      if items.isEmpty { continue }
      var question = questions.screen(screen, items: items)
      if state.askedOthers.contains(question.id), let text = pack.pack.wordings["others"] {
        question.text = text.value
      } else if state.askedWhich.contains(question.id), let text = pack.pack.wordings["which_one"] {
        question.text = text.value
      }
      return question
    }
    return nil
  }

  /// The screen of the topic the user brought up, if it has one: a chest word puts `chest` first.
  func urged(_ screens: [Int], _ state: DialogState) -> Int? {
    guard state.screensDone.isEmpty else { return nil }
    let groups = Set(
      state.store.known.filter {
        state.store.standing($0) == .yes
          || state.store.facts(about: $0).contains { $0.source != .implied }
      }
      .compactMap { pack.pack.findings[$0].group })
    let gravity = pack.pack.screens.map(\.gravity)
    return screens.filter { screen in
      gravity[screen] > 0
        && pack.screens[screen].items.contains {
          pack.pack.findings[$0].group.map(groups.contains) ?? false
        }
    }.max { (gravity[$0], $1) < (gravity[$1], $0) }
  }
}
