import IntentMatching
import IntentPacks
import LanguageProcessing

/// Answers to "any of these?".
extension AnswerReading {
  func readAnyOf(_ answers: [Answer], _ state: inout DialogState) -> Outcome {
    readLoneNumber(into: &state)
    let items = question.items.map(\.finding)
    var named = Set(
      learnt.filter { $0.isClaim && $0.value != "no" && !$0.isInDoubt }.map(\.finding)
    ).intersection(items)
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
      // Once a sign is there it is asked again, plainly, before it counts.
      if !question.isAfterSign { markRest(items, answers, &state) }
      return .softNo
    }
    if has(.yes, answers) || has(.both, answers) { return .which }
    return fallback(answers)
  }

  /// "None. 24": a number by itself that no item has is the number an item is derived from, such as an age.
  func readLoneNumber(into state: inout DialogState) {
    let values = pack.matcher.lexicon.values(
      in: utterance, on: CalendarDate(dayNumber: recorder.today)
    ).filter { $0.kind == .number && $0.value >= Double(question.items.count + 2) }
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
  func rest(
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

  func markRest(_ items: [Int], _ answers: [Answer], _ state: inout DialogState) {
    for item in items { mark(item, yes: false, answers, &state) }
  }

  func mark(_ item: Int, yes: Bool, _ answers: [Answer], _ state: inout DialogState) {
    let isScreen: Bool
    if case .screen = question.purpose { isScreen = true } else { isScreen = false }
    if !yes, state.store.standing(item) == .yes { return }
    recorder.answer(
      item, value: yes ? "yes" : "no", text: text(of: answers),
      circumstances: yes ? circumstances() : Circumstances(),
      source: !yes && isScreen ? .screen : .answer, into: &state.store)
  }

  /// The one item all of whose telling words were said, in a message that asks for nothing else.
  func itemByWords() -> Int? {
    guard understanding.intents.isEmpty else { return nil }
    let said = Set(utterance.tokens.filter { $0.kind == .word }.map(\.stem))
    let named = question.items.filter { item in
      let words = pack.matcher.lexicon.readPattern(item.text)
        .filter { $0.kind == .word && !$0.isIgnorable && $0.text.count > 2 }
      return !words.isEmpty && words.allSatisfy { said.contains($0.stem) }
    }
    return named.count == 1 ? named[0].finding : nil
  }

  func negationNear() -> Answer? {
    pack.matcher.lexicon.answers(in: utterance).first { $0.kind == .no || $0.kind == .none }
  }
}
