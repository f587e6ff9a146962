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
    guard hit.end >= tokens.count else { return false }
    // "feels fine so no", "bum and thighs yeah"
    return reading.hasClass(hit.start - 1, .filler)
      || hit.meaning == .answer(.yes) && reading.hasClass(hit.start, .interjection)
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
    if isDenied(hit, kind) { return false }
    let isShort = hit.range.count == 1
    // "no i do not usually": the word that answers leads, whatever becomes of the rest.
    let isPlain = kind == .yes || kind == .no
    if isShort || isPlain, reading.hasClass(hit.start, .interjection) { return true }
    if kind == .no, !isShort, reading.hasClass(hit.start + 1, .interjectionFollow) { return true }
    if reading.hasClass(hit.end, .filler), !isContinued(hit) {
      return isShort || !goesOn(hit)
    }
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

  /// "I am really tired", "it is just heavy": a verb that ends an answer has its own words behind a filler.
  private func goesOn(_ hit: PhraseHit) -> Bool {
    guard reading.hasClass(hit.end - 1, .verb) else { return false }
    var next = hit.end
    while next < tokens.count, reading.hasClass(next, .filler),
      !reading.hasClass(next, .andWord), tokens[next].segment == tokens[hit.start].segment
    {
      next += 1
    }
    guard next < tokens.count, tokens[next].segment == tokens[hit.start].segment else {
      return false
    }
    return (tokens[next].kind == .word || tokens[next].kind == .number)
      && !reading.hasClass(next, .filler)
  }

  /// "I have no swelling": the "no" belongs to what follows, and the words before it are no answer.
  private func isDenied(_ hit: PhraseHit, _ kind: Answer.Kind) -> Bool {
    guard kind == .yes, hit.range.count > 1, tokens[hit.end].kind == .word else { return false }
    return reading.hits(from: hit.end, to: hit.end + 1).contains {
      $0.meaning == .answer(.no) || $0.meaning == .answer(.none)
    }
  }

  /// "no idea why …", "no more …": the words go on and mean something else.
  private func isContinued(_ hit: PhraseHit) -> Bool {
    reading.hits(from: hit.start, to: hit.start + 1).contains {
      $0.end > hit.end && ($0.meaning == .notAnAnswer || $0.meaning.family == 1)
    }
  }
}
