import LanguageProcessing

/// Decides between matches that claim the same words. File order never does.
///
/// Intents compete with intents, names of flags and causes with names: the more specific wins, that is the one with more
/// words, and a phrase over the same words in any order. Findings are facts, of which several may be true of the same
/// words ("chest pain now" is also chest pain), so that none is lost to a more special one. A finding loses where it takes
/// a word in another sense: a body part out of words that mean something else as a whole ("leg" of "leg day"), or a word
/// for a body part from over a comma or an "and", where it has its own match, unless the body part stands there with
/// nothing else said of it ("legs and periods both heavy"). Of one meaning heard twice in the same words the more specific
/// stands for both. Equals are all kept: the tie is for the dialog to ask about.
struct Competition {
  let line: LineFacts

  private var index: PatternIndex {
    _read { yield line.index }
  }

  /// Splits matches into those that stand and those that lost.
  func decide(_ matches: [RawMatch]) -> (winners: [RawMatch], beaten: [RawMatch]) {
    guard matches.count > 1 else { return (matches, []) }
    var isBeaten = [Bool](repeating: false, count: matches.count)
    for pair in rivals(matches) {
      let (a, b) = (matches[pair.0], matches[pair.1])
      if speaksAgainst(a, b) {
        isBeaten[pair.1] = true
      } else if speaksAgainst(b, a) {
        isBeaten[pair.0] = true
      } else if isBetter(a, than: b, first: true) {
        if mayBeat(a, b) { isBeaten[pair.1] = true }
      } else if isBetter(b, than: a, first: false), mayBeat(b, a) {
        isBeaten[pair.0] = true
      }
    }
    var winners: [RawMatch] = []
    var beaten: [RawMatch] = []
    for at in matches.indices {
      if isBeaten[at] { beaten.append(matches[at]) } else { winners.append(matches[at]) }
    }
    return (winners, beaten)
  }

  /// Pairs of the same kind that share a telling word, each pair once.
  private func rivals(_ matches: [RawMatch]) -> [(Int, Int)] {
    var byToken: [Int32: [Int]] = [:]
    for at in matches.indices {
      for token in matches[at].tokens where isTelling(token) {
        byToken[token, default: []].append(at)
      }
    }
    var pairs = Set<Int64>()
    for list in byToken.values where list.count > 1 {
      for (at, a) in list.enumerated() {
        for b in list[(at + 1)...] where kind(matches[a]) == kind(matches[b]) {
          pairs.insert(Int64(a) << 32 | Int64(b))
        }
      }
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  private func isTelling(_ token: Int32) -> Bool {
    let token = line.utterance.tokens[Int(token)]
    return token.bodyPart == nil && token.side == nil && !token.isIgnorable
  }

  private func kind(_ match: RawMatch) -> Int {
    switch index.targets[Int(index.sources[Int(match.source)].target)].target {
    case .finding: 0
    case .intent: 1
    case .redFlag, .cause: 2
    }
  }

  /// A sign that a red flag rests on is lost only to a larger harmless reading that holds all its words and more
  /// ("dead legs"), never to another sign or to an equal: hearing both is the safe error.
  private func mayBeat(_ winner: RawMatch, _ loser: RawMatch) -> Bool {
    guard isSign(loser), !isSameMeaning(winner, loser) else { return true }
    return !isSign(winner) && winner.tokens.count > loser.tokens.count
      && loser.tokens.allSatisfy { winner.contains($0) }
  }

  private func isSign(_ match: RawMatch) -> Bool {
    index.targets[Int(index.sources[Int(match.source)].target)].isSign
  }

  private func isSameMeaning(_ a: RawMatch, _ b: RawMatch) -> Bool {
    let (one, other) = (index.sources[Int(a.source)], index.sources[Int(b.source)])
    guard (one.role == .denial) == (other.role == .denial) else { return false }
    return one.target == other.target
  }

  private func isBetter(_ a: RawMatch, than b: RawMatch, first: Bool) -> Bool {
    let isWithin = isCovered(b, by: a)
    let contains = isCovered(a, by: b)
    if isSameMeaning(a, b), isWithin || contains || !speakOfDifferentParts(a, b) {
      if isWithin != contains { return isWithin }
      return a.specificity > b.specificity || (a.specificity == b.specificity && first)
    }
    if isWithin, contains { return kind(a) != 0 && a.isPhrase && !b.isPhrase }
    if isWithin { return kind(a) != 0 || splits(b, a) }
    if contains { return false }
    return !crosses(a) && reachesOver(b, for: a)
  }

  /// Whether a denial in one part of the sentence has the thing of a match that takes another word from over a comma:
  /// "black toenails, | poo is normal".
  private func speaksAgainst(_ denial: RawMatch, _ other: RawMatch) -> Bool {
    let (one, two) = (index.sources[Int(denial.source)], index.sources[Int(other.source)])
    guard one.role == .denial, two.role != .denial, one.target == two.target, crosses(other),
      !crosses(denial), let place = denial.tokens.first
    else { return false }
    let part = line.shape.segment(around: Int(place))
    return other.tokens.allSatisfy { !part.contains(Int($0)) || denial.contains($0) }
  }

  /// Whether all words of a match that count belong to another.
  private func isCovered(_ match: RawMatch, by other: RawMatch) -> Bool {
    match.tokens.allSatisfy { line.shape.isSkippable(Int($0)) || other.contains($0) }
  }

  /// Whether a match takes a body part out of words that mean something else as a whole ("leg" of "leg day").
  private func splits(_ match: RawMatch, _ other: RawMatch) -> Bool {
    let parts = bodyTokens(match)
    return other.units.contains { unit in
      guard parts.contains(where: { unit.contains($0) }) else { return false }
      let words = other.tokens.filter { unit.contains($0) && !line.shape.isSkippable(Int($0)) }
      return !words.allSatisfy { match.contains($0) }
    }
  }

  /// "my calf and ankle hurt": one finding, heard of each.
  private func speakOfDifferentParts(_ a: RawMatch, _ b: RawMatch) -> Bool {
    let one = bodyTokens(a)
    let other = bodyTokens(b)
    return !one.isEmpty && !other.isEmpty && Set(one).isDisjoint(with: other)
  }

  private func bodyTokens(_ match: RawMatch) -> [Int32] {
    match.tokens.filter { line.utterance.tokens[Int($0)].bodyPart != nil }
  }

  private func crosses(_ match: RawMatch) -> Bool {
    guard let first = match.tokens.first, let last = match.tokens.last else { return false }
    return line.shape.segment(Int(first)) != line.shape.segment(Int(last))
  }

  /// Whether a finding of a body part takes a word from another segment, where it has its own match, although its own
  /// segment says something else ("periods are heavy, legs fine").
  private func reachesOver(_ match: RawMatch, for other: RawMatch) -> Bool {
    guard crosses(match), let home = other.tokens.first else { return false }
    let area = line.shape.segment(around: Int(home))
    let parts = bodyTokens(match)
    guard !parts.isEmpty, parts.allSatisfy({ !area.contains(Int($0)) }) else { return false }
    for token in match.tokens where !area.contains(Int(token)) {
      let own = line.shape.segment(around: Int(token))
      for at in own where !line.shape.isSkippable(at) {
        let isOwn = match.contains(Int32(truncatingIfNeeded: at))
        if !isOwn, !line.joiners.contains(line.utterance.tokens[at].text) { return true }
      }
    }
    return false
  }
}
