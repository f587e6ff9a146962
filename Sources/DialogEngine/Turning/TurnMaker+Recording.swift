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
  mutating func denyAsked(_ learnt: [Fact], _ understanding: Understanding) -> [Fact] {
    guard !pack.matcher.lexicon.cues("own_is_normal", in: understanding.utterance).isEmpty else {
      return []
    }
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
    mentions.enumerated().filter { index, mention in
      !mentions.enumerated().contains { other, rival in
        other != index && rival.target == mention.target && rival.value == mention.value
          && rival.isDenial == mention.isDenial
          && rival.assertion.status == mention.assertion.status
          && rival.circumstances.side == mention.circumstances.side
          && rival.circumstances.says(mention.circumstances)
          && (rival.matched.count, -other) > (mention.matched.count, -index)
      }
    }.map(\.element)
  }

  /// Whether a side is said that cannot be the answer to the open question.
  func speaksOfSide(_ understanding: Understanding) -> Bool {
    guard let question = state.pending else { return true }
    return question.kind != .choice
      && understanding.utterance.tokens.contains { $0.bodyPart != nil }
  }

  /// "It's both calves": a side said without a sign speaks of the sign mentioned last.
  mutating func recordLoneSide(
    _ understanding: Understanding, learnt: [Fact], correcting: Bool
  ) -> [Fact] {
    // "The left one": the word "one" tells nothing beside a named side.
    // "The right one, not left": what is denied is not meant.
    let utterance = understanding.utterance
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
    reply.add(
      wording(
        correcting ? "side_corrected" : "side_added",
        [
          "side": wording("option_\(side.rawValue)") ?? "",
          "name": pack.pack.findings[last.finding].name,
        ]), .heard)
    return recorder.answer(
      last.finding, value: "yes", text: utterance.text,
      circumstances: Circumstances(side: side), source: .volunteered, into: &state.store)
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
    for start in tokens.indices {
      let first = tokens[start].text.utf8.first
      for lead in pack.regionLeads
      where lead.first?.utf8.first == first && stands(lead, at: start, tokens) {
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
