/// Splits an utterance into clauses that no pattern crosses, and those into parts.
enum Clauses {
  static func mark(_ utterance: inout Utterance) {
    let count = utterance.tokens.count
    var breaks: Set<Int> = []
    var protected: [Range<Int>] = []
    for hit in utterance.reading.hits {
      if hit.isCue(.pseudoBreak) || hit.isCue(.allExcept) { protected.append(hit.range) }
    }
    var nextProtected = 0
    for hit in utterance.reading.hits where hit.isCue(.clauseBreak) {
      while nextProtected < protected.count, protected[nextProtected].upperBound <= hit.start {
        nextProtected += 1
      }
      if nextProtected < protected.count, protected[nextProtected].contains(hit.start) { continue }
      breaks.insert(hit.start)
    }
    var clause = 0
    var segment = 0
    var clauseStart = 0
    var segmentStart = 0
    var clauses: [Range<Int>] = []
    var segments: [Range<Int>] = []
    var clauseHasWords = false
    var segmentHasWords = false
    func closeSegment(at end: Int) {
      segments.append(segmentStart..<end)
      segmentStart = end
      segment += 1
      segmentHasWords = false
    }
    for index in 0..<count {
      let opensClause = breaks.contains(index) && clauseHasWords
      if opensClause {
        closeSegment(at: index)
        clauses.append(clauseStart..<index)
        clauseStart = index
        clause += 1
        clauseHasWords = false
      } else if segmentHasWords,
        utterance.reading.hasClass(index, [.andWord, .orWord, .segmentBreak]),
        !joinsNumbers(index, utterance.tokens)
      {
        closeSegment(at: index)
      } else if segmentHasWords, opensPresent(index, after: segmentStart, utterance) {
        closeSegment(at: index)
      }
      utterance.tokens[index].clause = clause
      utterance.tokens[index].segment = segment
      guard utterance.tokens[index].kind == .punctuation else {
        clauseHasWords = true
        segmentHasWords = true
        continue
      }
      switch utterance.tokens[index].text {
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
          index > 0 && index + 1 < count && utterance.tokens[index - 1].kind == .number
          && utterance.tokens[index + 1].kind == .number
        if segmentHasWords, !isBetweenNumbers { closeSegment(at: index + 1) }
      default: break
      }
    }
    if segmentStart < count { segments.append(segmentStart..<count) }
    if clauseStart < count { clauses.append(clauseStart..<count) }
    utterance.reading.clauses = clauses
    utterance.reading.segments = segments
  }

  /// "replaced last year | now hot": a present time with something to say, behind a past one.
  private static func opensPresent(_ index: Int, after start: Int, _ utterance: Utterance) -> Bool {
    let reading = utterance.reading
    let here = reading.hits(from: index, to: index + 1)
    guard let present = here.first(where: { $0.meaning == .time(0) }),
      !here.contains(where: { $0.end > present.end }),
      present.end < utterance.tokens.count, utterance.tokens[present.end].kind == .word,
      !reading.hasClass(present.end, [.filler, .andWord, .orWord])
    else { return false }
    let nearest = max(start, index - 8)
    return reading.hits(from: nearest, to: index).contains { hit in
      switch hit.meaning {
      case .time(let days): days > 0
      case .weekday, .month: true
      default: hit.isCue(.agoAfter) && hit.end == index
      }
    }
  }

  /// "three or four", "two and a half".
  private static func joinsNumbers(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index > 0, tokens[index - 1].number != nil, index + 1 < tokens.count else { return false }
    return tokens[index + 1].number != nil
      || index + 2 < tokens.count && tokens[index + 2].number == 0.5
  }
}
