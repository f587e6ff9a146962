/// Finds the patterns whose required words all stand near each other, in any order.
///
/// Candidates come from the index: only patterns whose rarest symbol the line holds. For each, the places of all its
/// symbols are linked into chains (neighbours at most four other words apart); a chain that holds every required slot
/// is a match, at its tightest windows.
struct BagSearch {
  /// A place that may fill a slot; slot -1 is an optional word.
  struct Filling {
    var start: Int32
    var end: Int32
    var slot: Int32
    var mask: UInt64
  }

  /// At most so many matches of one pattern in one line are kept, from its head and from its tail.
  static let mostMatches = 64
  /// Tries at giving overlapping words to different slots, for one pattern and line.
  private static let mostTries = 100_000

  private var fillings: ContiguousArray<Filling> = []
  private var tries = 0
  private(set) var matches: [RawMatch] = []

  /// All matches in the line, by pattern in order of the pack.
  mutating func search(_ line: inout LineScan) {
    var candidates: ContiguousArray<Int32> = []
    candidates.reserveCapacity(64)
    line.index.bagsByAnchor.collect(line.occurrences, into: &candidates)
    if candidates.count > 1 { candidates.sort() }
    for at in candidates.indices where at == 0 || candidates[at] != candidates[at - 1] {
      if line.index.bags[Int(candidates[at])].needsValues { line.loadValues() }
      search(line.index.bags[Int(candidates[at])], line)
    }
  }

  /// Whether each required slot has a symbol that occurs in the line, before anything is gathered.
  private func mayFit(_ bag: BagRule, _ line: LineScan) -> Bool {
    let index = line.facts.shared.index
    for slot in bag.slots.indices {
      guard line.occurrences.meets(index.slotNeeds[slot]) else { return false }
    }
    return true
  }

  private mutating func search(_ bag: BagRule, _ line: LineScan) {
    guard mayFit(bag, line), collect(bag, line) else { return }
    guard !hasOneWay(bag, line) else { return addOnlyMatch(bag, line) }
    tries = 0
    var found: ContiguousArray<RawMatch> = []
    var first = 0
    while first < fillings.count {
      let end = chainEnd(from: first, line.shape)
      var chain = BagChain(
        fillings[first..<end], slots: bag.slots.count, tries: Self.mostTries - tries)
      if chain.isComplete, !isExcluded(bag, from: first, to: end, line) {
        found += chain.matches(bag, line)
      }
      tries += chain.tries
      first = end
    }
    if found.count > Self.mostMatches {
      let half = Self.mostMatches / 2
      found.removeSubrange(half..<found.count - half)
    }
    matches += found
  }

  /// Whether each word of a pattern stands once in the line, as is nearly always so: there is one way to give out the
  /// places, and nothing to be tried.
  private func hasOneWay(_ bag: BagRule, _ line: LineScan) -> Bool {
    guard fillings.count == bag.slots.count, line.shape.bodyTokens.count < 2 else { return false }
    return fillings.indices.dropFirst().allSatisfy {
      fillings[$0].start >= fillings[$0 - 1].end
    }
  }

  private mutating func addOnlyMatch(_ bag: BagRule, _ line: LineScan) {
    guard chainEnd(from: 0, line.shape) == fillings.count,
      !isExcluded(bag, from: 0, to: fillings.count, line)
    else { return }
    var match = RawMatch(source: bag.source, isPhrase: bag.isPhrase, tokens: [])
    match.tokens.reserveCapacity(fillings.count)
    for filling in fillings {
      BagChain.append(filling, to: &match.tokens)
      if !bag.isPhrase, filling.end - filling.start > 1 {
        match.units.append(filling.start..<filling.end)
      }
    }
    guard BodyPartRule(line: line.facts).allows(match.tokens),
      bag.isPhrase || SubjectRule(line: line.facts).allows(match.tokens)
    else { return }
    matches.append(match)
  }

  /// Whether the pattern's words stand near enough, and only the rules of body parts and subjects keep them from being heard together.
  static func isRefusedForBodyPart(_ bag: BagRule, _ line: LineScan) -> Bool {
    var search = BagSearch()
    guard search.collect(bag, line) else { return false }
    var first = 0
    while first < search.fillings.count {
      let end = search.chainEnd(from: first, line.shape)
      let chain = BagChain(
        search.fillings[first..<end], slots: bag.slots.count, tries: mostTries)
      if chain.isComplete { return true }
      first = end
    }
    return false
  }

  /// Gathers the places of all slots, in order; false when a slot has none.
  private mutating func collect(_ bag: BagRule, _ line: LineScan) -> Bool {
    fillings.removeAll(keepingCapacity: true)
    for (slot, at) in bag.slots.indices.enumerated() {
      let before = fillings.count
      collect(line.index.slots[at], slot: Int32(truncatingIfNeeded: slot), line)
      if fillings.count == before { return false }
    }
    collect(bag.optional, slot: -1, line)
    if fillings.count > 1 {
      fillings.sort {
        if $0.start != $1.start { return $0.start < $1.start }
        if $0.end != $1.end { return $0.end < $1.end }
        if $0.slot != $1.slot { return $0.slot < $1.slot }
        return $0.mask.isBetterMask(than: $1.mask)
      }
      dropEqual()
    }
    return true
  }

  private mutating func collect(_ list: FlatRange, slot: Int32, _ line: LineScan) {
    for at in list.indices {
      var number = line.occurrences.first(of: line.index.lists[at])
      while number >= 0 {
        let found = line.occurrences[number]
        fillings.append(
          Filling(start: found.start, end: found.end, slot: slot, mask: found.mask))
        number = found.nextOfSymbol
      }
    }
  }

  private mutating func dropEqual() {
    var kept = 0
    for at in fillings.indices {
      if kept > 0 {
        let last = fillings[kept - 1]
        let this = fillings[at]
        if last.start == this.start, last.end == this.end, last.slot == this.slot { continue }
      }
      fillings[kept] = fillings[at]
      kept += 1
    }
    fillings.removeSubrange(kept...)
  }

  /// Where the chain that begins at a filling ends: at a clause, or at a gap that is too wide.
  private func chainEnd(from first: Int, _ shape: LineShape) -> Int {
    let clause = shape.clause(Int(fillings[first].start))
    var reached = fillings[first].end
    var at = first + 1
    while at < fillings.count {
      let start = fillings[at].start
      guard shape.clause(Int(start)) == clause,
        start <= reached || shape.words(in: Int(reached)..<Int(start)) <= LineScan.widestGap
      else { break }
      reached = max(reached, fillings[at].end)
      at += 1
    }
    return at
  }

  /// Whether a word that must not stand with the fillings does; what is said of somebody's other thing is no part of it.
  private func isExcluded(_ bag: BagRule, from first: Int, to end: Int, _ line: LineScan) -> Bool {
    guard bag.excluded.count > 0 else { return false }
    let area = line.shape.statements(around: fillings[first].start..<fillings[end - 1].start + 1)
    return bag.excluded.indices.contains {
      line.occurrences.contains(line.index.lists[$0], in: area)
    }
  }
}
