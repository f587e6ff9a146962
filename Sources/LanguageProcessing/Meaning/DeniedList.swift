/// Signs listed behind one denial with commas: "no chest pain, breathlessness, fainting".
///
/// Such a list may deny all of its items ("no fever, chills, sweats") or only the first ("no fever, calf pain").
/// From three bare names of signs on it denies them all, unless a body part turns up of which the first item says
/// nothing; with fewer it stays open, and has to be asked.
struct DeniedList {
  enum Outcome { case denied, doubtful }

  private let context: MentionContext
  private var items: [Item] = []
  /// Nothing but the list stands behind the denial.
  private var isWhole = true

  private struct Item {
    var tokens: Range<Int>
    var isBare: Bool
    var hasPart: Bool
  }

  /// The most items looked at.
  private static let longest = 12
  /// The most words of one item, articles not counted.
  private static let mostWords = 4

  init(behind cue: PhraseHit, in context: MentionContext) {
    self.context = context
    var start = cue.end
    while start < context.clause.upperBound, items.count < Self.longest {
      let end = min(context.segmentRange(start).upperBound, context.clause.upperBound)
      guard end > start, continues(at: start) else {
        isWhole = opensNewThought(start)
        return
      }
      items.append(item(start..<end))
      start = end
    }
    isWhole = start >= context.clause.upperBound
  }

  /// What becomes of the matched words, some of which stand behind the first item; nil where the items are no signs.
  var outcome: Outcome? {
    guard let first = items.first, first.isBare else { return nil }
    let own = items.indices.filter { index in
      context.core.contains { items[index].tokens.contains($0) }
    }
    // Behind something that is said of the user the list is over.
    guard let place = own.first, place > 0, let last = own.last,
      items[...last].allSatisfy({ $0.isBare })
    else { return nil }
    let isOfOnePlace = first.hasPart || !items.contains { $0.hasPart }
    let isPlain = isWhole && isOfOnePlace && items.allSatisfy { $0.isBare }
    return isPlain && items.count > 2 ? .denied : .doubtful
  }

  /// Whether a part of the clause goes on with the list: behind a comma or an "and".
  private func continues(at start: Int) -> Bool {
    if items.isEmpty { return context.isWord(start) }
    return context.tokens[start - 1].text == "," && !opensNewThought(start)
      || context.hasClass(start, .andWord)
  }

  /// "…, just dead legs": the list is over.
  private func opensNewThought(_ start: Int) -> Bool {
    context.reading.hits(from: start, to: start + 1).contains { $0.isCue(.negationStop) }
  }

  private func item(_ tokens: Range<Int>) -> Item {
    // "Not had chest pain": the verb belongs to the denial.
    let lead: WordClasses = items.isEmpty ? [.verb, .pastVerb, .concordVerb] : .andWord
    let words = Array(tokens.filter(context.isWord).drop { context.hasClass($0, lead) })
    return Item(
      tokens: tokens, isBare: isBare(words),
      hasPart: words.contains { context.tokens[$0].bodyPart != nil })
  }

  /// Whether words only name a sign: no verb, owner, number, time or measure, and nothing said of it.
  private func isBare(_ words: [Int]) -> Bool {
    guard let first = words.first, let last = words.last, words.count <= Self.mostWords,
      let sign = words.lastIndex(where: { context.hasClass($0, .sign) })
    else { return false }
    let isNamed = words.allSatisfy { word in
      context.tokens[word].number == nil && context.tokens[word].side == nil
        && !context.hasClass(word, Self.saying)
    }
    guard isNamed else { return false }
    // "shortness of breath": behind the name only what it is of.
    if sign < words.endIndex - 1, !context.hasClass(words[sign + 1], .preposition) { return false }
    return context.reading.hits(from: first, to: last + 1).allSatisfy { hit in
      switch hit.meaning {
      // "Night sweats".
      case .time where hit.end <= words[sign], .unit where hit.end <= words[sign]: true
      // "Fever" may stand before a temperature.
      case .bodyPart, .otherCue, .answer, .notAnAnswer, .cue(.temperatureBefore): true
      case .cue, .number, .unit, .frequency, .time, .weekday, .month, .side: false
      }
    }
  }

  private static let saying: WordClasses = [
    .subject, .possessive, .verb, .pastVerb, .determiner, .definite, .denial, .reporting,
    .segmentBreak, .orWord, .interjection,
  ]
}
