import LanguageProcessing

/// Keeps words of two statements from being heard as one, where a pattern leaves their order and distance open.
///
/// A pattern without quotes may take its words from several parts of a sentence ("swollen, hot, my calf"). It may not
/// where one of the parts speaks of something else: behind a comma or an "and" stands a weakened statement of its own
/// ("push up on my toes, hardly hurts"), a thing that is said to be well ("coffee was dark, pee is fine"), a subject that is no word of the match ("my calf aches, my pee is red"), or a
/// body part of which something else is said, after another subject or a denial ("tingling is not spreading and hands are
/// fine").
struct SubjectRule {
  let line: LineFacts

  private var utterance: Utterance {
    _read { yield line.utterance }
  }

  /// Whether these tokens, ascending, may be heard together.
  func allows(_ tokens: ContiguousArray<Int32>) -> Bool {
    guard tokens.count > 1, let first = tokens.first, let last = tokens.last,
      line.shape.segment(Int(first)) != line.shape.segment(Int(last))
    else { return true }
    for at in tokens.indices.dropFirst() {
      let (a, b) = (Int(tokens[at - 1]), Int(tokens[at]))
      guard line.shape.segment(a) != line.shape.segment(b) else { continue }
      if isTorn(tokens, between: a, and: b) { return false }
    }
    return true
  }

  private func isTorn(_ tokens: ContiguousArray<Int32>, between a: Int, and b: Int) -> Bool {
    let next = near(b)
    let start = next.first { !isLead($0) } ?? b
    if start < b, utterance.isDenying(start), !utterance.opensDenial(start) { return true }
    if foreignSubject(in: next.lowerBound..<b, tokens) || isWell(next, tokens) { return true }
    // The part behind gives only a place, of which it says something else.
    let own = tokens.filter { next.contains(Int($0)) }
    guard own.allSatisfy({ utterance.tokens[Int($0)].bodyPart != nil }),
      next.contains(where: { $0 > b && says(something: $0, tokens) })
    else { return false }
    if (a + 1..<next.lowerBound).contains(where: utterance.isDenying) {
      return next.contains(where: utterance.isVerb)
    }
    return foreignSubject(in: near(a).lowerBound..<a, tokens)
  }

  /// The part of the sentence that a token stands in, as far as it can matter.
  private func near(_ index: Int) -> Range<Int> {
    let reach = Int(LineScan.reach)
    return line.shape.segment(around: index).clamped(to: index - reach..<index + reach)
  }

  private func isLead(_ index: Int) -> Bool {
    line.shape.isSkippable(index) || utterance.isJoining(index)
  }

  private func says(something index: Int, _ tokens: ContiguousArray<Int32>) -> Bool {
    (utterance.isContent(index) || utterance.isVerb(index))
      && utterance.tokens[index].bodyPart == nil
      && !tokens.contains(Int32(truncatingIfNeeded: index))
  }

  /// "coffee was dark, | pee is fine": of the thing behind a comma nothing is said but that it is well.
  private func isWell(_ part: Range<Int>, _ tokens: ContiguousArray<Int32>) -> Bool {
    guard part.lowerBound > 0, utterance.tokens[part.lowerBound - 1].text == ",",
      let well = part.first(where: utterance.isWell),
      !tokens.contains(Int32(truncatingIfNeeded: well))
    else { return false }
    return part.allSatisfy { index in
      index == well
        || tokens.contains(Int32(truncatingIfNeeded: index))
        ? index <= well : isLead(index) || utterance.isVerb(index)
    }
  }

  /// "my pee went …": somebody's thing with a verb of its own, neither matched nor a body part.
  private func foreignSubject(in range: Range<Int>, _ tokens: ContiguousArray<Int32>) -> Bool {
    range.contains { owner in
      let thing = owner + 1
      return utterance.isOwner(owner) && thing + 1 < utterance.tokens.count
        && utterance.isContent(thing) && !utterance.isPartOfPlace(thing)
        && utterance.tokens[thing].bodyPart == nil
        && utterance.isVerb(thing + 1) && !tokens.contains(Int32(truncatingIfNeeded: thing))
    }
  }
}
