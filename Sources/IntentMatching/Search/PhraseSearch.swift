/// Finds a phrase around an occurrence of its rarest place: outward in both directions, keeping the set of places that
/// can be reached, so that no order of repeated words makes it try anything twice.
struct PhraseSearch {
  /// A place reached: where the words so far end (or begin), and which tokens they are.
  private struct State {
    var position: Int32
    var mask: UInt64
    /// A gap was allowed before a place that was left out.
    var hasGap: Bool
  }

  private var states: ContiguousArray<State> = []
  private var next: ContiguousArray<State> = []

  /// The tightest find that uses the occurrence at the rule's anchor.
  mutating func find(
    _ rule: PhraseRule, around number: Int32, in line: LineScan
  ) -> LineScan.Find? {
    let anchor = line.occurrences[number]
    let base = anchor.start - LineScan.reach
    guard anchor.end - base <= 64 else { return nil }
    let places = rule.elements.indices
    let at = places.lowerBound + Int(rule.anchor)
    let own = anchor.mask << UInt64(anchor.start - base)
    guard
      let right = reach(
        places: (at + 1..<places.upperBound), forward: true, from: anchor, base, line),
      let left = reach(places: (places.lowerBound..<at), forward: false, from: anchor, base, line)
    else { return nil }
    let mask = own | left.mask | right.mask
    return LineScan.Find(
      symbol: rule.output, start: left.position, end: right.position,
      mask: mask >> UInt64(left.position - base))
  }

  /// Goes through the places in one direction and gives the nearest end, best reading first.
  private mutating func reach(
    places: Range<Int>, forward: Bool, from anchor: Occurrence, _ base: Int32, _ line: LineScan
  ) -> State? {
    states.removeAll(keepingCapacity: true)
    states.append(
      State(position: forward ? anchor.end : anchor.start, mask: 0, hasGap: false))
    for step in 0..<places.count {
      let at = forward ? places.lowerBound + step : places.upperBound - 1 - step
      let element = line.index.elements[at]
      // Going back, the gap stands on the element just left.
      let gap = forward ? element.followsGap : line.index.elements[at + 1].followsGap
      next.removeAll(keepingCapacity: true)
      for state in states {
        let hasGap = state.hasGap || gap
        if element.isOptional {
          keep(State(position: state.position, mask: state.mask, hasGap: hasGap))
        }
        extend(state, by: element, hasGap, forward, base, line)
      }
      swap(&states, &next)
      if states.isEmpty { return nil }
    }
    var best = states[0]
    for state in states.dropFirst() {
      let isNearer =
        forward ? state.position < best.position : state.position > best.position
      if isNearer || (state.position == best.position && state.mask.isBetterMask(than: best.mask)) {
        best = state
      }
    }
    return best
  }

  private mutating func extend(
    _ state: State, by element: PhraseElement, _ hasGap: Bool, _ forward: Bool, _ base: Int32,
    _ line: LineScan
  ) {
    let clause = line.shape.clause(Int(forward ? state.position - 1 : state.position))
    var skips = 0
    var words = 0
    var position = Int(state.position)
    while true {
      take(element, at: position, state, forward, base, line)
      let passed = forward ? position : position - 1
      guard passed >= 0, passed < line.tokenCount, line.shape.clause(passed) == clause else {
        return
      }
      if line.shape.isSkippable(passed) {
        skips += 1
        guard skips <= LineScan.mostSkips else { return }
      } else {
        words += 1
        guard hasGap, words <= LineScan.widestGap else { return }
      }
      position += forward ? 1 : -1
    }
  }

  /// Keeps every occurrence of the element that begins (going back: ends) at a position.
  private mutating func take(
    _ element: PhraseElement, at position: Int, _ state: State, _ forward: Bool, _ base: Int32,
    _ line: LineScan
  ) {
    let clause = line.shape.clause(Int(forward ? state.position - 1 : state.position))
    var at =
      forward
      ? line.occurrences.first(startingAt: position) : line.occurrences.first(endingAt: position)
    while at >= 0 {
      let found = line.occurrences[at]
      at = forward ? found.nextAtStart : found.nextAtEnd
      guard element.bits & PatternIndex.bit(found.symbol) != 0, found.start >= base,
        found.end - base <= 64,
        line.shape.clause(Int(found.start)) == clause,
        element.alternatives.indices.contains(where: { line.index.lists[$0] == found.symbol })
      else { continue }
      keep(
        State(
          position: forward ? found.end : found.start,
          mask: state.mask | found.mask << UInt64(found.start - base), hasGap: false))
    }
  }

  /// Keeps a state unless one at the same place reads better.
  private mutating func keep(_ state: State) {
    for at in next.indices
    where next[at].position == state.position && next[at].hasGap == state.hasGap {
      if state.mask.isBetterMask(than: next[at].mask) { next[at].mask = state.mask }
      return
    }
    next.append(state)
  }
}
