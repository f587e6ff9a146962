/// Finds what may answer a question: answers stand alone, at a start, or between breaks.
struct AnswerReading {
  let utterance: Utterance

  private var tokens: [Token] { utterance.tokens }
  private var reading: Reading { utterance.reading }

  var answers: [Answer] {
    var answers: [Answer] = []
    for hit in reading.hits {
      guard case .answer(let kind) = hit.meaning else { continue }
      if let last = answers.last, hit.start < last.tokens.upperBound { continue }
      guard kind == .correction || begins(hit, after: answers.last) && ends(hit, kind) else {
        continue
      }
      if let last = answers.last, last.kind == kind, last.tokens.upperBound == hit.start {
        answers[answers.count - 1].tokens = last.tokens.lowerBound..<hit.end
      } else {
        answers.append(Answer(kind: kind, tokens: hit.range))
      }
    }
    return answers
  }

  private func begins(_ hit: PhraseHit, after last: Answer?) -> Bool {
    // A lone question mark is doubt, one behind words is a question.
    if tokens[hit.start].kind == .punctuation { return tokens.count == hit.range.count }
    var index = hit.start - 1
    while index >= 0 {
      if let last, last.tokens.contains(index) { return true }
      let isBreak = tokens[index].kind == .punctuation || tokens[index].kind == .emoji
      if isBreak || tokens[index].segment != tokens[hit.start].segment { return true }
      guard reading.hasClass(index, .filler) else { break }
      index -= 1
    }
    if index < 0 { return true }
    // "feels fine so no"
    return hit.end >= tokens.count && reading.hasClass(hit.start - 1, .filler)
  }

  private func ends(_ hit: PhraseHit, _ kind: Answer.Kind, row: Int = 0) -> Bool {
    guard hit.end < tokens.count else { return kind != .only }
    let next = tokens[hit.end]
    if kind == .only {
      return next.kind == .number || reading.hasClass(hit.end, [.determiner, .possessive])
        || next.number != nil
    }
    if next.kind == .punctuation || next.kind == .emoji { return true }
    if next.segment != tokens[hit.start].segment { return true }
    let isShort = hit.range.count == 1
    if isShort, reading.hasClass(hit.start, .interjection) { return true }
    if reading.hasClass(hit.end, .filler), !isContinued(hit) { return true }
    switch kind {
    case .no, .softNo, .none, .unsure:
      if reading.hasClass(hit.end, .interjectionFollow), !isContinued(hit) { return true }
    default: break
    }
    // Answers in a row: "nope none". A few; a long line of them says nothing.
    guard row < 3 else { return false }
    return reading.hits(from: hit.end, to: hit.end + 1).contains { other in
      guard case .answer(let kind) = other.meaning else { return false }
      return ends(other, kind, row: row + 1)
    }
  }

  /// "no idea why …", "no more …": the words go on and mean something else.
  private func isContinued(_ hit: PhraseHit) -> Bool {
    reading.hits(from: hit.start, to: hit.start + 1).contains {
      $0.end > hit.end && ($0.meaning == .notAnAnswer || $0.meaning.family == 1)
    }
  }
}
