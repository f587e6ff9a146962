import LanguageProcessing

/// What the searches ask of an utterance's tokens, as flat arrays: which words count, where clauses and segments end,
/// and which body parts are spoken of together.
struct LineShape {
  /// Hard clause of each token.
  private(set) var clauses: ContiguousArray<Int32>
  /// Segment of each token.
  private(set) var segments: ContiguousArray<Int32>
  /// Statement of each token: a new one begins with each clause and where a part of a clause speaks of a thing that is
  /// somebody's ("chest pain now, | my mate says it is fine").
  private(set) var statements: ContiguousArray<Int32> = []
  /// Articles, punctuation and sides: skipped between the words of a phrase.
  private(set) var isSkippable: ContiguousArray<Bool>
  /// How many words that count stand before each token; one more than there are tokens.
  private(set) var counted: ContiguousArray<Int32>
  /// Tokens that name a body part, ascending.
  private(set) var bodyTokens: ContiguousArray<Int32> = []
  /// For each of `bodyTokens` the number of the coordination it belongs to ("calf and ankle").
  private var groups: ContiguousArray<Int32> = []

  /// - Parameter isOwner: tells words that say whose a thing is.
  init(_ tokens: [Token], joiners: Set<String>, isOwner: (Int) -> Bool = { _ in false }) {
    let count = tokens.count
    clauses = []
    segments = []
    isSkippable = []
    counted = [0]
    clauses.reserveCapacity(count)
    segments.reserveCapacity(count)
    isSkippable.reserveCapacity(count)
    counted.reserveCapacity(count + 1)
    var words: Int32 = 0
    for at in 0..<count {
      clauses.append(Int32(truncatingIfNeeded: tokens[at].clause))
      segments.append(Int32(truncatingIfNeeded: tokens[at].segment))
      let kind = tokens[at].kind
      let isSkipped =
        tokens[at].isIgnorable || kind == .punctuation || kind == .emoji || tokens[at].side != nil
      isSkippable.append(isSkipped)
      if !isSkipped { words += 1 }
      counted.append(words)
      if tokens[at].bodyPart != nil { bodyTokens.append(Int32(truncatingIfNeeded: at)) }
    }
    groupBodyParts(tokens, joiners)
    findStatements(tokens, joiners, isOwner)
  }

  private mutating func findStatements(
    _ tokens: [Token], _ joiners: Set<String>, _ isOwner: (Int) -> Bool
  ) {
    statements.reserveCapacity(tokens.count)
    var statement: Int32 = 0
    var isLead = true
    for at in tokens.indices {
      if at > 0, clauses[at] != clauses[at - 1] { statement += 1 }
      if at > 0, segments[at] != segments[at - 1] { isLead = true }
      statements.append(statement)
      guard isLead, tokens[at].kind == .word else { continue }
      if isOwner(at) {
        if at > 0, clauses[at] == clauses[at - 1] { statement += 1 }
        statements[at] = statement
        isLead = false
      } else if !joiners.contains(tokens[at].text) {
        isLead = false
      }
    }
  }

  /// Words that count in `range`.
  func words(in range: Range<Int>) -> Int {
    Int(counted[range.upperBound] - counted[range.lowerBound])
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
    let wanted = segments[token]
    let lower = Self.partition(segments) { $0 >= wanted }
    let upper = Self.partition(segments) { $0 > wanted }
    return lower..<upper
  }

  /// The tokens of the statements that a range of tokens touches.
  func statements(around tokens: Range<Int32>) -> Range<Int32> {
    let first = statements[Int(tokens.lowerBound)]
    let last = statements[max(Int(tokens.lowerBound), Int(tokens.upperBound) - 1)]
    let lower = Self.partition(statements) { $0 >= first }
    let upper = Self.partition(statements) { $0 > last }
    return Int32(truncatingIfNeeded: lower)..<Int32(truncatingIfNeeded: upper)
  }

  private func firstBodyIndex(from token: Int) -> Int {
    Self.partition(bodyTokens) { $0 >= Int32(truncatingIfNeeded: token) }
  }

  private static func partition(
    _ sorted: ContiguousArray<Int32>, _ isBeyond: (Int32) -> Bool
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
  private mutating func groupBodyParts(_ tokens: [Token], _ joiners: Set<String>) {
    var group: Int32 = 0
    for (at, token) in bodyTokens.enumerated() {
      if at > 0, !isJoined(Int(bodyTokens[at - 1]), Int(token), tokens, joiners) { group += 1 }
      groups.append(group)
    }
  }

  private func isJoined(
    _ first: Int, _ second: Int, _ tokens: [Token], _ joiners: Set<String>
  ) -> Bool {
    guard clauses[first] == clauses[second], second - first <= 8 else { return false }
    return (first + 1..<second).allSatisfy { isSkippable[$0] || joiners.contains(tokens[$0].text) }
  }
}
