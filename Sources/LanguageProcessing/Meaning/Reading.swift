/// What one pass over an utterance found: cue phrases, clauses and parts of clauses.
struct Reading: Sendable {
  /// The entry of each token in the word table, -1 for none.
  var ids: [Int32] = []
  var classes: [WordClasses] = []
  /// In order of start.
  var hits: [PhraseHit] = []
  /// Tokens of each clause, its closing mark included.
  var clauses: [Range<Int>] = []
  var segments: [Range<Int>] = []

  /// The hits that start within a range of tokens.
  func hits(from start: Int, to end: Int) -> ArraySlice<PhraseHit> {
    let first = firstHit(from: start)
    var last = first
    while last < hits.count, hits[last].start < end { last += 1 }
    return hits[first..<last]
  }

  private func firstHit(from start: Int) -> Int {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].start < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func hasClass(_ index: Int, _ wanted: WordClasses) -> Bool {
    index >= 0 && index < classes.count && !classes[index].isDisjoint(with: wanted)
  }
}
