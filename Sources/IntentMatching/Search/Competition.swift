import LanguageProcessing

/// Decides between matches that claim the same words: the most specific wins, file order never does.
///
/// Findings compete with findings, intents with intents, names of flags and causes with names. A match loses when all
/// its words belong to a larger one that shares a telling word, or when they are the same words and the other is a
/// phrase. A match that reaches over a comma or an "and" for a word loses it to one that has it in its own segment,
/// unless its other segments say nothing else ("legs and periods both heavy"). Equals are all kept: the tie is for the
/// dialog to ask about. Words for body parts and sides may be shared.
struct Competition {
  let index: PatternIndex
  let line: LineScan

  /// Splits matches into those that stand and those that lost.
  func decide(_ matches: [RawMatch]) -> (winners: [RawMatch], beaten: [RawMatch]) {
    guard matches.count > 1 else { return (matches, []) }
    var isBeaten = [Bool](repeating: false, count: matches.count)
    for pair in rivals(matches) {
      let (a, b) = (matches[pair.0], matches[pair.1])
      if isBetter(a, than: b, first: true) {
        isBeaten[pair.1] = true
      } else if isBetter(b, than: a, first: false) {
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

  private func isSameMeaning(_ a: RawMatch, _ b: RawMatch) -> Bool {
    let (one, other) = (index.sources[Int(a.source)], index.sources[Int(b.source)])
    guard (one.role == .denial) == (other.role == .denial) else { return false }
    return one.target == other.target
  }

  private func isBetter(_ a: RawMatch, than b: RawMatch, first: Bool) -> Bool {
    if a.tokens == b.tokens {
      if isSameMeaning(a, b) {
        return a.specificity > b.specificity || (a.specificity == b.specificity && first)
      }
      return a.isPhrase && !b.isPhrase
    }
    if b.tokens.allSatisfy({ a.contains($0) }) { return true }
    if a.tokens.allSatisfy({ b.contains($0) }) { return false }
    if isSameMeaning(a, b), !speakOfDifferentParts(a, b) {
      return a.specificity > b.specificity || (a.specificity == b.specificity && first)
    }
    return !crosses(a) && reachesOver(b, for: a)
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
    return line.shape.segments[Int(first)] != line.shape.segments[Int(last)]
  }

  /// Whether a match takes a telling word of the other from another segment although its own say something else.
  private func reachesOver(_ match: RawMatch, for other: RawMatch) -> Bool {
    guard crosses(match), let home = other.tokens.first else { return false }
    let area = line.shape.segment(around: Int(home))
    for token in match.tokens where !area.contains(Int(token)) {
      let own = line.shape.segment(around: Int(token))
      for at in own
      where !line.shape.isSkippable[at] && !match.contains(Int32(truncatingIfNeeded: at)) {
        if !line.joiners.contains(line.utterance.tokens[at].text) { return true }
      }
    }
    return false
  }
}
