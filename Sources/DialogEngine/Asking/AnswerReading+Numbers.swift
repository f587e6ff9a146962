import IntentMatching
import IntentPacks
import LanguageProcessing

/// Answers by the number of a choice: "2", "1 and 3", "2, no others".
extension AnswerReading {
  func numbered(_ number: Int, _ state: DialogState) -> Bool {
    // Digits answer a yes/no question only after the choices were shown with numbers.
    state.unanswered >= 2 && choiceNumbers() == [number]
  }

  /// Numbers, where the utterance is nothing but numbers and joining words.
  func choiceNumbers() -> [Int] {
    var numbers: [Int] = []
    // "just 2", "yes, 2": the words around the number are answers themselves.
    let around = pack.matcher.lexicon.answers(in: utterance)
      .filter { $0.kind == .only || $0.kind == .yes || $0.kind == .correction }
    for index in utterance.tokens.indices.dropFirst(lastCorrection)
    where !around.contains(where: { $0.tokens.contains(index) }) {
      switch choiceNumber(at: index) {
      case .number(let number): numbers.append(number)
      case .joining: continue
      case .other: return numbersByThemselves()
      }
    }
    return numbers
  }

  /// "2, no others": numbers between breaks, whatever else is said.
  private func numbersByThemselves() -> [Int] {
    let indices = utterance.tokens.indices.dropFirst(lastCorrection)
    let segments = Set(indices.map { utterance.tokens[$0].segment }).sorted()
    return segments.flatMap { segment -> [Int] in
      var numbers: [Int] = []
      for index in indices where utterance.tokens[index].segment == segment {
        switch choiceNumber(at: index) {
        case .number(let number): numbers.append(number)
        case .joining: continue
        case .other: return []
        }
      }
      return numbers
    }
  }

  private enum ChoiceWord { case number(Int), joining, other }

  private func choiceNumber(at index: Int) -> ChoiceWord {
    let token = utterance.tokens[index]
    if token.kind == .punctuation || token.isIgnorable { return .joining }
    if let value = token.number, value == value.rounded(), (0...99).contains(value) {
      return .number(Int(value))
    }
    return token.text == pack.pack.wordings["list_and"]?.value ? .joining : .other
  }
}
