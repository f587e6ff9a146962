import IntentMatching
import IntentPacks
import LanguageProcessing

/// Taking back what was said last, or of whom it was said.
extension TurnMaker {
  /// "Scrap that" takes back what was said last. "I was wrong about the shoes" speaks of something else: a danger that was
  /// told must not go by it.
  func saysNoMoreThanACorrection(_ understanding: Understanding) -> Bool {
    let utterance = understanding.utterance
    let lexicon = pack.matcher.lexicon
    // "Sorry, I meant my brother had that last year" says of whom and when it was.
    guard Self.ofWhomAndWhen.allSatisfy({ lexicon.cues($0, in: utterance).isEmpty }) else {
      return true
    }
    var told = Self.besideACorrection.flatMap { lexicon.cues($0, in: utterance) }
    told += lexicon.answers(in: utterance).map(\.tokens)
    for mention in understanding.mentions {
      guard case .intent(let id) = mention.target, let intent = pack.intentIndex[id],
        [.correct, .amend].contains(pack.pack.intents[intent].action)
      else { continue }
      told.append(mention.tokens)
    }
    return utterance.tokens.indices.allSatisfy { at in
      let token = utterance.tokens[at]
      return token.kind != .word || token.isIgnorable || told.contains { $0.contains(at) }
    }
  }

  /// Cues of another person and of another time.
  private static let ofWhomAndWhen = [
    "other_person", "close_person", "other_pronoun", "past", "past_before",
  ]

  /// Cues that tell nothing beside "scrap that".
  private static let besideACorrection = [
    "filler", "interjection", "subject", "self_subject", "possessive", "determiner", "definite",
    "negation_before", "support_verb", "concord_verb", "uncertain",
  ]

  /// "Sorry, that was my brother": nothing named, so what was last said is meant.
  mutating func takeBackLastTurn(_ understanding: Understanding) {
    guard !understanding.utterance.tokens.contains(where: { $0.side != nil }),
      let turn = state.store.facts.last(where: { $0.isClaim && $0.value != "no" })?.turn
    else { return }
    let recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    var taken: [String] = []
    for fact in state.store.facts
    where fact.turn == turn && fact.isClaim && fact.value != "no" && !isOfCrisis(fact.finding) {
      if fact.source != .implied { taken.append(wording.name(fact.finding)) }
      recorder.answer(
        fact.finding, value: "no", text: understanding.utterance.text, correction: true,
        into: &state.store)
    }
    reply.add(wording("forgotten", ["names": wording.list(Array(taken.prefix(3)))]), .note)
  }

  /// "No wait, that was me": what was last said of somebody else is the user's own.
  mutating func claimOwn() -> [Fact] {
    state.isForSomeone = false
    let others = state.store.facts.filter { $0.status == .other && $0.turn < state.turn }
    let recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    return others.filter { $0.turn == others.last?.turn }.flatMap {
      recorder.claim($0, into: &state.store)
    }
  }

  /// "I meant my brother", "that was last year": what was said of the user before is taken back.
  mutating func takeBack(
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
}
