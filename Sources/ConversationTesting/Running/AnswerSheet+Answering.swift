import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

extension AnswerSheet {
  /// What the user says to a question, and the key of the entry it comes from: by finding, then screen, then topic,
  /// then `*`. Nil when the sheet has nothing for it.
  func answer(to question: Question, in pack: CompiledPack) -> (key: String, text: String)? {
    if question.kind == .anyOf, let named = items(of: question, in: pack) { return named }
    for key in keys(for: question, in: pack) {
      if let entry = entry(key) { return (key, entry.text) }
    }
    return nil
  }

  private func keys(for question: Question, in pack: CompiledPack) -> [String] {
    var keys = [question.id]
    if let finding = question.finding, pack.pack.findings.indices.contains(finding) {
      keys.append(pack.pack.findings[finding].id)
    }
    if case .screenItem(let screen) = question.purpose,
      pack.pack.screens.indices.contains(screen)
    {
      keys.append(pack.pack.screens[screen].id)
    }
    return keys + [question.topic] + question.items.map(\.topic) + ["*"]
  }

  /// The numbers of the items of a list that the sheet affirms by name, or the words it has for one of them.
  private func items(of question: Question, in pack: CompiledPack) -> (key: String, text: String)? {
    var numbers: [Int] = []
    var key: String?
    for (number, item) in question.items.enumerated() {
      guard let entry = entry(item.id) else { continue }
      let answers = pack.matcher.lexicon.answers(in: pack.matcher.lexicon.read(entry.text))
      let kinds = Set(answers.map(\.kind))
      let isPlainYes = entry.text == "yes" || kinds.contains(.yes)
      let isNo =
        entry.text == "no" || kinds.contains(.no) || kinds.contains(.none)
        || kinds.contains(.softNo) || kinds.contains(.skip) || kinds.contains(.unsure)
      if isPlainYes, !isNo {
        numbers.append(number + 1)
        key = key ?? item.id
      } else if !isNo {
        return (item.id, entry.text)
      }
    }
    guard let key else { return nil }
    return (key, numbers.map(String.init).joined(separator: ", "))
  }
}
