import IntentPacks
import LanguageProcessing

/// Says facts back as one list of nouns: "heavy legs for 10 days, more distance and poor sleep".
struct SaidList {
  let pack: CompiledPack
  let wording: Wording

  /// The findings as a list. Phrases such as "for 10 days" stand right behind the first sign.
  ///
  /// - Parameters:
  ///   - most: at most so many phrases.
  ///   - words: at most about so many words; the first phrase always stands.
  func text(_ findings: [Int], most: Int = .max, words: Int = .max) -> String {
    var items: [(text: String, isSign: Bool)] = []
    var tails: [String] = []
    var count = 0
    // Two findings may bear one name: "new to running", said and chosen.
    var named = Set<String>()
    for finding in findings.prefix(most) {
      let definition = pack.pack.findings[finding]
      let phrase = phrase(finding)
      guard !phrase.isEmpty, named.insert(phrase).inserted else { continue }
      count += phrase.split(separator: " ").count
      if count > words, !items.isEmpty || !tails.isEmpty { break }
      if definition.saidAfter != nil {
        tails.append(phrase)
      } else {
        let often = wording.store.leading(finding)?.circumstances.often.map { " " + $0 } ?? ""
        items.append((phrase + often, !pack.findings[finding].isBackground))
      }
    }
    let tail = tails.joined(separator: " ")
    guard !items.isEmpty else { return tail }
    if !tail.isEmpty {
      let place = items.firstIndex(where: \.isSign) ?? 0
      items[place].text += " " + tail
    }
    return wording.list(items.map(\.text))
  }

  /// One finding as it stands in such a list.
  func phrase(_ finding: Int) -> String {
    let definition = pack.pack.findings[finding]
    guard let fact = wording.store.leading(finding),
      let template = definition.saidAfter ?? definition.said
    else { return wording.name(finding) }
    if definition.kind == .duration, isSpokenSpan(fact.text) { return fact.text.lowercased() }
    let option = definition.options.first { $0.id == fact.value }
    let value = option.map { $0.said ?? $0.text } ?? spoken(fact, definition.kind)
    return wording.expand(
      template, ["value": wording.expand(value), "side": wording.sideWord(finding)])
  }

  /// The user's own words for a span of time read well where they begin as one: "since sunday".
  private func isSpokenSpan(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first?.lowercased() else { return false }
    return pack.pack.wordings["duration_leads"]?.value.split(separator: " ")
      .contains { $0 == first } ?? false
  }

  private func spoken(_ fact: Fact, _ kind: Finding.Kind) -> String {
    guard kind == .duration, let days = fact.number else {
      return fact.value.isEmpty ? fact.text : wording.spokenValue(fact)
    }
    return wording.duration(days: days)
  }
}
