import IntentPacks
import LanguageProcessing

/// Going back, and starting over.
extension TurnMaker {
  /// Takes back the last line that counted, by replaying all before it.
  mutating func undo(
    said: GrowingList<Conversation.Said>, openedOn: CalendarDate, region: RegionChoice
  ) {
    let asides = Set(state.asides)
    let last = state.steps.lastIndex {
      if case .line(let line) = $0 { !asides.contains(line) } else { false }
    }
    guard let last, case .line(let line) = state.steps[last] else {
      reply.add(wording("undo_nothing"))
      putAgain()
      return
    }
    let before = state
    state = replayed(
      before.steps.prefix(last), said: said, openedOn: openedOn, region: region)
    state.turn = before.turn
    state.today = before.today
    state.crisisShown = before.crisisShown || state.crisisShown
    reply.add(wording("undone", ["line": shortened(said[line].text)]), .note)
    withdraw(comparedTo: before)
    putAgain()
  }

  /// Whether a line beside an open question changed nothing, so that going back passes over it.
  func isAside(since before: DialogState) -> Bool {
    guard state.phase == .asking, state.pending != nil, state.held.isEmpty else { return false }
    let hasStood = state.steps.contains {
      if case .standing = $0 { true } else { false }
    }
    return !hasStood && state.stands(where: before)
  }

  /// The state that steps lead to from the opening.
  private func replayed(
    _ steps: some Collection<DialogState.Step>, said: GrowingList<Conversation.Said>,
    openedOn: CalendarDate, region: RegionChoice
  ) -> DialogState {
    var maker = TurnMaker(
      pack: pack, state: Conversation(on: openedOn, region: region, with: pack).state)
    maker.open()
    var done = GrowingList<DialogState.Step>()
    for step in steps {
      maker = TurnMaker(pack: pack, state: maker.state)
      switch step {
      case .line(let line):
        maker.hear(line: line, of: said, openedOn: openedOn, region: region)
      case .standing(let standing): maker.keep(standing)
      }
      done.append(step)
      maker.state.steps = done
    }
    return maker.state
  }

  /// A level that fell by going back: say so, keep one safety line; an emergency stands until denied.
  private mutating func withdraw(comparedTo before: DialogState) {
    let gone = before.held.filter { (state.held[$0.key] ?? .routine) < $0.value }
    guard !gone.isEmpty else { return }
    if before.raisedLevel == .emergency, state.raisedLevel < .emergency {
      let standing = DialogState.Standing(
        held: before.held, spoken: before.spoken, flags: before.flags)
      state.steps.append(.standing(standing))
      keep(standing)
      repeatInstruction()
      return
    }
    sayWithdrawn(gone.keys.sorted())
  }

  /// The emergency stands although its line was gone back over; whether it happens is asked.
  private mutating func keep(_ standing: DialogState.Standing) {
    let computed = Dictionary(
      state.flags.filter { $0.state == .raised }.map { ($0.flag, $0.level) }
    ) { a, _ in a }
    state.falling = Set(
      standing.held.filter { (computed[$0.key] ?? .routine) < $0.value }.keys)
    state.held = standing.held
    state.spoken = standing.spoken
    state.flags = standing.flags.filter { $0.state == .raised }
    state.awaitsRetraction = true
    state.phase = .escalated
    state.pending = Agenda(pack: pack).retraction()
  }

  /// Names the flags that fell, and keeps one safety line.
  mutating func sayWithdrawn(_ flags: [Int]) {
    reply.add(
      wording(
        "withdrawn", ["names": wording.list(flags.map { pack.pack.redFlags[$0].name })]), .note)
    if let worse = flags.first.flatMap({ pack.pack.redFlags[$0].worse }) {
      reply.add(wording("withdrawn_safety", ["worse": wording.expand(worse.value)]), .note)
    }
  }

  /// Begins anew; what was raised stays raised.
  mutating func restart() {
    let before = state
    var fresh = DialogState()
    fresh.turn = before.turn
    fresh.today = before.today
    fresh.region = before.region
    fresh.state = pack.start
    fresh.steps = before.steps
    fresh.crisisShown = before.crisisShown
    if !before.held.isEmpty {
      // Starting over is no taking back: the facts behind a raised flag stay too.
      fresh.held = before.held
      fresh.spoken = before.spoken
      fresh.flags = before.flags.filter { $0.state == .raised }
      fresh.store = before.store
      fresh.bystander = before.bystander
      fresh.isForSomeone = before.isForSomeone
      fresh.escalationAsked = before.escalationAsked
      fresh.retractionRefused = before.retractionRefused
      fresh.awaitsRetraction = before.awaitsRetraction
      fresh.falling = before.falling
      if before.raisedLevel >= .urgent { fresh.phase = .escalated }
    }
    state = fresh
    reply.add(wording("restarted"), .note)
    if state.raisedLevel >= .urgent {
      repeatInstruction()
      if state.awaitsRetraction { putAgain(Agenda(pack: pack).retraction()) }
      return
    }
    if state.crisisShown { reply.add(wording("crisis_reminder")) }
    sayState()
    var visits = 0
    advance(&visits)
  }

  /// Says once more where the talk stands: the open question, the conclusion, or what to do.
  mutating func putAgain() {
    if let question = state.pending {
      putAgain(question)
    } else if state.raisedLevel >= .urgent {
      if reply.paragraphs.count < 3 { repeatInstruction() }
    } else if state.phase == .concluded {
      ConclusionText(pack: pack, wording: wording, state: state).speak(shownCauses(), into: &reply)
    } else if state.steps.isEmpty {
      sayState()
    }
  }

  private mutating func putAgain(_ question: Question?) {
    guard let question else { return }
    state.pending = question
    show(question)
  }

  /// A line as typed, without control characters, cut where it is long.
  func shortened(_ text: String, to length: Int = 60) -> String {
    // Nearly every line is short and without control characters.
    if text.utf8.count <= length, text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) { return text }
    let kept = text.unicodeScalars.lazy.filter { $0.value >= 32 && $0.value != 127 }
    var clean = String.UnicodeScalarView()
    for scalar in kept.prefix(length + 1) { clean.append(scalar) }
    guard clean.count > length else { return String(clean) }
    return String(String.UnicodeScalarView(clean.dropLast())) + "…"
  }
}
