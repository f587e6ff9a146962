import IntentMatching
import IntentPacks
import LanguageProcessing

/// Taking back or changing what was said before, by its name or its value.
extension TurnMaker {
  // MARK: By name

  /// "Forget what I said about the flight": takes back what the words name, and hears the rest of the line.
  mutating func forget(_ understanding: Understanding) -> [Fact] {
    let asked = wishes(understanding)
    var meant = Set<Int>()
    var rest: [Mention] = []
    for mention in understanding.mentions {
      guard case .finding(let id) = mention.target, let finding = pack.findingIndex[id] else {
        continue
      }
      if isNamed(mention.tokens, after: asked, understanding), state.store.isSpeaking(finding) {
        meant.insert(finding)
      } else {
        rest.append(mention)
      }
    }
    var other = understanding
    other.mentions = rest
    let learnt = record(other, correcting: false)
    if meant.isEmpty { meant = named(after: asked, in: understanding) }
    meant.formUnion(otherReadings(of: meant))
    guard !meant.isEmpty else {
      reply.add(wording("correct_what"), .note)
      return learnt
    }
    let names = meant.sorted().map { wording.name($0) }
    for finding in meant { withdraw(finding) }
    reply.add(wording("forgotten", ["names": wording.list(names)]), .note)
    dropAnswersThatNoLongerApply()
    return learnt
  }

  /// The tokens of the wish itself.
  private func wishes(_ understanding: Understanding) -> [Range<Int>] {
    understanding.mentions.compactMap { mention in
      guard case .intent(let id) = mention.target, let intent = pack.intentIndex[id],
        pack.pack.intents[intent].action == .forget
      else { return nil }
      return mention.tokens
    }
  }

  /// Whether words stand behind the wish, in the same clause.
  private func isNamed(
    _ tokens: Range<Int>, after wishes: [Range<Int>], _ understanding: Understanding
  ) -> Bool {
    let all = understanding.utterance.tokens
    return wishes.contains { wish in
      tokens.lowerBound >= wish.upperBound - 1
        && all[tokens.lowerBound].segment == all[wish.upperBound - 1].segment
    }
  }

  /// The known findings that the words behind the wish speak of: those that share most of them.
  private func named(after wishes: [Range<Int>], in understanding: Understanding) -> Set<Int> {
    let tokens = understanding.utterance.tokens
    let words = Set(
      tokens.indices.filter { index in
        understanding.utterance.isContent(index) && tokens[index].kind == .word
          && !wishes.contains { $0.contains(index) }
          && isNamed(index..<(index + 1), after: wishes, understanding)
      }.map { tokens[$0].stem })
    guard !words.isEmpty else { return [] }
    let scored = state.store.known.filter(state.store.isSpeaking).map {
      (finding: $0, score: likeness(of: $0, to: words))
    }.sorted { ($0.score, $1.finding) > ($1.score, $0.finding) }
    guard let best = scored.first, best.score >= Self.leastLikeness else { return [] }
    // What is named by so vague a word that it could be two things is asked about.
    if scored.count > 1, scored[1].score * Self.clearMargin > best.score { return [] }
    return [best.finding]
  }

  private static let leastLikeness = 0.1
  private static let clearMargin = 1.3

  /// How much words speak of a finding: those of its name and of what was typed count whole, those of its examples
  /// by how many of them hold the word.
  private func likeness(of finding: Int, to words: Set<String>) -> Double {
    let definition = pack.pack.findings[finding]
    func shares(_ line: String) -> Bool {
      pack.matcher.lexicon.readPattern(line).contains { words.contains($0.stem) }
    }
    let own =
      [definition.name, definition.item ?? ""] + state.store.facts(about: finding).map(\.text)
    let examples = definition.examples.map(\.value)
    let share = Double(examples.count(where: shares)) / Double(max(1, examples.count))
    return (own.contains(where: shares) ? 1 : 0) + share
  }

  /// Findings heard in the same words of the same line.
  private func otherReadings(of meant: Set<Int>) -> Set<Int> {
    let spoken = state.store.facts.filter { meant.contains($0.finding) && $0.end > $0.start }
    return Set(
      state.store.facts.filter { fact in
        spoken.contains { $0.turn == fact.turn && fact.start < $0.end && $0.start < fact.end }
      }.map(\.finding))
  }

  /// Takes a finding back, with what followed from it.
  private mutating func withdraw(_ finding: Int) {
    let turns = Set(state.store.facts(about: finding).map(\.turn))
    state.store.withdraw(finding)
    state.settled.remove(pack.findings[finding].id)
    for implied in pack.findings[finding].implies {
      state.store.withdraw(implied) { $0.source == .implied && turns.contains($0.turn) }
    }
  }

  /// Answers to questions that are asked only under a condition which no longer holds are dropped, and named.
  mutating func dropAnswersThatNoLongerApply() {
    let evaluation = Evaluation(pack: pack, store: state.store, today: state.today)
    let dropped = state.store.known.filter { finding in
      guard let when = pack.findings[finding].when,
        state.store.facts(about: finding).allSatisfy({ $0.source == .answer })
      else { return false }
      return evaluation.truth(when) == .no
    }
    guard !dropped.isEmpty else { return }
    let names = dropped.map { pack.pack.findings[$0].name }
    for finding in dropped { state.store.withdraw(finding) }
    reply.add(wording("dropped", ["names": wording.list(names)]), .note)
  }

  // MARK: By value

  /// "I said 3 weeks but it's 3 months", "I meant 15": the value said before is changed.
  mutating func changeValue(_ understanding: Understanding) -> [Fact] {
    let values = pack.matcher.lexicon.values(
      in: understanding.utterance, on: CalendarDate(dayNumber: state.today))
    guard let new = values.last else { return [] }
    let old = values.count > 1 ? values[values.count - 2] : nil
    let facts = state.store.facts.filter { fact in
      guard fact.isClaim, fact.number != nil, pack.findings[fact.finding].kind != .yesNo else {
        return false
      }
      guard let old else { return fact.turn == state.turn - 1 }
      return Self.means(old.value, fact.number)
        || Quantity.fitting([old], pack.pack.findings[fact.finding])
          .map { Self.means($0.number, fact.number) } ?? false
    }
    var learnt: [Fact] = []
    if let fact = facts.last {
      let definition = pack.pack.findings[fact.finding]
      if let value = Quantity.fitting([new], definition),
        definition.range?.contains(value.number) ?? true
      {
        state.store.withdraw(fact.finding)
        learnt = FactRecorder(pack: pack, turn: state.turn, today: state.today).answer(
          fact.finding, value: Quantity.text(value.number), number: value.number,
          text: understanding.utterance.words(new.tokens), correction: true, into: &state.store)
        reply.add(
          wording("value_corrected", ["fact": wording.name(fact.finding).sentenceStart]), .note)
      }
    }
    if let old, new.kind != .number {
      learnt += changeTimes(old.value, new.value)
    } else if learnt.isEmpty, new.kind == .duration, let last = lastTime() {
      learnt += changeTimes(last, new.value)
    }
    return learnt
  }

  /// The time told in the turn before: "legs heavy for three weeks", "make that three months".
  private func lastTime() -> Double? {
    let last = state.store.facts.filter { $0.turn == state.turn - 1 && $0.isClaim }
    return last.compactMap(\.circumstances.lastsDays).last
      ?? last.compactMap(\.circumstances.agoDays).last.map(Double.init)
  }

  /// How long something has lasted, or how long ago it was, said along with a sign.
  private mutating func changeTimes(_ old: Double, _ new: Double) -> [Fact] {
    var changed: [Fact] = []
    state.store.amend { fact in
      var isMeant = false
      if Self.means(old, fact.circumstances.lastsDays) {
        fact.circumstances.lastsDays = new
        isMeant = true
      }
      if let ago = fact.circumstances.agoDays, Self.means(old, Double(ago)),
        let days = Int(exactly: min(max(new, 0), 40_000).rounded())
      {
        fact.circumstances.agoDays = days
        fact.day = fact.day.map { $0 + ago - days }
        isMeant = true
      }
      if isMeant { changed.append(fact) }
    }
    if reply.paragraphs.isEmpty, let fact = changed.first {
      reply.add(
        wording("value_corrected", ["fact": wording.name(fact.finding).sentenceStart]), .note)
    }
    return changed
  }

  private static func means(_ said: Double, _ known: Double?) -> Bool {
    known.map { abs($0 - said) <= 0.05 * max(1, abs(said)) } ?? false
  }

  // MARK: By turn

  /// "Sorry, I meant yes": opens the question answered in the last turn again.
  ///
  /// - Returns: what was said behind the wish, to be read as its answer; nil when that is none.
  mutating func reopenAnswered(_ understanding: Understanding) -> Understanding? {
    guard let answered = state.answered, answered.turn == state.turn - 1,
      let wish = understanding.mentions.first(where: {
        if case .intent = $0.target { true } else { false }
      })
    else { return nil }
    let rest = String(
      decoding: understanding.utterance.text.utf8.dropFirst(wish.end), as: UTF8.self)
    let meant = pack.matcher.understand(rest, on: CalendarDate(dayNumber: state.today))
    guard !pack.matcher.lexicon.answers(in: meant.utterance).isEmpty else { return nil }
    let question = answered.question
    for finding in question.items.map(\.finding) + [question.finding].compactMap({ $0 }) {
      state.store.withdraw(finding) { $0.turn == answered.turn }
    }
    if case .screen(let screen) = question.purpose { state.screensDone.remove(screen) }
    if case .screenItem(let screen) = question.purpose { state.screensDone.remove(screen) }
    state.settled.remove(question.id)
    state.settled.remove("conflict:\(question.id)")
    state.answered = nil
    state.pending = question
    return meant
  }
}
