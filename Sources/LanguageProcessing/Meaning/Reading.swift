/// What one pass over an utterance found: cue phrases, clauses and parts of clauses.
struct Reading: Sendable {
  /// The entry of each token in the word table, -1 for none.
  var ids: [Int32] = []
  var classes: [WordClasses] = []
  /// In order of start; set together with where those of each token begin: see `setHits`.
  private(set) var hits: [PhraseHit] = []
  /// For each token the first of the hits that start at it or behind it.
  private var firstHits: [Int32] = []
  /// Tokens of each clause, its closing mark included.
  var clauses: [Range<Int>] = []
  var segments: [Range<Int>] = []

  /// The hits that start within a range of tokens.
  func hits(from start: Int, to end: Int) -> ArraySlice<PhraseHit> {
    let first = firstHit(from: start)
    return hits[first..<max(first, firstHit(from: end))]
  }

  private func firstHit(from start: Int) -> Int {
    guard start > 0 else { return 0 }
    return start < firstHits.count ? Int(firstHits[start]) : hits.count
  }

  /// Takes what the phrases of a line of so many tokens are, in order of start.
  mutating func setHits(_ found: [PhraseHit], tokens count: Int) {
    hits = found
    firstHits = []
    firstHits.reserveCapacity(count)
    var next = 0
    for token in 0..<count {
      while next < found.count, found[next].start < token { next += 1 }
      firstHits.append(Int32(truncatingIfNeeded: next))
    }
  }

  func hasClass(_ index: Int, _ wanted: WordClasses) -> Bool {
    index >= 0 && index < classes.count && !classes[index].isDisjoint(with: wanted)
  }
}
