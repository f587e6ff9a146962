import IntentMatching
import IntentPacks
import LanguageProcessing

/// Makes one turn: hears, records, watches the flags, then decides what to say and ask.
struct TurnMaker {
  let pack: CompiledPack
  var state: DialogState
  var reply = Reply()
  var trace = TurnTrace()
  /// Intents between which the line leaves it open what was meant.
  var ambiguous: [Int] = []

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
    sayAcceptedRisks()
    advance(&visits)
  }

  /// A pack that leaves out or changes a danger sign of the pack below says so before anything else is said.
  private mutating func sayAcceptedRisks() {
    for change in pack.pack.overrides {
      guard let reason = change.acceptedRisk, !reason.isEmpty else { continue }
      let id = change.change == .removed ? "risk_left_out" : "risk_changed"
      let words = wording(id, ["name": change.name, "reason": reason])
      reply.add(words ?? "\(change.name): \(reason)", .note)
    }
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
  static let endings: Set<Intent.Action> = [.quit, .restart, .undo, .conclude, .skip]

  /// Hears a line of a conversation and answers it.
  mutating func hear(
    line: Int, of said: GrowingList<Conversation.Said>, openedOn: CalendarDate,
    region: RegionChoice
  ) {
    let text = said[line].text
    let date = said[line].date
    state.turn += 1
    state.hasFallen = false
    state.today = max(state.today, date.dayNumber)
    let understanding = withoutOptionWords(
      pack.matcher.understand(text, on: CalendarDate(dayNumber: state.today)))
    trace.understanding = understanding
    var intents = intents(of: understanding, by: .pattern)
    var actions = Set(intents.compactMap { pack.pack.intents[$0].action })

    if state.raisedLevel < .urgent, !actions.isEmpty {
      // Nothing to reach yet: "can't get air in" is no appointment that cannot be had.
      intents.removeAll {
        pack.pack.intents[$0].action == .barrier && pack.pack.intents[$0].say == nil
      }
      actions.remove(.barrier)
    }
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
      watchFlags(since: before, mayFall: false)
      if hasNews(since: before) {
        state.steps.append(.line(line))
        respondToFlags(understanding, before: before, learnt: learnt)
        return finish()
      }
      state = before
      if actions.contains(.restart) {
        restart()
        state.steps.append(.line(line))
      } else {
        undo(said: said, openedOn: openedOn, region: region)
      }
      return finish()
    }

    state.steps.append(.line(line))
    let before = state
    noteRegion(understanding)
    let heard = hearFacts(understanding, actions: actions)
    trace.learnt = heard.learnt
    if state.complaint == nil, heard.learnt.contains(where: { $0.isClaim && $0.value != "no" }) {
      state.complaint = shortened(text, to: 300)
    }
    if let meant = heard.meant { intents = meant.map { [$0] } ?? [] }
    if heard.learnt.isEmpty, !heard.isCorrection, heard.meant == nil,
      heard.outcome == nil || heard.outcome == .notUnderstood || heard.outcome == .elsewhere,
      state.raisedLevel < .urgent
    {
      let isHeard = understanding.intents.contains { $0.basis == .pattern }
      let isGuess =
        intents.isEmpty && !isBareAnswer(understanding)
        && (heard.outcome == nil || heard.outcome == .elsewhere && !isHeard)
      if pack.pack.wordings["did_you_mean"] != nil {
        ambiguous = isGuess ? unclear(understanding) : tied(understanding, among: intents)
      }
      // Nothing else was heard: what the examples suggest is taken. Beside an open danger a guess could mislead.
      if isGuess { intents = Array(self.intents(of: understanding, by: .examples).prefix(1)) }
      if !ambiguous.isEmpty { intents = [] }
    }
    trace.intents = intents.map { pack.pack.intents[$0].id }
    watchFlags(since: before, mayFall: heard.isCorrection || isRetraction(before))
    respond(
      understanding, intents: intents, actions: actions, outcome: heard.outcome,
      learnt: heard.learnt, before: before)
    finish()
    if isAside(since: before) { state.asides.append(line) }
  }

  /// "Ok", "sure, fine": words that answer and wish nothing.
  func isBareAnswer(_ understanding: Understanding) -> Bool {
    let utterance = understanding.utterance
    let answers = pack.matcher.lexicon.answers(in: utterance)
    return answers.contains { $0.kind == .acknowledgement }
      && utterance.tokens.indices.allSatisfy { at in
        utterance.tokens[at].kind != .word || answers.contains { $0.tokens.contains(at) }
      }
  }

  /// What a line told: facts, and how it answers the open question.
  struct Heard {
    var learnt: [Fact] = []
    var outcome: AnswerReading.Outcome?
    /// Something said before was taken back or changed.
    var isCorrection = false
    /// "Did you mean …?" was answered: by an intent, or by none of them.
    var meant: Int??
  }

  mutating func hearFacts(_ understanding: Understanding, actions: Set<Intent.Action>) -> Heard {
    var heard = Heard()
    if actions.contains(.forget) {
      heard.learnt = forget(understanding)
      heard.isCorrection = true
      return heard
    }
    if actions.contains(.own) {
      heard.learnt = claimOwn() + record(understanding, correcting: false)
      if !heard.learnt.isEmpty { return heard }
    }
    let correcting = actions.contains(.correct) || actions.contains(.amend)
    heard.isCorrection = correcting
    heard.learnt = record(understanding, correcting: correcting)
    heard.learnt += denyAsked(heard.learnt, understanding)
    if speaksOfSide(understanding) || correcting {
      heard.learnt += recordLoneSide(understanding, learnt: heard.learnt, correcting: correcting)
    }
    if correcting, heard.learnt.isEmpty, !correctsItself(understanding) {
      let changed = changeValue(understanding)
      if !changed.isEmpty {
        heard.learnt = changed
        return heard
      }
      if let meant = reopenAnswered(understanding) {
        heard.outcome = readAnswer(meant, learnt: &heard.learnt, actions: actions)
        return heard
      }
      if actions.contains(.correct) {
        if saysNoMoreThanACorrection(understanding) {
          takeBackLastTurn(understanding)
        } else {
          reply.add(wording("correct_what"), .note)
        }
      }
    }
    if let meant = meantIntent(understanding, learnt: heard.learnt) {
      heard.meant = .some(meant)
      heard.outcome = state.pending == nil ? nil : .elsewhere
      return heard
    }
    heard.outcome = readAnswer(understanding, learnt: &heard.learnt, actions: actions)
    if correcting { dropAnswersThatNoLongerApply() }
    return heard
  }

  /// "1, no wait, 2": the line takes back its own beginning, and nothing of what was said before.
  private func correctsItself(_ understanding: Understanding) -> Bool {
    guard state.pending != nil else { return false }
    let utterance = understanding.utterance
    let lexicon = pack.matcher.lexicon
    let fillers = lexicon.cues("filler", in: utterance)
    // "Sorry, scrap that" has no beginning to take back.
    return lexicon.answers(in: utterance).contains { answer in
      answer.kind == .correction
        && (0..<answer.tokens.lowerBound).contains { at in
          utterance.tokens[at].kind != .punctuation && !fillers.contains { $0.contains(at) }
        }
    }
  }

  func isRetraction(_ before: DialogState) -> Bool {
    before.pending?.purpose == .conflict || before.pending?.purpose == .retraction
  }

  /// The intents that fit, found one way or the other, each once.
  func intents(of understanding: Understanding, by basis: IntentScore.Basis) -> [Int] {
    var found: [Int] = []
    for score in understanding.intents where score.basis == basis {
      guard let intent = pack.intentIndex[score.intent], !found.contains(intent) else { continue }
      found.append(intent)
    }
    return found
  }
}

extension DialogState {
  /// Whether the emergency was denied in so many words.
  func retractionConfirmed() -> Bool {
    pending?.purpose == .retraction && !awaitsRetraction && !retractionRefused
  }
}
