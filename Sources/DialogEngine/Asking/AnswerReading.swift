import IntentMatching
import IntentPacks
import LanguageProcessing

/// Reads an utterance as the answer to the pending question.
struct AnswerReading {
  enum Outcome: Sendable, Equatable {
    /// The question is settled; facts were recorded.
    case answered
    /// One thing was settled, the rest of the screen is to be asked once more.
    case partly
    /// "Yes" to a list: which one?
    case which
    case unsure, softNo, skipped, acknowledged
    /// Other facts or an intent, but no answer.
    case elsewhere
    case notUnderstood
  }

  let pack: CompiledPack
  let question: Question
  let understanding: Understanding
  let recorder: FactRecorder
  /// Facts learnt from this utterance's mentions.
  let learnt: [Fact]
  /// What the examples suggest is taken: not beside an open danger, where a guess could mislead.
  var mayGuess = true

  var utterance: Utterance { understanding.utterance }

  func read(into state: inout DialogState) -> Outcome {
    let answers = plainAnswers()
    switch question.kind {
    case .yesNo: return readYesNo(answers, &state)
    case .anyOf: return readAnyOf(answers, &state)
    case .choice: return readChoice(answers, &state)
    case .number, .duration: return readQuantity(answers, &state)
    case .text: return readText(answers, &state)
    }
  }

  /// The answers that are not part of something else: the "no" of "no chest pain" denies the pain.
  func plainAnswers() -> [Answer] {
    let start = lastCorrection
    let answers = pack.matcher.lexicon.answers(in: utterance)
    return answers.filter { answer in
      guard answer.kind != .correction, answer.tokens.lowerBound >= start else { return false }
      switch answer.kind {
      case .no, .none, .softNo:
        return !understanding.mentions.contains { mention in
          guard case .finding = mention.target, mention.assertion.status == .negated else {
            return false
          }
          let gap =
            answer.tokens.upperBound..<max(answer.tokens.upperBound, mention.tokens.lowerBound)
          return mention.tokens.lowerBound >= answer.tokens.upperBound
            && !utterance.tokens[gap].contains { $0.kind == .punctuation }
            && utterance.tokens[answer.tokens.lowerBound].clause
              == utterance.tokens[mention.tokens.lowerBound].clause
            || mention.tokens.overlaps(answer.tokens)
        }
      default:
        return !understanding.mentions.contains { mention in
          guard case .finding = mention.target else { return false }
          return mention.matched.contains { answer.tokens.contains($0) }
        }
      }
    }
  }

  /// Where the line begins anew: behind the last "no wait".
  var lastCorrection: Int {
    pack.matcher.lexicon.answers(in: utterance).last { $0.kind == .correction }?.tokens.upperBound
      ?? 0
  }

  func has(_ kind: Answer.Kind, _ answers: [Answer]) -> Bool {
    answers.contains { $0.kind == kind }
  }

  func text(of answers: [Answer]) -> String {
    answers.first.map { utterance.words($0.tokens) } ?? ""
  }

  func circumstances() -> Circumstances {
    pack.matcher.lexicon.circumstances(
      of: [], in: utterance, on: CalendarDate(dayNumber: recorder.today))
  }

  func fallback(_ answers: [Answer]) -> Outcome {
    if has(.skip, answers) { return .skipped }
    if has(.unsure, answers) { return .unsure }
    if has(.softNo, answers) { return .softNo }
    if has(.acknowledgement, answers) { return .acknowledged }
    return learnt.isEmpty && !isAside ? .notUnderstood : .elsewhere
  }

  /// Beside an open question what the examples suggest is taken from this score on, where it does not ask.
  private static let clearGuess = 0.85

  /// Whether a wish was heard in it, or one is guessed from enough words: one or two words to a question are an answer
  /// that was not understood, and so are more that neither ask nor are much like an example.
  private var isAside: Bool {
    if understanding.intents.contains(where: { $0.basis == .pattern }) { return true }
    guard mayGuess, let best = understanding.intents.first,
      utterance.tokens.count(where: { $0.kind == .word }) >= 3
    else { return false }
    return best.score >= Self.clearGuess || understanding.asks(pack.matcher.lexicon)
  }

  // MARK: Yes or no

  func readYesNo(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
    if let finding = question.finding, learnt.contains(where: { settles($0, finding) }) {
      return .answered
    }
    let yes = has(.yes, answers) || has(.all, answers) || numbered(1, state)
    let no = has(.no, answers) || has(.none, answers) || numbered(2, state)
    if yes && no { return .notUnderstood }
    if numbered(3, state) { return .unsure }
    guard let finding = question.finding else {
      if yes || no { return .answered }
      return fallback(answers)
    }
    if yes || !no && (has(.both, answers) || pack.findings[finding].isSided && namesSide()) {
      var told = circumstances()
      if has(.both, answers) { told.side = .both }
      recorder.answer(
        finding, value: "yes", text: text(of: answers), circumstances: told, into: &state.store)
      return .answered
    }
    if no {
      if has(.softNo, answers), question.isAfterSign { return .softNo }
      recorder.answer(
        finding, value: "no", text: text(of: answers),
        correction: question.purpose == .conflict, into: &state.store)
      return .answered
    }
    if has(.softNo, answers), !question.isAfterSign {
      return softNo(to: finding, answers, &state)
    }
    let denied = wordsOfQuestionDenied()
    if !has(.unsure, answers), denied > 1 || denied == 1 && question.isAfterSign {
      return softNo(to: finding, answers, &state)
    }
    if answers.isEmpty, echoesQuestion() {
      recorder.answer(
        finding, value: "yes", text: utterance.words(utterance.tokens.indices),
        circumstances: circumstances(), into: &state.store)
      return .answered
    }
    return fallback(answers)
  }

  /// Half a no is a no, but where a sign is there: then it is asked once more.
  private func softNo(
    to finding: Int, _ answers: [Answer], _ state: inout DialogState
  ) -> Outcome {
    guard !question.isAfterSign else { return .softNo }
    recorder.answer(finding, value: "no", text: text(of: answers), into: &state.store)
    return .answered
  }

  /// "No pain no tightness, just the cough", to a question about pain, pressure or tightness: how many of its words are
  /// denied; 0 where one of them stands undenied.
  private func wordsOfQuestionDenied() -> Int {
    let lexicon = pack.matcher.lexicon
    guard !understanding.asks(lexicon) else { return 0 }
    let asked = Set(
      lexicon.readPattern(question.text).filter { !$0.isIgnorable && $0.text.count > 3 }
        .map(\.stem))
    let said = utterance.tokens.indices.filter { at in
      utterance.tokens[at].kind == .word && asked.contains(utterance.tokens[at].stem)
    }
    let isDenied = said.allSatisfy {
      lexicon.assertion(of: [$0], in: utterance).status == .negated
    }
    return isDenied ? said.count : 0
  }

  /// "By evening", to a question whether it is worst after standing or by evening: the question's own words say yes.
  private func echoesQuestion() -> Bool {
    let lexicon = pack.matcher.lexicon
    guard !utterance.tokens.contains(where: { $0.text == "?" }),
      understanding.intents.allSatisfy({ $0.basis != .pattern }),
      lexicon.cues("negation_before", in: utterance).isEmpty,
      lexicon.cues("question", in: utterance).isEmpty
    else { return false }
    let said = utterance.tokens.filter { $0.kind == .word && !$0.isIgnorable }
    let asked = Set(lexicon.readPattern(question.text).map(\.stem))
    return !said.isEmpty && said.count <= 5 && said.contains { $0.text.count > 3 }
      && said.allSatisfy { asked.contains($0.stem) }
  }

  /// Whether a fact just learnt answers a question about a finding.
  func settles(_ fact: Fact, _ finding: Int) -> Bool {
    fact.finding == finding && fact.status != .asked && fact.status != .other && !fact.isInDoubt
  }

  /// A lone side ("the left one") to a question about a side of the body is a yes.
  func namesSide() -> Bool {
    let words = utterance.tokens.filter { $0.kind != .punctuation && !$0.isIgnorable }
    return words.count <= 3 && words.contains { $0.side != nil }
  }
}
