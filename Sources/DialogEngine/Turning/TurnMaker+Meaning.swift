import IntentMatching
import IntentPacks
import LanguageProcessing

/// Where two readings of a wish fit equally well the user is asked, never guessed for.
extension TurnMaker {
  /// What the examples suggest is taken when it leads by so much.
  private static let clearMargin = 0.05
  private static let leastScore = 0.5

  /// The two best suggestions of the examples where none of them leads; empty when one is clear.
  func unclear(_ understanding: Understanding) -> [Int] {
    let scores = understanding.intents.filter { $0.basis == .examples }
    // "Every 3 hours": a number is an answer to what was asked, understood or not.
    let isFigure = understanding.utterance.tokens.contains { $0.number != nil }
    guard state.pending == nil || !isFigure else { return [] }
    guard scores.count > 1, scores[1].score >= Self.leastScore,
      scores[0].score - scores[1].score < Self.clearMargin
    else { return [] }
    return Array(intents(of: understanding, by: .examples).prefix(2))
  }

  /// Two intents heard in just the same words, neither more specific than the other; else empty.
  func tied(_ understanding: Understanding, among intents: [Int]) -> [Int] {
    guard intents.count == 2 else { return [] }
    var places: [Int: (words: [Int], specificity: Double)] = [:]
    for mention in understanding.mentions {
      guard case .intent(let id) = mention.target, let index = pack.intentIndex[id],
        intents.contains(index), pack.pack.intents[index].action == nil
      else { continue }
      let words = mention.matched.filter { !understanding.utterance.tokens[$0].isIgnorable }
      if let known = places[index], known.specificity >= mention.specificity { continue }
      places[index] = (words, mention.specificity)
    }
    guard let first = places[intents[0]], let second = places[intents[1]],
      first.words == second.words, abs(first.specificity - second.specificity) < 0.001
    else { return [] }
    return intents
  }

  /// Puts "Did you mean … or …?"; the open question waits.
  mutating func askWhatIsMeant() {
    let options = ambiguous.map { index in
      let intent = pack.pack.intents[index]
      let spaced = intent.id.split(separator: "_").joined(separator: " ")
      return Question.Option(id: intent.id, text: intent.examples.first?.value ?? spaced)
    }
    guard options.count == 2 else { return }
    state.interrupted = state.pending
    let text = wording("did_you_mean", ["first": options[0].text, "second": options[1].text])
    put(
      Question(
        id: "did_you_mean", kind: .choice, purpose: .meaning, topic: "other", text: text ?? "",
        options: options))
  }

  /// Reads the answer to "Did you mean … or …?" and opens the question that waited.
  ///
  /// - Returns: nil when nothing of the kind was asked or something else was said; else the intent that was meant, or
  ///   nothing when it was neither.
  mutating func meantIntent(_ understanding: Understanding, learnt: [Fact]) -> Int?? {
    guard let question = state.pending, question.purpose == .meaning else { return nil }
    state.pending = state.interrupted
    state.interrupted = nil
    let reading = AnswerReading(
      pack: pack, question: question, understanding: understanding,
      recorder: FactRecorder(pack: pack, turn: state.turn, today: state.today), learnt: learnt)
    if let option = reading.namedOption {
      return .some(pack.intentIndex[option.id])
    }
    let isBare = learnt.isEmpty && !reading.plainAnswers().isEmpty
    return isBare && understanding.intents.isEmpty ? .some(nil) : nil
  }
}
