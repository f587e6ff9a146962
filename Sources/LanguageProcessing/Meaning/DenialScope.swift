/// How far a denial reaches to its right.
struct DenialScope {
  /// Before this token everything is denied for sure; from here to `doubtfulEnd` perhaps.
  var sureEnd: Int
  var doubtfulEnd: Int

  /// The most words one denial can govern.
  private static let longest = 12

  /// - Parameter isNoun: the cue denies a thing ("no", "without") and stops at the first verb.
  init(of hit: PhraseHit, isNoun: Bool, in context: MentionContext) {
    sureEnd = hit.end
    doubtfulEnd = hit.end
    var content = 0
    var isDoubtful = false
    var sawOr = false
    // "painkillers didn't touch the pain": the verb is denied, and its object perhaps not.
    var isObject = false
    let deniesVerb = !isNoun && Self.deniesVerb(hit, in: context)
    let limit = min(context.clause.upperBound, hit.end + Self.longest * 2)
    var index = hit.end
    while index < limit {
      if index > 0, context.segment(index) != context.segment(index - 1) {
        guard content > 0, let link = Self.link(at: index, in: context) else { return }
        switch link {
        case .or:
          sawOr = true
          isDoubtful = false
          isObject = false
        case .and:
          if sawOr { return }
          isDoubtful = true
        }
      }
      if isNoun, content > 0, Self.leavesThing(at: index, in: context) { return }
      if Self.ends(at: index, after: content, hit: hit, isNoun: isNoun, in: context) { return }
      if !isNoun, content > 0, context.hasClass(index, .preposition) { isObject = true }
      if context.isContent(index) { content += 1 }
      guard content <= Self.longest else { return }
      index += 1
      doubtfulEnd = index
      if !isDoubtful, !isObject { sureEnd = index }
      if deniesVerb, content == 1 { isObject = true }
    }
  }

  /// Whether the word behind the denial is a verb that says more than "have" or "feel". A cue that holds its verb,
  /// as "not suffer from", denies what comes next.
  private static func deniesVerb(_ hit: PhraseHit, in context: MentionContext) -> Bool {
    guard context.hasClass(hit.start - 1, .support), hit.end < context.clause.upperBound,
      context.hasClass(hit.end - 1, .denial)
    else { return false }
    return context.isContent(hit.end)
  }

  /// Whether the thing denied was named by the word before, and this word is neither another such
  /// thing nor where it is: "no pain | diabetic".
  private static func leavesThing(at index: Int, in context: MentionContext) -> Bool {
    context.hasClass(index - 1, .complaint) && !context.hasClass(index, .complaint)
      && context.isContent(index) && context.tokens[index].bodyPart == nil
      && context.segment(index - 1) == context.segment(index)
      && !(context.matched.contains(index) && context.matched.contains(index - 1))
  }

  /// "not more puffed than usual": the comparison is denied, and with it the thing.
  private static func isComparison(_ stop: PhraseHit, in context: MentionContext) -> Bool {
    if context.isInside(stop) { return true }
    let segment = context.segmentRange(stop.start)
    return context.hits.contains {
      $0.isCue(.asUsual) && $0.start >= stop.end && segment.contains($0.start)
    }
  }

  private enum Link { case and, or }

  /// How a part of the clause goes on with a list of things denied; nil when it says something new.
  private static func link(at index: Int, in context: MentionContext) -> Link? {
    let range = context.segmentRange(index)
    var link: Link?
    var start = index
    if context.hasClass(index, .orWord) {
      link = .or
      start += 1
    } else if context.hasClass(index, .andWord) {
      link = .and
      start += 1
    } else if index > 0, context.tokens[index - 1].text == "," {
      link = .and
    } else if index > 0, context.tokens[index - 1].text == "/" {
      link = .or
    }
    guard let link else { return nil }
    let words = span(start, range.upperBound).filter(context.isWord)
    guard !words.isEmpty, words.count <= (link == .or ? 6 : 4) else { return nil }
    if link == .and, context.hasClass(words[0], .determiner) { return nil }
    for word in words {
      if context.hasClass(word, [.subject, .possessive, .denial]),
        !context.hasClass(word - 1, .preposition)
      {
        return nil
      }
      if link == .and, context.hasClass(word, .verb) { return nil }
    }
    return link
  }

  private static func ends(
    at index: Int, after content: Int, hit: PhraseHit, isNoun: Bool, in context: MentionContext
  ) -> Bool {
    guard context.isWord(index) else { return false }
    for other in context.hits where other.start == index {
      if other.isCue(.negationStop) {
        guard content == 0, isComparison(other, in: context) else { return true }
      }
      if content > 0, other.meaning.family == 1 { return true }
    }
    guard content > 0 else { return false }
    let followsLink = context.hasClass(index - 1, [.preposition, .reporting, .orWord])
    if context.hasClass(index, [.subject, .possessive]), !followsLink { return true }
    if !isNoun, context.hasClass(index, .definite), !context.hasClass(index - 1, .orWord) {
      return true
    }
    if context.hasClass(index, .determiner), !followsLink, !context.hasClass(index - 1, .verb) {
      let end = min(index + 5, context.segmentRange(index).upperBound)
      if span(index + 1, end).contains(where: { context.hasClass($0, .verb) }) {
        return true
      }
    }
    return isNoun && context.hasClass(index, .verb) && !context.hasClass(index - 1, .orWord)
  }
}
