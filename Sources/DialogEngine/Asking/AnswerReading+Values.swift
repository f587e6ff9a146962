import IntentMatching
import IntentPacks
import LanguageProcessing

/// Answers by choice, number, duration or in free words.
extension AnswerReading {
  func readChoice(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
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
    if let option = numberedOption { return choose(option, finding, &state) }
    // "Can I talk to a person" shares a word with an option and chooses none.
    guard !understanding.intents.contains(where: { $0.basis == .pattern }) else {
      return fallback(answers)
    }
    if let option = wordedOption { return choose(option, finding, &state) }
    // None of the options: not known, and not asked again.
    if has(.no, answers) || has(.none, answers) { return .unsure }
    return fallback(answers)
  }

  /// The option that the utterance names by its number or, alone of all, by words of its text.
  var namedOption: Question.Option? { numberedOption ?? wordedOption }

  private var numberedOption: Question.Option? {
    let numbers = choiceNumbers()
    guard numbers.count == 1, question.options.indices.contains(numbers[0] - 1) else { return nil }
    return question.options[numbers[0] - 1]
  }

  private var wordedOption: Question.Option? {
    // "Not sure" names no option, though one may hold the word "not".
    let doubts = plainAnswers().filter { $0.kind == .unsure || $0.kind == .skip }
    let said = Set(
      utterance.tokens.indices.filter { index in
        !utterance.tokens[index].isIgnorable && !doubts.contains { $0.tokens.contains(index) }
      }.map { utterance.tokens[$0].stem })
    let fits = question.options.map { ($0, stems(choosing: $0).intersection(said).count) }
    guard let best = fits.max(by: { $0.1 < $1.1 }), best.1 > 0,
      fits.filter({ $0.1 == best.1 }).count == 1
    else { return nil }
    return best.0
  }

  /// The words of an option's text, and those that the author lets choose it: "the baby" for short sleep.
  private func stems(choosing option: Question.Option) -> Set<String> {
    let words =
      question.finding.flatMap { finding in
        pack.pack.findings[finding].options.first { $0.id == option.id }?.words.map(\.value)
      } ?? []
    return Set(
      ([option.text] + words).flatMap { text in
        // "Sore to touch" shares no more than "to" with "new to running".
        pack.matcher.lexicon.readPattern(text).filter { !$0.isIgnorable && $0.text.count > 2 }
      }.map(\.stem))
  }

  func choose(_ option: Question.Option, _ finding: Int, _ state: inout DialogState)
    -> Outcome
  {
    recorder.answer(
      finding, value: option.id, text: option.text, circumstances: circumstances(),
      into: &state.store)
    return .answered
  }

  func readQuantity(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
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

  func store(
    _ number: Double, _ finding: Int, text: String = "", _ state: inout DialogState
  ) -> Outcome {
    recorder.answer(
      finding, value: Quantity.text(number), number: number, text: text, into: &state.store)
    return .answered
  }

  func readText(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
    guard let finding = question.finding else { return fallback(answers) }
    if has(.skip, answers) { return .skipped }
    let words = utterance.words(utterance.tokens.indices)
    guard !words.isEmpty else { return .notUnderstood }
    recorder.answer(finding, value: words, text: words, into: &state.store)
    return .answered
  }
}
