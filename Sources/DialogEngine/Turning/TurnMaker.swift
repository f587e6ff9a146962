import IntentMatching
import IntentPacks
import LanguageProcessing

/// Makes one turn: hears, records, watches the flags, then decides what to say and ask.
struct TurnMaker {
  let pack: CompiledPack
  var state: DialogState
  var reply = Reply()
  var trace = TurnTrace()

  init(pack: CompiledPack, state: DialogState) {
    self.pack = pack
    self.state = state
  }

  var wording: Wording {
    Wording(pack: pack, region: state.region, store: state.store, today: state.today)
  }

  // MARK: Opening

  mutating func open() {
    var visits = 0
    sayState()
    advance(&visits)
  }

  /// Says what the present state says on entering.
  mutating func sayState() {
    switch pack.pack.states.indices.contains(state.state) ? pack.pack.states[state.state].say : nil
    {
    case .text(let text): reply.add(wording.expand(text.value))
    case .wording(let id): reply.add(wording(id.value))
    case nil: break
    }
  }

  // MARK: Hearing

  /// Wishes that a line holding facts does not express.
  private static let endings: Set<Intent.Action> = [.quit, .restart, .undo, .conclude, .skip]

  mutating func hear(
    _ text: String, on date: CalendarDate, said: [Conversation.Said], openedOn: CalendarDate,
    region: RegionChoice
  ) {
    state.turn += 1
    state.today = max(state.today, date.dayNumber)
    let understanding = pack.matcher.understand(text, on: CalendarDate(dayNumber: state.today))
    trace.understanding = understanding
    var intents = intents(of: understanding, by: .pattern)
    var actions = Set(intents.compactMap { pack.pack.intents[$0].action })

    let saysMore = understanding.mentions.contains { mention in
      guard case .finding = mention.target else { return false }
      return mention.assertion.status == .affirmed || mention.assertion.status == .uncertain
    }
    if saysMore {
      // "Quit coffee on Monday, headache since" is no wish to leave.
      intents.removeAll { pack.pack.intents[$0].action.map(Self.endings.contains) ?? false }
      actions.subtract(Self.endings)
    }
    if actions.contains(.undo) || actions.contains(.restart) {
      // Flags first, also here: whatever else the line says is heard before anything is undone.
      let before = state
      let learnt = record(understanding, correcting: false)
      trace.intents = intents.map { pack.pack.intents[$0].id }
      watchFlags(correcting: false)
      if hasNews(since: before) {
        respondToFlags(understanding, before: before, learnt: learnt)
        return finish()
      }
      state = before
      actions.contains(.restart)
        ? restart(region: region)
        : undo(said: said, openedOn: openedOn, region: region)
      return finish()
    }

    state.effective.append(said.count - 1)
    let before = state
    noteRegion(understanding)
    let correcting = actions.contains(.correct)
    var learnt = record(understanding, correcting: correcting)
    learnt += denyAsked(learnt, understanding)
    if correcting, learnt.isEmpty { takeBackLastTurn(understanding) }
    if state.pending == nil || correcting {
      learnt += recordLoneSide(understanding, learnt: learnt, correcting: correcting)
    }
    let outcome = readAnswer(understanding, learnt: &learnt, actions: actions)
    trace.learnt = learnt
    if intents.isEmpty, learnt.isEmpty, outcome == nil || outcome == .notUnderstood,
      state.raisedLevel < .urgent
    {
      // Nothing else was heard: what the examples suggest is taken. Beside an open danger a guess could mislead.
      intents = Array(self.intents(of: understanding, by: .examples).prefix(1))
    }
    trace.intents = intents.map { pack.pack.intents[$0].id }
    watchFlags(correcting: correcting || isRetraction(before))
    respond(
      understanding, intents: intents, actions: actions, outcome: outcome, learnt: learnt,
      before: before)
    finish()
  }

  private func isRetraction(_ before: DialogState) -> Bool {
    before.pending?.purpose == .conflict || before.pending?.purpose == .retraction
  }

  /// The intents that fit, found one way or the other, each once.
  private func intents(of understanding: Understanding, by basis: IntentScore.Basis) -> [Int] {
    var seen = Set<Int>()
    return understanding.intents.filter { $0.basis == basis }
      .compactMap { pack.intentIndex[$0.intent] }.filter { seen.insert($0).inserted }
  }

  // MARK: Recording

  private mutating func record(_ understanding: Understanding, correcting: Bool) -> [Fact] {
    var recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    recorder.isCorrecting = correcting
    var learnt: [Fact] = []
    for mention in withoutRepeats(understanding.mentions) {
      switch mention.target {
      case .finding(let id):
        if correcting, let finding = pack.findingIndex[id] {
          takeBack(finding, mention, understanding)
        }
        learnt += recorder.record(
          sided(mention, understanding.utterance),
          text: understanding.utterance.words(mention.tokens), into: &state)
      case .redFlag(let id):
        // "Could this be a clot?", "dvt??": a question about oneself suspects the flag.
        if mention.assertion.status == .asked, let flag = pack.flagIndex[id],
          isOwnQuestion(understanding)
        {
          state.askedFlags[flag] = state.turn
        }
      case .intent, .cause: break
      }
    }
    return learnt
  }

  /// "Is dark pee bad? Mine's normal": what was asked about is denied of oneself.
  private mutating func denyAsked(_ learnt: [Fact], _ understanding: Understanding) -> [Fact] {
    guard !pack.matcher.lexicon.cues("own_is_normal", in: understanding.utterance).isEmpty else {
      return []
    }
    let recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    return learnt.filter { $0.status == .asked }.flatMap { fact in
      recorder.answer(fact.finding, value: "no", text: fact.text, into: &state.store)
    }
  }

  /// "I meant my brother", "that was last year": what was said of the user before is taken back.
  private mutating func takeBack(
    _ finding: Int, _ mention: Mention, _ understanding: Understanding
  ) {
    switch mention.assertion.status {
    case .other, .past, .asked:
      guard state.store.standing(finding) == .yes else { return }
      FactRecorder(pack: pack, turn: state.turn, today: state.today).answer(
        finding, value: "no", text: understanding.utterance.words(mention.tokens),
        correction: true, into: &state.store)
    case .affirmed, .negated, .uncertain: return
    }
  }

  /// "Sorry, that was my brother": nothing named, so what was last said is meant.
  private mutating func takeBackLastTurn(_ understanding: Understanding) {
    guard !understanding.utterance.tokens.contains(where: { $0.side != nil }),
      let turn = state.store.facts.last(where: { $0.isClaim && $0.value != "no" })?.turn
    else { return }
    let recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    for fact in state.store.facts where fact.turn == turn && fact.isClaim && fact.value != "no" {
      recorder.answer(
        fact.finding, value: "no", text: understanding.utterance.text, correction: true,
        into: &state.store)
    }
  }

  /// "My calf hurts": a body part named in the singular is one side, when none was said.
  private func sided(_ mention: Mention, _ utterance: Utterance) -> Mention {
    guard mention.circumstances.side == nil else { return mention }
    let isSingular = mention.matched.contains { index in
      let token = utterance.tokens[index]
      guard token.bodyPart == token.text else { return false }
      return index == 0 || utterance.tokens[index - 1].isIgnorable
        || utterance.tokens[index - 1].clause != token.clause
    }
    guard isSingular else { return mention }
    var mention = mention
    mention.circumstances.side = .one
    return mention
  }

  /// Of several hearings of one thing in one line, the longest.
  private func withoutRepeats(_ mentions: [Mention]) -> [Mention] {
    mentions.enumerated().filter { index, mention in
      !mentions.enumerated().contains { other, rival in
        other != index && rival.target == mention.target && rival.value == mention.value
          && rival.isDenial == mention.isDenial
          && rival.assertion.status == mention.assertion.status
          && rival.circumstances.side == mention.circumstances.side
          && (rival.matched.count, -other) > (mention.matched.count, -index)
      }
    }.map(\.element)
  }

  /// "It's both calves": a side said without a sign speaks of the sign mentioned last.
  private mutating func recordLoneSide(
    _ understanding: Understanding, learnt: [Fact], correcting: Bool
  ) -> [Fact] {
    let sides = understanding.utterance.tokens.compactMap(\.side)
    guard let side = sides.last, Set(sides).count == 1,
      learnt.allSatisfy({ pack.findings[$0.finding].isBackground }),
      let last = state.store.facts.last(where: {
        $0.circumstances.side != nil && $0.isClaim && $0.value == "yes" && $0.turn < state.turn
          && !pack.findings[$0.finding].isBackground
      }), last.circumstances.side != side
    else { return [] }
    var recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    recorder.isCorrecting = correcting
    return recorder.answer(
      last.finding, value: "yes", text: understanding.utterance.text,
      circumstances: Circumstances(side: side), source: .volunteered, into: &state.store)
  }

  /// A question in general ("what are the signs of a clot?") suspects nothing.
  private func isOwnQuestion(_ understanding: Understanding) -> Bool {
    !understanding.intents.contains { score in
      score.basis == .pattern
        && pack.intentIndex[score.intent].map { pack.pack.intents[$0].about != nil } ?? false
    }
  }

  /// "I'm in Spain": changes the numbers at any time.
  private mutating func noteRegion(_ understanding: Understanding) {
    let words = understanding.utterance.tokens.map(\.text)
    for (name, region) in pack.regionNames where state.region != .sure(region) {
      for lead in pack.regionLeads where words.count >= lead.count + name.count {
        let whole = lead + name
        for start in 0...(words.count - whole.count)
        where words[start..<(start + whole.count)].elementsEqual(whole) {
          state.region = .sure(region)
          reply.add(wording("region_set"), .note)
          return
        }
      }
    }
  }

  // MARK: Answering

  private mutating func readAnswer(
    _ understanding: Understanding, learnt: inout [Fact], actions: Set<Intent.Action>
  ) -> AnswerReading.Outcome? {
    guard let question = state.pending else { return nil }
    if actions.contains(.skip) {
      settle(question, .skipped)
      return .skipped
    }
    let reading = AnswerReading(
      pack: pack, question: question, understanding: understanding,
      recorder: FactRecorder(pack: pack, turn: state.turn, today: state.today), learnt: learnt)
    let known = state.store.facts.count
    let outcome = reading.read(into: &state)
    if state.store.facts.count > known { learnt += state.store.facts[known...] }
    if question.purpose == .retraction { settleRetraction(understanding, outcome) }
    settle(question, outcome)
    return outcome
  }

  /// An emergency falls only after a plain no.
  private mutating func settleRetraction(
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
  private mutating func settle(_ question: Question, _ outcome: AnswerReading.Outcome) {
    switch outcome {
    case .answered:
      state.unanswered = 0
      close(question)
    case .partly, .which:
      state.unanswered = 0
      guard let screen = screen(of: question) else { return }
      if outcome == .which {
        if state.askedWhich.contains(screen) { worstItem(of: question) }
        state.askedWhich.insert(screen)
      } else if state.askedOthers.contains(screen) {
        leaveRest(of: question)
      } else {
        state.askedOthers.insert(screen)
      }
    case .unsure:
      state.unsure[question.id, default: 0] += 1
      unsure(question)
    case .softNo:
      if question.isAfterSign, state.unsure["soft:\(question.id)", default: 0] == 0 {
        state.unsure["soft:\(question.id)"] = 1
      } else {
        denyAll(question)
        close(question)
      }
    case .skipped: skip(question)
    case .notUnderstood:
      state.unanswered += 1
      if state.unanswered >= 3 { giveUp(question) }
    case .acknowledged, .elsewhere: break
    }
  }

  private func screen(of question: Question) -> Int? {
    pack.screenIndex[question.id]
  }

  private mutating func close(_ question: Question) {
    switch question.purpose {
    case .screen(let screen): state.screensDone.insert(screen)
    case .screenItem: state.itemQueue.removeAll { $0 == question.finding }
    case .conflict: state.settled.insert("conflict:\(question.id)")
    case .confirm, .interview, .state: state.settled.insert(question.id)
    case .retraction: break
    }
    finishQueue()
  }

  private mutating func finishQueue() {
    guard let screen = state.itemScreen, state.itemQueue.isEmpty else { return }
    state.screensDone.insert(screen)
    state.itemScreen = nil
  }

  /// "Not sure": how to check, once; then it counts as present, one level lower.
  private mutating func unsure(_ question: Question) {
    if question.kind == .anyOf {
      state.itemQueue = question.items.map(\.finding)
      state.itemScreen = screen(of: question)
      if let screen = state.itemScreen, case .confirm = question.purpose {
        state.settled.insert(pack.screens[screen].id)
      }
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

  private mutating func recordUnsure(_ question: Question, settled: Bool) {
    guard let finding = question.finding else { return }
    FactRecorder(pack: pack, turn: state.turn, today: state.today).answer(
      finding, value: "unsure", text: "", settledUnsure: settled, into: &state.store)
  }

  private mutating func skip(_ question: Question) {
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

  private mutating func giveUp(_ question: Question) {
    state.unanswered = 0
    skip(question)
  }

  private mutating func worstItem(of question: Question) {
    guard let worst = question.items.first else { return }
    FactRecorder(pack: pack, turn: state.turn, today: state.today).answer(
      worst.finding, value: "unsure", text: "", settledUnsure: true, into: &state.store)
    leaveRest(of: question)
  }

  private mutating func leaveRest(of question: Question) {
    state.notChecked += question.items.map(\.finding).filter {
      state.store.standing($0) == .unknown
    }
    close(question)
  }

  private mutating func denyAll(_ question: Question) {
    let recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    for finding in question.items.map(\.finding) + [question.finding].compactMap({ $0 })
    where state.store.standing(finding) != .yes {
      recorder.answer(finding, value: "no", text: "", into: &state.store)
    }
  }

  // MARK: Flags

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
  private var aroundBystander: FactStore {
    var store = state.bystander
    for fact in state.store.facts
    where fact.isClaim && fact.value != "no" && pack.findings[fact.finding].isBackground {
      let finding = pack.findings[fact.finding]
      store.learn(fact, time: finding.time, recovers: finding.recovers)
    }
    return store
  }

  private mutating func noteWithdrawn(remaining: [Int: Level]) {
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

extension DialogState {
  /// Whether the emergency was denied in so many words.
  func retractionConfirmed(_ pack: CompiledPack) -> Bool {
    pending?.purpose == .retraction && !awaitsRetraction && !retractionRefused
  }
}
