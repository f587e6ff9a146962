import IntentMatching
import IntentPacks
import LanguageProcessing

/// Turning what was heard into facts.
extension TurnMaker {
  /// An option typed in full chooses it and says no more: "a medicine, or gave blood" tells of neither for sure.
  func withoutOptionWords(_ understanding: Understanding) -> Understanding {
    guard let question = state.pending, question.kind == .choice else { return understanding }
    let said = stems(understanding.utterance.tokens)
    guard said.count > 1,
      question.options.contains(where: { stems(pack.matcher.lexicon.readPattern($0.text)) == said })
    else { return understanding }
    var understanding = understanding
    understanding.mentions = []
    understanding.intents = []
    return understanding
  }

  private func stems(_ tokens: [Token]) -> Set<String> {
    Set(tokens.filter { $0.kind == .word && !$0.isIgnorable }.map(\.stem))
  }

  mutating func record(_ understanding: Understanding, correcting: Bool) -> [Fact] {
    var recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    recorder.isCorrecting = correcting
    var learnt: [Fact] = []
    noteSomeone(understanding)
    for mention in withoutRepeats(understanding.mentions) {
      switch mention.target {
      case .finding(let id):
        if isWithinQuestion(mention, id, understanding) { continue }
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

  /// "How do I get rid of DOMS", after the conclusion: the question's own words tell nothing new of the user, unless
  /// they name a danger.
  private func isWithinQuestion(
    _ mention: Mention, _ id: String, _ understanding: Understanding
  ) -> Bool {
    guard state.phase == .concluded, let finding = pack.findingIndex[id],
      pack.flagsTouched[finding].isEmpty
    else { return false }
    return understanding.mentions.contains { other in
      guard case .intent(let id) = other.target, let index = pack.intentIndex[id],
        pack.pack.intents[index].say != nil
      else { return false }
      return other.tokens.lowerBound <= mention.tokens.lowerBound
        && other.tokens.upperBound >= mention.tokens.upperBound
    }
  }

  /// "My son is 12 and his legs are heavy": from now on "he" is who the talk is about, where the user told nothing of their
  /// own.
  private mutating func noteSomeone(_ understanding: Understanding) {
    guard !state.isForSomeone else { return }
    let told = understanding.mentions.filter { mention in
      guard case .finding = mention.target else { return false }
      return true
    }
    let own = state.store.facts.contains {
      $0.isClaim && $0.value != "no" && !pack.findings[$0.finding].isBackground
    }
    state.isForSomeone =
      !own && !told.contains { $0.assertion.isOwn && $0.assertion.status == .affirmed }
      && told.contains { $0.assertion.status == .other && $0.assertion.isHereNow }
  }

  /// "Is dark pee bad? Mine's normal": what was asked about is denied of oneself.
  mutating func denyAsked(_ learnt: [Fact], _ understanding: Understanding) -> [Fact] {
    guard learnt.contains(where: { $0.status == .asked }),
      !pack.matcher.lexicon.cues("own_is_normal", in: understanding.utterance).isEmpty
    else { return [] }
    let recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    return learnt.filter { $0.status == .asked }.flatMap { fact in
      recorder.answer(fact.finding, value: "no", text: fact.text, into: &state.store)
    }
  }

  /// A wish to die is not taken back by "lol ignore that".
  func isOfCrisis(_ finding: Int) -> Bool {
    pack.flags.indices.contains { flag in
      pack.pack.redFlags[flag].isCrisis
        && pack.flags[flag].rules.contains { $0.findings.contains(finding) }
    }
  }

  /// "My calf hurts": a body part named in the singular is one side, when none was said.
  func sided(_ mention: Mention, _ utterance: Utterance) -> Mention {
    guard mention.circumstances.side == nil else { return mention }
    let isSingular = mention.matched.contains { index in
      guard let part = utterance.tokens[index].bodyPart, part == utterance.tokens[index].text else {
        return false
      }
      return !utterance.tokens.contains { $0.bodyPart == part && $0.text != part }
    }
    guard isSingular else { return mention }
    var mention = mention
    mention.circumstances.side = .one
    return mention
  }

  /// Of several hearings of one thing in one line, the longest; but "it hurts, the pain is severe" tells two things.
  func withoutRepeats(_ mentions: [Mention]) -> [Mention] {
    guard mentions.count > 1 else { return mentions }
    // By place, because a mention is large and each is compared with every other.
    return mentions.indices.filter { index in
      !mentions.indices.contains { other in
        other != index
          && (mentions[other].matched.count, -other) > (mentions[index].matched.count, -index)
          && mentions[other].assertion.status == mentions[index].assertion.status
          && mentions[other].circumstances.side == mentions[index].circumstances.side
          && mentions[other].isDenial == mentions[index].isDenial
          && mentions[other].target == mentions[index].target
          && mentions[other].value == mentions[index].value
          && mentions[other].circumstances.says(mentions[index].circumstances)
      }
    }.map { mentions[$0] }
  }

  /// Whether a side is said that cannot be the answer to the open question.
  func speaksOfSide(_ understanding: Understanding) -> Bool {
    guard let question = state.pending else { return true }
    return question.kind != .choice
      && understanding.utterance.tokens.contains { $0.bodyPart != nil }
  }

  /// "It's both calves": a side said without a sign speaks of the signs mentioned last, all those of one line and side.
  mutating func recordLoneSide(
    _ understanding: Understanding, learnt: [Fact], correcting: Bool
  ) -> [Fact] {
    // "The left one": the word "one" tells nothing beside a named side.
    // "The right one, not left": what is denied is not meant.
    let utterance = understanding.utterance
    guard utterance.tokens.contains(where: { $0.side != nil }) else { return [] }
    let denied = Set(
      pack.matcher.lexicon.cues("negation_before", in: utterance).map(\.upperBound))
    let sides = utterance.tokens.indices.filter { !denied.contains($0) }
      .compactMap { utterance.tokens[$0].side }.filter { $0 != .one }
    guard let side = sides.last, Set(sides).count == 1,
      learnt.allSatisfy({ fact in
        pack.findings[fact.finding].isBackground
          || !pack.flags.contains { $0.named.contains(fact.finding) }
      }),
      let last = state.store.facts.last(where: {
        $0.circumstances.side != nil && $0.isClaim && $0.value == "yes" && $0.turn < state.turn
          && !pack.findings[$0.finding].isBackground
      }), last.circumstances.side != side
    else { return [] }
    var recorder = FactRecorder(pack: pack, turn: state.turn, today: state.today)
    recorder.isCorrecting = correcting
    var meant: [Int] = []
    for fact in state.store.facts
    where fact.turn == last.turn && fact.circumstances.side == last.circumstances.side
      && fact.isClaim && fact.value == "yes" && fact.source != .implied
      && !pack.findings[fact.finding].isBackground && !meant.contains(fact.finding)
    {
      meant.append(fact.finding)
    }
    if meant.isEmpty { meant = [last.finding] }
    reply.add(
      wording(
        correcting ? "side_corrected" : "side_added",
        [
          "side": wording("option_\(side.rawValue)") ?? "",
          "name": wording.list(meant.map { pack.pack.findings[$0].name }),
        ]), .heard)
    return meant.flatMap { finding in
      recorder.answer(
        finding, value: "yes", text: utterance.text, circumstances: Circumstances(side: side),
        source: .volunteered, into: &state.store)
    }
  }

  /// A question in general ("what are the signs of a clot?") suspects nothing.
  func isOwnQuestion(_ understanding: Understanding) -> Bool {
    !understanding.intents.contains { score in
      score.basis == .pattern
        && pack.intentIndex[score.intent].map { pack.pack.intents[$0].about != nil } ?? false
    }
  }

  /// "I'm in Spain": changes the numbers at any time.
  mutating func noteRegion(_ understanding: Understanding) {
    let tokens = understanding.utterance.tokens
    // Where "i am in" and the like end: nearly always nowhere, so that no country is looked for.
    var ends: [Int] = []
    let leads = pack.regionLeads
    for start in tokens.indices {
      guard let first = tokens[start].text.utf8.first else { continue }
      for lead in leads[Int(first)] where stands(lead, at: start, tokens) {
        ends.append(start + lead.count)
      }
    }
    guard !ends.isEmpty else { return }
    for (name, region) in pack.regionNames where state.region != .sure(region) {
      guard ends.contains(where: { stands(name, at: $0, tokens) }) else { continue }
      state.region = .sure(region)
      reply.add(wording("region_set"), .note)
      return
    }
  }

  /// Whether these very words stand one after the other from a token on.
  private func stands(_ words: [String], at start: Int, _ tokens: [Token]) -> Bool {
    guard start + words.count <= tokens.count else { return false }
    return words.indices.allSatisfy { words[$0] == tokens[start + $0].text }
  }
}
