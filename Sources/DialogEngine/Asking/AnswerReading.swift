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

  private var utterance: Utterance { understanding.utterance }

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
  private func plainAnswers() -> [Answer] {
    let answers = pack.matcher.lexicon.answers(in: utterance)
    return answers.filter { answer in
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

  private func has(_ kind: Answer.Kind, _ answers: [Answer]) -> Bool {
    answers.contains { $0.kind == kind }
  }

  private func text(of answers: [Answer]) -> String {
    answers.first.map { utterance.words($0.tokens) } ?? ""
  }

  private func circumstances() -> Circumstances {
    pack.matcher.lexicon.circumstances(
      of: [], in: utterance, on: CalendarDate(dayNumber: recorder.today))
  }

  private func fallback(_ answers: [Answer]) -> Outcome {
    if has(.skip, answers) { return .skipped }
    if has(.unsure, answers) { return .unsure }
    if has(.softNo, answers) { return .softNo }
    if has(.acknowledgement, answers) { return .acknowledged }
    return learnt.isEmpty && understanding.intents.isEmpty ? .notUnderstood : .elsewhere
  }

  // MARK: Yes or no

  private func readYesNo(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
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
    if yes || has(.both, answers) || namesSide() {
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
      recorder.answer(finding, value: "no", text: text(of: answers), into: &state.store)
      return .answered
    }
    return fallback(answers)
  }

  /// Whether a fact just learnt answers a question about a finding.
  private func settles(_ fact: Fact, _ finding: Int) -> Bool {
    fact.finding == finding && fact.status != .asked && fact.status != .other
  }

  /// A lone side ("the left one") to a question about a side of the body is a yes.
  private func namesSide() -> Bool {
    let words = utterance.tokens.filter { $0.kind != .punctuation && !$0.isIgnorable }
    return words.count <= 3 && words.contains { $0.side != nil }
  }

  private func numbered(_ number: Int, _ state: DialogState) -> Bool {
    // Digits answer a yes/no question only after the choices were shown with numbers.
    state.unanswered >= 2 && choiceNumbers() == [number]
  }

  /// Numbers, where the utterance is nothing but numbers and joining words.
  private func choiceNumbers() -> [Int] {
    var numbers: [Int] = []
    // "just 2", "yes, 2": the words around the number are answers themselves.
    let around = pack.matcher.lexicon.answers(in: utterance)
      .filter { $0.kind == .only || $0.kind == .yes }
    for (index, token) in utterance.tokens.enumerated()
    where token.kind != .punctuation && !token.isIgnorable
      && !around.contains(where: { $0.tokens.contains(index) })
    {
      guard let value = token.number, value == value.rounded(), (0...99).contains(value) else {
        if token.text == pack.pack.wordings["list_and"]?.value { continue }
        return []
      }
      numbers.append(Int(value))
    }
    return numbers
  }

  // MARK: Any of these

  private func readAnyOf(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
    readLoneNumber(into: &state)
    let items = question.items.map(\.finding)
    var named = Set(learnt.filter { $0.isClaim && $0.value != "no" }.map(\.finding))
      .intersection(items)
    let denied = Set(learnt.filter { $0.status == .negated }.map(\.finding)).intersection(items)
    let only = has(.only, answers)
    let numbers = choiceNumbers()
    let noneNumber = items.count + 1
    for number in numbers where (1...items.count).contains(number) {
      mark(items[number - 1], yes: true, answers, &state)
      named.insert(items[number - 1])
    }
    if named.isEmpty, denied.isEmpty, numbers.isEmpty, let item = itemByWords() {
      if let negation = negationNear() {
        mark(item, yes: false, [negation], &state)
        return rest(of: items, after: [item], answers: answers, only: false, &state)
      }
      mark(item, yes: true, answers, &state)
      named.insert(item)
    }
    if !named.isEmpty || !denied.isEmpty {
      let settled = Array(named.union(denied))
      return rest(
        of: items, after: settled, answers: answers,
        only: only || (has(.no, answers) || has(.none, answers)), &state)
    }
    if has(.all, answers) || (has(.both, answers) && items.count == 2) {
      for item in items { mark(item, yes: true, answers, &state) }
      return .answered
    }
    if numbers == [noneNumber] || has(.none, answers) || has(.no, answers) {
      if has(.yes, answers) { return .notUnderstood }
      markRest(items, answers, &state)
      return .answered
    }
    if has(.softNo, answers) {
      markRest(items, answers, &state)
      return .softNo
    }
    if has(.yes, answers) { return .which }
    return fallback(answers)
  }

  /// "None. 24": a number by itself that no item has is the number an item is derived from, such as an age.
  private func readLoneNumber(into state: inout DialogState) {
    let values = pack.matcher.lexicon.values(
      in: utterance, on: CalendarDate(dayNumber: recorder.today)
    ).filter { $0.kind == .number && Int($0.value) > question.items.count + 1 }
    guard values.count == 1, let value = values.first else { return }
    let segment = utterance.tokens[value.tokens.lowerBound].segment
    let isAlone = utterance.tokens.enumerated().allSatisfy { index, token in
      token.segment != segment || value.tokens.contains(index) || token.kind == .punctuation
    }
    guard isAlone else { return }
    let sources = Set(
      question.items.flatMap { pack.findings[$0.finding].means.flatMap(\.findings) }.filter {
        $0 >= 0 && pack.findings[$0].kind == .number && state.store.standing($0) == .unknown
      })
    guard sources.count == 1, let finding = sources.first,
      pack.pack.findings[finding].range?.contains(value.value) ?? true
    else { return }
    recorder.answer(
      finding, value: Quantity.text(value.value), number: value.value,
      text: utterance.words(value.tokens), into: &state.store)
  }

  /// After some items were settled: the rest is no ("no but …", "only …"), or asked once more.
  private func rest(
    of items: [Int], after settled: [Int], answers: [Answer], only: Bool, _ state: inout DialogState
  ) -> Outcome {
    let left = items.filter { !settled.contains($0) && state.store.standing($0) == .unknown }
    if left.isEmpty { return .answered }
    if only {
      markRest(left, answers, &state)
      return .answered
    }
    return .partly
  }

  private func markRest(_ items: [Int], _ answers: [Answer], _ state: inout DialogState) {
    for item in items { mark(item, yes: false, answers, &state) }
  }

  private func mark(_ item: Int, yes: Bool, _ answers: [Answer], _ state: inout DialogState) {
    let isScreen: Bool
    if case .screen = question.purpose { isScreen = true } else { isScreen = false }
    if !yes, state.store.standing(item) == .yes { return }
    recorder.answer(
      item, value: yes ? "yes" : "no", text: text(of: answers),
      circumstances: yes ? circumstances() : Circumstances(),
      source: !yes && isScreen ? .screen : .answer, into: &state.store)
  }

  /// The one item all of whose telling words were said, in a message that asks for nothing else.
  private func itemByWords() -> Int? {
    guard understanding.intents.isEmpty else { return nil }
    let said = Set(utterance.tokens.filter { $0.kind == .word }.map(\.stem))
    let named = question.items.filter { item in
      let words = pack.matcher.lexicon.readPattern(item.text)
        .filter { $0.kind == .word && !$0.isIgnorable && $0.text.count > 2 }
      return !words.isEmpty && words.allSatisfy { said.contains($0.stem) }
    }
    return named.count == 1 ? named[0].finding : nil
  }

  private func negationNear() -> Answer? {
    pack.matcher.lexicon.answers(in: utterance).first { $0.kind == .no || $0.kind == .none }
  }

  // MARK: Choices and quantities

  private func readChoice(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
    guard let finding = question.finding else { return fallback(answers) }
    if question.attribute == nil, learnt.contains(where: { settles($0, finding) }) {
      return .answered
    }
    if question.attribute == "side" {
      let told = circumstances()
      var side = utterance.tokens.compactMap(\.side).last ?? told.side
      if has(.both, answers) { side = .both }
      if let number = choiceNumbers().first, (1...question.options.count).contains(number) {
        side = Side(rawValue: question.options[number - 1].id)
      }
      guard let side else { return fallback(answers) }
      var circumstances = told
      circumstances.side = side
      recorder.answer(
        finding, value: "yes", text: utterance.words(utterance.tokens.indices),
        circumstances: circumstances, into: &state.store)
      return .answered
    }
    let numbers = choiceNumbers()
    if numbers.count == 1, (1...question.options.count).contains(numbers[0]) {
      return choose(question.options[numbers[0] - 1], finding, &state)
    }
    let said = Set(utterance.tokens.filter { !$0.isIgnorable }.map(\.stem))
    let fits = question.options.map { option in
      (
        option,
        Set(
          pack.matcher.lexicon.readPattern(option.text)
            .filter { !$0.isIgnorable }.map(\.stem)
        ).intersection(said).count
      )
    }
    if let best = fits.max(by: { $0.1 < $1.1 }), best.1 > 0,
      fits.filter({ $0.1 == best.1 }).count == 1
    {
      return choose(best.0, finding, &state)
    }
    return fallback(answers)
  }

  private func choose(_ option: Question.Option, _ finding: Int, _ state: inout DialogState)
    -> Outcome
  {
    recorder.answer(
      finding, value: option.id, text: option.text, circumstances: circumstances(),
      into: &state.store)
    return .answered
  }

  private func readQuantity(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
    guard let finding = question.finding else { return fallback(answers) }
    if learnt.contains(where: { settles($0, finding) }) { return .answered }
    let values = pack.matcher.lexicon.values(
      in: utterance, on: CalendarDate(dayNumber: recorder.today))
    let definition = pack.pack.findings[finding]
    guard let value = Quantity.fitting(values, definition) else {
      if has(.none, answers), definition.range?.contains(0) ?? false {
        return store(0, finding, &state)
      }
      // A bare "no" gives no number: not known, and not asked again.
      return has(.no, answers) || has(.none, answers) ? .unsure : fallback(answers)
    }
    if let range = definition.range, !range.contains(value.number) { return .notUnderstood }
    return store(value.number, finding, text: utterance.words(value.tokens), &state)
  }

  private func store(
    _ number: Double, _ finding: Int, text: String = "", _ state: inout DialogState
  ) -> Outcome {
    recorder.answer(
      finding, value: Quantity.text(number), number: number, text: text, into: &state.store)
    return .answered
  }

  private func readText(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
    guard let finding = question.finding else { return fallback(answers) }
    if has(.skip, answers) { return .skipped }
    let words = utterance.words(utterance.tokens.indices)
    guard !words.isEmpty else { return .notUnderstood }
    recorder.answer(finding, value: words, text: words, into: &state.store)
    return .answered
  }
}
