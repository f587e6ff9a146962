/// The phrases of a line, found by where they start.
struct PhraseHits: Sendable {
  /// In order of start.
  let all: [PhraseHit]
  /// For each token the first of the hits that start at it or behind it.
  private let firsts: [Int32]

  /// - Parameters:
  ///   - all: the phrases of a line, in order of start.
  ///   - count: how many tokens the line has.
  init(_ all: [PhraseHit] = [], tokens count: Int = 0) {
    self.all = all
    var next = 0
    var firsts: [Int32] = []
    firsts.reserveCapacity(count)
    for token in 0..<count {
      while next < all.count, all[next].start < token { next += 1 }
      firsts.append(Int32(truncatingIfNeeded: next))
    }
    self.firsts = firsts
  }

  /// The hits that start within a range of tokens.
  func from(_ start: Int, to end: Int) -> ArraySlice<PhraseHit> {
    let first = firstHit(from: start)
    return all[first..<max(first, firstHit(from: end))]
  }

  /// Whether any phrase begins at a token.
  func startsAny(_ token: Int) -> Bool {
    let first = firstHit(from: token)
    return first < all.count && all[first].start == token
  }

  private func firstHit(from start: Int) -> Int {
    guard start > 0 else { return 0 }
    return start < firsts.count ? Int(firsts[start]) : all.count
  }
}
