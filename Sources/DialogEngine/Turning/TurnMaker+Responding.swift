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
    if state.raisedLevel >= .urgent,
      state.hasFallen || state.awaitsRetraction && !before.awaitsRetraction
    {
      repeatInstruction()
    }
    if !ambiguous.isEmpty {
      askWhatIsMeant()
      return
    }
    let said = reply.paragraphs.count
    let transition = transition(for: intents)
    digress(intents, understanding, learnt: learnt, outcome: outcome)
    if state.phase == .ended, state.raisedLevel < .urgent, actions.contains(.quit) { return }
    if actions.contains(.quit) || actions.contains(.conclude) {
      leave(actions.contains(.quit))
      if state.phase == .ended { return }
    }
    if let transition {
      enter(transition)
    } else if learnt.isEmpty, intents.isEmpty, outcome == nil || outcome == .notUnderstood,
      reply.paragraphs.count == said, outcome != nil || !isBareAnswer(understanding),
      before.region == state.region
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
      state.pending == nil, state.wantsEnd == .no, transition == nil, !state.awaitsRetraction,
      reply.paragraphs.count > said,
      understanding.intents.contains(where: { $0.basis == .pattern }), !isStory(understanding)
    {
      // A side question while nothing is pending: answered, and the floor is the user's.
      if state.store.facts.isEmpty, state.phase == .asking {
        reply.add(wording("go_on"), .question)
      }
      return
    }
    if state.raisedLevel == .urgent, !intents.isEmpty, !actions.contains(.barrier),
      !reply.paragraphs.contains(where: { $0.role == .urgent })
    {
      remindOfCare()
    }
    proceed(learnt: learnt, before: before)
  }

  /// So many words say more than the greeting or the side question that was heard in them.
  private static let storyWords = 16

  /// A long first line of which no fact was heard: the checks ask for what it may hold.
  private func isStory(_ understanding: Understanding) -> Bool {
    state.store.facts.isEmpty && state.phase == .asking
      && understanding.utterance.tokens.count { $0.kind == .word } >= Self.storyWords
  }

  func spokenWasCleared(_ before: DialogState) -> Bool {
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
    if state.isForSomeone || !speaking.isEmpty && speaking.allSatisfy(\.isBystander) {
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
  func correctionNote(_ understanding: Understanding, _ learnt: [Fact]) -> String? {
    let relevant = understanding.utterance.corrections.first { correction in
      learnt.contains {
        $0.isClaim && $0.value != "no" && $0.start < correction.end && correction.start < $0.end
      }
    }
    return relevant.flatMap {
      wording("read_as", ["typed": $0.typed, "read": $0.read])
    }
  }

  /// Someone else, in the plain past: "If this is happening now: call …".
  mutating func askAboutOthers(_ understanding: Understanding) {
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
    // Beside open instructions only what is new about a danger is said back, its risks too.
    guard !news.isEmpty,
      before.raisedLevel < .urgent
        || news.contains(where: { fact in
          !pack.findings[fact.finding].isBackground
            || pack.flags.contains { $0.named.contains(fact.finding) }
        })
    else { return }
    // Of several readings of the same words one is said back, a sign before a circumstance.
    var places: [Range<Int>] = []
    let ordered =
      news.filter { !pack.findings[$0.finding].isBackground }
      + news.filter { pack.findings[$0.finding].isBackground }
    let told = ordered.filter { fact in
      let place = fact.start..<max(fact.start, fact.end)
      guard !places.contains(where: { $0.overlaps(place) }) else { return false }
      places.append(place)
      return true
    }
    let list = SaidList(pack: pack, wording: wording)
    let heard = list.text(told.map(\.finding), words: 14)
    reply.add(wording("heard", ["heard": heard.sentenceStart]), .heard)
  }

  mutating func react(_ outcome: AnswerReading.Outcome?, before: DialogState) {
    guard let question = before.pending, let outcome else { return }
    switch outcome {
    case .unsure where question.isSafety && question.kind != .anyOf:
      if state.unsure[question.id, default: 0] >= 2 {
        reply.add(wording("settled_unsure"))
      } else if let finding = question.finding, let how = pack.pack.findings[finding].how {
        reply.add(wording.expand(how.value))
      }
    case .notUnderstood where before.region == state.region:
      if state.unanswered > 0 { notUnderstoodAnswer() }
    case .skipped:
      reply.add(wording("skipped"), .note)
    case .acknowledged where question.isSafety,
      .softNo where question.isAfterSign && state.pending?.id == question.id:
      reply.add(wording("need_answer"), .note)
    default: break
    }
    if outcome == .answered, state.raisedLevel >= .urgent, before.raisedLevel >= .urgent,
      !state.hasFallen
    {
      remindOfCare()
    }
  }

  /// "It still needs a check today", once in a reply.
  private mutating func remindOfCare() {
    guard let words = wording("still_needed_\(state.raisedLevel.rawValue)"),
      !reply.paragraphs.contains(where: { $0.text == words })
    else { return }
    reply.add(words)
  }

  mutating func notUnderstood(
    _ understanding: Understanding, _ outcome: AnswerReading.Outcome?
  ) {
    if state.pending != nil, outcome != nil {
      notUnderstoodAnswer()
      return
    }
    let isEmpty = !understanding.utterance.tokens.contains {
      $0.kind == .word || $0.kind == .number
    }
    let isCalling = state.raisedLevel == .emergency && !isEmpty
    reply.add(
      wording(isCalling ? "not_understood_emergency" : isEmpty ? "empty_line" : "not_understood"))
    if state.raisedLevel >= .urgent, !isCalling {
      remindOfCare()
    }
  }

  private mutating func notUnderstoodAnswer() {
    guard let understanding = trace.understanding, understanding.asks(pack.matcher.lexicon) else {
      reply.add(wording(state.unanswered >= 2 ? "not_understood_again" : "not_understood_answer"))
      return
    }
    // A question nobody has an answer to is no failed answer; beside an open danger it waits.
    guard state.raisedLevel >= .urgent else { return reply.add(wording("no_ready_answer")) }
    reply.add(wording("not_before_seen"))
    remindOfCare()
  }
}
