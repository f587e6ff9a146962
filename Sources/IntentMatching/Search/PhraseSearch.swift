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
      let right = end(at + 1..<places.upperBound, forward: true, from: anchor, base, line),
      let left = end(places.lowerBound..<at, forward: false, from: anchor, base, line)
    else { return nil }
    let mask = own | left.mask | right.mask
    return LineScan.Find(
      symbol: rule.output, start: left.position, end: right.position,
      mask: mask >> UInt64(left.position - base))
  }

  /// The nearest end in one direction, best reading first.
  private mutating func end(
    _ places: Range<Int>, forward: Bool, from anchor: Occurrence, _ base: Int32, _ line: LineScan
  ) -> State? {
    switch onlyWay(through: places, forward: forward, from: anchor, base, line) {
    case .none: nil
    case .one(let state): state
    case .several: reach(places: places, forward: forward, from: anchor, base, line)
    }
  }

  private enum Ways {
    case none, one(State), several
  }

  /// Goes through the places as long as there is one way to go, as there nearly always is, if any: nothing has to be kept.
  private func onlyWay(
    through places: Range<Int>, forward: Bool, from anchor: Occurrence, _ base: Int32,
    _ line: LineScan
  ) -> Ways {
    var state = State(position: forward ? anchor.end : anchor.start, mask: 0, hasGap: false)
    for step in 0..<places.count {
      let at = forward ? places.lowerBound + step : places.upperBound - 1 - step
      let element = line.index.elements[at]
      let gap = forward ? element.followsGap : line.index.elements[at + 1].followsGap
      state.hasGap = state.hasGap || gap
      var next: State?
      let count = count(of: element, from: state, forward, base, line, last: &next)
      guard let next else {
        if element.isOptional { continue }
        return .none
      }
      guard count == 1, !element.isOptional else { return .several }
      state = next
    }
    return .one(state)
  }

  /// How often an element stands where it may, seen from a state; two or more count as two.
  private func count(
    of element: PhraseElement, from state: State, _ forward: Bool, _ base: Int32, _ line: LineScan,
    last: inout State?
  ) -> Int {
    var count = 0
    forEachPosition(from: state, state.hasGap, forward, line) { position in
      forEach(element, at: position, state, forward, base, line) { found in
        count += 1
        last = found
      }
      return count < 2
    }
    return count
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
    forEachPosition(from: state, hasGap, forward, line) { position in
      forEach(element, at: position, state, forward, base, line) { keep($0) }
      return true
    }
  }

  /// The positions at which the next place of a phrase may begin (going back: end), nearest first, as long as wanted.
  @inline(__always)
  private func forEachPosition(
    from state: State, _ hasGap: Bool, _ forward: Bool, _ line: LineScan, _ body: (Int) -> Bool
  ) {
    let clause = line.shape.clause(Int(forward ? state.position - 1 : state.position))
    var skips = 0
    var words = 0
    var position = Int(state.position)
    while body(position) {
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

  /// Every occurrence of the element that begins (going back: ends) at a position, as the state it leads to.
  @inline(__always)
  private func forEach(
    _ element: PhraseElement, at position: Int, _ state: State, _ forward: Bool, _ base: Int32,
    _ line: LineScan, _ body: (State) -> Void
  ) {
    let clause = line.shape.clause(Int(forward ? state.position - 1 : state.position))
    var at =
      forward
      ? line.occurrences.first(startingAt: position) : line.occurrences.first(endingAt: position)
    while at >= 0 {
      let found = line.occurrences[at]
      at = forward ? found.nextAtStart : found.nextAtEnd
      guard element.bits & PatternIndex.bit(found.symbol) != 0, found.start >= base,
        found.end - base <= 64, line.shape.clause(Int(found.start)) == clause,
        element.alternatives.indices.contains(where: { line.index.lists[$0] == found.symbol })
      else { continue }
      body(
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
