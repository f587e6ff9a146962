/// All phrases of a language, found in one pass over the words.
struct PhraseTrie: Sendable {
  /// A meaning of a node, and the number of its next; -1 ends the list.
  private struct Entry {
    var meaning: Meaning
    var next: Int32 = -1
  }

  private var children = NodeTable()
  /// The first meaning of each node; -1 where a phrase does not end.
  private var meanings: [Int32] = [-1]
  private var entries: [Entry] = []
  /// The node a word leads to from the start, by the word's number; 0 when none does.
  private var roots: [Int32] = []

  mutating func add(_ words: [Int32], meaning: Meaning) {
    guard let first = words.first else { return }
    if roots.count <= Int(first) {
      roots.append(contentsOf: repeatElement(0, count: Int(first) + 1 - roots.count))
    }
    var node = roots[Int(first)]
    if node == 0 {
      node = makeNode()
      roots[Int(first)] = node
    }
    for word in words.dropFirst() {
      if let next = children.next(node, word) {
        node = next
      } else {
        let next = makeNode()
        children.add(node, word, leadsTo: next)
        node = next
      }
    }
    add(meaning, to: node)
  }

  private mutating func add(_ meaning: Meaning, to node: Int32) {
    let number = Int32(truncatingIfNeeded: entries.count)
    var at = meanings[Int(node)]
    if at < 0 { meanings[Int(node)] = number }
    while at >= 0 {
      guard entries[Int(at)].meaning != meaning else { return }
      let next = entries[Int(at)].next
      if next < 0 { entries[Int(at)].next = number }
      at = next
    }
    entries.append(Entry(meaning: meaning))
  }

  /// Every phrase in a row of words, in order of their starts, longer ones first; a phrase covered by
  /// a longer one of its family is left out. Words without a number are -1 and end every phrase.
  func hits(in words: [Int32]) -> [PhraseHit] {
    var hits: [PhraseHit] = []
    hits.reserveCapacity(words.count)
    // Where the widest phrase so far of each family ends.
    var familyEnds = Meaning.PerFamily(repeating: 0)
    for start in words.indices {
      let first = words[start]
      guard first >= 0, Int(first) < roots.count else { continue }
      var node = roots[Int(first)]
      guard node > 0 else { continue }
      let countBefore = hits.count
      var end = start + 1
      while true {
        var at = meanings[Int(node)]
        while at >= 0 {
          hits.append(PhraseHit(meaning: entries[Int(at)].meaning, start: start, end: end))
          at = entries[Int(at)].next
        }
        guard end < words.count, words[end] >= 0,
          let next = children.next(node, words[end])
        else { break }
        node = next
        end += 1
      }
      if hits.count > countBefore { Self.prune(&hits, from: countBefore, &familyEnds) }
    }
    return hits
  }

  /// Orders the hits of one start by length and drops those that a longer one of their family covers.
  private static func prune(
    _ hits: inout [PhraseHit], from first: Int, _ ends: inout Meaning.PerFamily
  ) {
    if hits.count - first > 1 { hits[first...].reverse() }
    var kept = first
    for index in first..<hits.count {
      let hit = hits[index]
      let family = Int(hit.meaning.family)
      if family > 0 {
        let isSameSpan =
          kept > first
          && hits[first..<kept].contains {
            $0.meaning.family == hit.meaning.family && $0.end == hit.end
          }
        if hit.end <= ends[family], !isSameSpan { continue }
        ends[family] = max(ends[family], hit.end)
      }
      hits[kept] = hit
      kept += 1
    }
    hits.removeSubrange(kept...)
  }

  private mutating func makeNode() -> Int32 {
    meanings.append(-1)
    return Int32(clamping: meanings.count - 1)
  }
}
