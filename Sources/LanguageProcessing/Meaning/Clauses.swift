/// Splits an utterance into clauses that no pattern crosses, and those into parts.
struct Clauses {
  private let hits: PhraseHits
  private let classes: [WordClasses]
  private(set) var clauses: [Range<Int>] = []
  private(set) var segments: [Range<Int>] = []

  init(_ hits: PhraseHits, _ classes: [WordClasses]) {
    self.hits = hits
    self.classes = classes
  }

  /// Where clauses open by a word, ascending.
  private var breaks: [Int] {
    var breaks: [Int] = []
    var protected: [Range<Int>] = []
    for hit in hits.all where hit.isCue(.pseudoBreak) || hit.isCue(.allExcept) {
      protected.append(hit.range)
    }
    var nextProtected = 0
    for hit in hits.all where hit.isCue(.clauseBreak) {
      while nextProtected < protected.count, protected[nextProtected].upperBound <= hit.start {
        nextProtected += 1
      }
      if nextProtected < protected.count, protected[nextProtected].contains(hit.start) { continue }
      breaks.append(hit.start)
    }
    return breaks
  }

  /// Writes clause and part into each token.
  mutating func mark(_ tokens: inout [Token]) {
    let count = tokens.count
    let breaks = breaks
    var nextBreak = 0
    var clause = 0
    var segment = 0
    var clauseStart = 0
    var segmentStart = 0
    var clauseHasWords = false
    var segmentHasWords = false
    func closeSegment(at end: Int) {
      segments.append(segmentStart..<end)
      segmentStart = end
      segment += 1
      segmentHasWords = false
    }
    for index in 0..<count {
      while nextBreak < breaks.count, breaks[nextBreak] < index { nextBreak += 1 }
      let opensClause = nextBreak < breaks.count && breaks[nextBreak] == index && clauseHasWords
      if opensClause {
        closeSegment(at: index)
        clauses.append(clauseStart..<index)
        clauseStart = index
        clause += 1
        clauseHasWords = false
      } else if segmentHasWords,
        hasClass(index, [.andWord, .orWord, .segmentBreak]),
        !joinsNumbers(index, tokens)
      {
        closeSegment(at: index)
      } else if segmentHasWords, opensPresent(index, after: segmentStart, tokens) {
        closeSegment(at: index)
      }
      tokens[index].clause = clause
      tokens[index].segment = segment
      guard tokens[index].kind == .punctuation else {
        clauseHasWords = true
        segmentHasWords = true
        continue
      }
      switch tokens[index].text {
      case ".", "!", "?", ";", "\n":
        guard clauseHasWords else { break }
        closeSegment(at: index + 1)
        clauses.append(clauseStart..<index + 1)
        clauseStart = index + 1
        clause += 1
        clauseHasWords = false
      case ",", ":", "..", "(", ")", "=", "|", "~":
        if segmentHasWords { closeSegment(at: index + 1) }
      case "-", "/":
        let isBetweenNumbers =
          index > 0 && index + 1 < count && tokens[index - 1].kind == .number
          && tokens[index + 1].kind == .number
        if segmentHasWords, !isBetweenNumbers { closeSegment(at: index + 1) }
      default: break
      }
    }
    if segmentStart < count { segments.append(segmentStart..<count) }
    if clauseStart < count { clauses.append(clauseStart..<count) }
  }

  /// "replaced last year | now hot": a present time with something to say, behind a past one.
  private func opensPresent(_ index: Int, after start: Int, _ tokens: [Token]) -> Bool {
    guard hits.startsAny(index) else { return false }
    let here = hits.from(index, to: index + 1)
    guard let present = here.first(where: { $0.meaning == .time(0) }),
      !here.contains(where: { $0.end > present.end }),
      present.end < tokens.count, tokens[present.end].kind == .word,
      !hasClass(present.end, [.filler, .andWord, .orWord])
    else { return false }
    let nearest = max(start, index - 8)
    return hits.from(nearest, to: index).contains { hit in
      switch hit.meaning {
      case .time(let days): days > 0
      case .weekday, .month: true
      default: hit.isCue(.agoAfter) && hit.end == index
      }
    }
  }

  /// "three or four", "two and a half".
  private func joinsNumbers(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index > 0, tokens[index - 1].number != nil, index + 1 < tokens.count else { return false }
    return tokens[index + 1].number != nil
      || index + 2 < tokens.count && tokens[index + 2].number == 0.5
  }

  private func hasClass(_ index: Int, _ wanted: WordClasses) -> Bool {
    !classes[index].isDisjoint(with: wanted)
  }
}
