import LanguageProcessing

/// What the searches ask of an utterance's tokens: which words count, where clauses and segments end, and which body
/// parts are spoken of together.
struct LineShape {
  /// What is asked of one token, side by side.
  private struct Place {
    var clause: Int32
    var segment: Int32
    /// A new statement begins with each clause and where a part of a clause speaks of a thing that is somebody's ("chest
    /// pain now, | my mate says it is fine").
    var statement: Int32 = 0
    /// How many words that count stand before the token.
    var counted: Int32
    var isSkippable: Bool
  }

  private var places: ContiguousArray<Place> = []
  /// How many words of the line count.
  private var words: Int32 = 0
  /// Tokens that name a body part, ascending.
  private(set) var bodyTokens: ContiguousArray<Int32> = []
  /// For each of `bodyTokens` the number of the coordination it belongs to ("calf and ankle").
  private var groups: ContiguousArray<Int32> = []

  init(_ utterance: Utterance, joiners: Set<String>) {
    let tokens = utterance.tokens
    places.reserveCapacity(tokens.count)
    for at in tokens.indices {
      let kind = tokens[at].kind
      let isSkipped =
        tokens[at].isIgnorable || kind == .punctuation || kind == .emoji || tokens[at].side != nil
      places.append(
        Place(
          clause: Int32(truncatingIfNeeded: tokens[at].clause),
          segment: Int32(truncatingIfNeeded: tokens[at].segment), counted: words,
          isSkippable: isSkipped))
      if !isSkipped { words += 1 }
      if tokens[at].bodyPart != nil { bodyTokens.append(Int32(truncatingIfNeeded: at)) }
    }
    groupBodyParts(utterance, joiners)
    findStatements(utterance, joiners)
  }

  private mutating func findStatements(_ utterance: Utterance, _ joiners: Set<String>) {
    let tokens = utterance.tokens
    var statement: Int32 = 0
    var isLead = true
    for at in places.indices {
      if at > 0, places[at].clause != places[at - 1].clause { statement += 1 }
      if at > 0, places[at].segment != places[at - 1].segment { isLead = true }
      places[at].statement = statement
      guard isLead, tokens[at].kind == .word else { continue }
      if utterance.isOwner(at) {
        if at > 0, places[at].clause == places[at - 1].clause { statement += 1 }
        places[at].statement = statement
        isLead = false
      } else if !joiners.contains(tokens[at].text) {
        isLead = false
      }
    }
  }

  /// Hard clause of a token.
  func clause(_ token: Int) -> Int32 { places[token].clause }

  /// Segment of a token.
  func segment(_ token: Int) -> Int32 { places[token].segment }

  /// Whether a token is an article, punctuation or a side: skipped between the words of a phrase.
  func isSkippable(_ token: Int) -> Bool { places[token].isSkippable }

  /// Words that count in `range`.
  func words(in range: Range<Int>) -> Int {
    Int(words(before: range.upperBound) - words(before: range.lowerBound))
  }

  private func words(before token: Int) -> Int32 {
    token < places.count ? places[token].counted : words
  }

  /// The coordination a body part belongs to; nil when the token names none.
  func group(of token: Int) -> Int32? {
    let at = firstBodyIndex(from: token)
    guard at < bodyTokens.count, Int(bodyTokens[at]) == token else { return nil }
    return groups[at]
  }

  /// The tokens from the first to the last body part spoken of together with this one; nil when it stands alone.
  func together(with token: Int) -> Range<Int32>? {
    guard let group = group(of: token) else { return nil }
    let lower = Self.partition(groups) { $0 >= group }
    let upper = Self.partition(groups) { $0 > group }
    return upper - lower > 1 ? bodyTokens[lower]..<bodyTokens[upper - 1] + 1 : nil
  }

  /// Body part tokens in a range of tokens.
  func bodyTokens(in range: Range<Int>) -> ContiguousArray<Int32>.SubSequence {
    let lower = firstBodyIndex(from: range.lowerBound)
    let upper = firstBodyIndex(from: range.upperBound)
    return bodyTokens[lower..<max(lower, upper)]
  }

  /// The tokens of the segment that a token stands in.
  func segment(around token: Int) -> Range<Int> {
    let wanted = places[token].segment
    let lower = Self.partition(places) { $0.segment >= wanted }
    let upper = Self.partition(places) { $0.segment > wanted }
    return lower..<upper
  }

  /// The tokens of the statements that a range of tokens touches.
  func statements(around tokens: Range<Int32>) -> Range<Int32> {
    let first = places[Int(tokens.lowerBound)].statement
    let last = places[max(Int(tokens.lowerBound), Int(tokens.upperBound) - 1)].statement
    let lower = Self.partition(places) { $0.statement >= first }
    let upper = Self.partition(places) { $0.statement > last }
    return Int32(truncatingIfNeeded: lower)..<Int32(truncatingIfNeeded: upper)
  }

  private func firstBodyIndex(from token: Int) -> Int {
    Self.partition(bodyTokens) { $0 >= Int32(truncatingIfNeeded: token) }
  }

  @inline(__always)
  private static func partition<Element>(
    _ sorted: ContiguousArray<Element>, _ isBeyond: (Element) -> Bool
  ) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Body parts are spoken of together when only articles, sides, commas and joining words stand between them.
  private mutating func groupBodyParts(_ utterance: Utterance, _ joiners: Set<String>) {
    var group: Int32 = 0
    for (at, token) in bodyTokens.enumerated() {
      if at > 0, !isJoined(Int(bodyTokens[at - 1]), Int(token), utterance, joiners) { group += 1 }
      groups.append(group)
    }
  }

  private func isJoined(
    _ first: Int, _ second: Int, _ utterance: Utterance, _ joiners: Set<String>
  ) -> Bool {
    guard clause(first) == clause(second), second - first <= 8 else { return false }
    var hasJoiner = false
    for index in first + 1..<second where !isSkippable(index) {
      guard joiners.contains(utterance.tokens[index].text) else { return false }
      hasJoiner = true
    }
    guard !hasJoiner, segment(first) != segment(second) else { return true }
    // "Not the calf, the ankle": the one is meant in place of the other.
    let before = (0..<first).suffix(3).last { !isSkippable($0) }
    return !(before.map(utterance.deniesPlace) ?? false)
  }
}
