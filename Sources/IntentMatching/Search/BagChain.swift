import LanguageProcessing

/// The places of a pattern's words that hang together: neighbours at most four other words apart.
struct BagChain {
  typealias Filling = BagSearch.Filling

  private let fillings: ContiguousArray<Filling>
  private let slots: Int
  /// Whether places of different slots share tokens, so that giving them out needs trying.
  private let overlaps: Bool
  private let hasOptional: Bool
  private var counts: ContiguousArray<Int32>
  private let mostTries: Int
  private(set) var tries = 0

  init(_ slice: ContiguousArray<Filling>.SubSequence, slots: Int, tries: Int) {
    fillings = ContiguousArray(slice)
    self.slots = slots
    mostTries = tries
    counts = ContiguousArray(repeating: 0, count: slots)
    var reached: Int32 = -1
    var isOverlapping = false
    for filling in fillings where filling.slot >= 0 {
      if filling.start < reached { isOverlapping = true }
      reached = max(reached, filling.end)
    }
    overlaps = isOverlapping
    hasOptional = fillings.contains { $0.slot < 0 }
  }

  /// Whether every required slot has a place at all.
  var isComplete: Bool {
    guard slots > 1 else { return fillings.contains { $0.slot == 0 } }
    var seen = ContiguousArray(repeating: false, count: slots)
    for filling in fillings where filling.slot >= 0 { seen[Int(filling.slot)] = true }
    return !seen.contains(false)
  }

  /// The matches at the tightest windows, the shortest first where they would share tokens.
  mutating func matches(_ bag: BagRule, _ line: LineScan) -> ContiguousArray<RawMatch> {
    let rule = BodyPartRule(line: line.facts)
    let subjects = SubjectRule(line: line.facts)
    var accepted: ContiguousArray<Choice> = []
    var taken = Set<Int32>()
    let windows = tightWindows()
    // These windows are known to hold a way, so that finding it again takes few tries.
    tries = 0
    for window in windows.count > 1
      ? ContiguousArray(windows.sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) })
      : windows
    {
      guard let choice = assignment(in: window) else { continue }
      let tokens = self.tokens(choice)
      guard rule.allows(tokens), bag.isPhrase || subjects.allows(tokens) else { continue }
      if windows.count > 1 {
        guard taken.isDisjoint(with: tokens) else { continue }
        taken.formUnion(tokens)
      }
      accepted.append(choice)
    }
    Self.trim(&accepted) { fillings[$0[0]].start }
    let coordinated = self.coordinated(with: accepted, rule, line)
    accepted += coordinated
    var found: ContiguousArray<RawMatch> = []
    for choice in accepted {
      let longest = upgraded(choice, rule)
      let tokens = withOptional(self.tokens(longest))
      guard !found.contains(where: { $0.tokens == tokens }) else { continue }
      var match = RawMatch(source: bag.source, isPhrase: bag.isPhrase, tokens: tokens)
      for at in longest where !bag.isPhrase && fillings[at].end - fillings[at].start > 1 {
        match.units.append(fillings[at].start..<fillings[at].end)
      }
      found.append(match)
    }
    if found.count > 1 { found.sort { $0.tokens.lexicographicallyPrecedes($1.tokens) } }
    return found
  }

  /// Keeps the head and the tail of very many.
  private static func trim(_ choices: inout ContiguousArray<Choice>, by start: (Choice) -> Int32) {
    guard choices.count > BagSearch.mostMatches else { return }
    choices.sort { start($0) < start($1) }
    let half = BagSearch.mostMatches / 2
    choices.removeSubrange(half..<choices.count - half)
  }

  // MARK: Windows

  /// One filling for each slot.
  typealias Choice = ContiguousArray<Int>

  /// Ranges of tokens that hold a place for every slot and no smaller such range.
  private mutating func tightWindows() -> ContiguousArray<Range<Int32>> {
    var windows: ContiguousArray<Range<Int32>> = []
    let required = ContiguousArray(fillings.indices.filter { fillings[$0].slot >= 0 })
    let byEnd = ContiguousArray(
      required.sorted { (fillings[$0].end, $0) < (fillings[$1].end, $1) })
    for slot in counts.indices { counts[slot] = 0 }
    // `required` is in order of start; those before `low` have left the window.
    var low = 0
    var next = 0
    while next < byEnd.count {
      let end = fillings[byEnd[next]].end
      while next < byEnd.count, fillings[byEnd[next]].end == end {
        if low < required.count, fillings[byEnd[next]].start >= fillings[required[low]].start {
          counts[Int(fillings[byEnd[next]].slot)] += 1
        }
        next += 1
      }
      var start: Int32?
      while low < required.count, isSatisfied(required, from: low, end: end) {
        start = fillings[required[low]].start
        leave(required, &low, end: end)
      }
      if let start { windows.append(start..<end) }
    }
    return windows
  }

  /// Takes all fillings with the smallest start out of the window.
  private mutating func leave(_ required: ContiguousArray<Int>, _ low: inout Int, end: Int32) {
    let start = fillings[required[low]].start
    while low < required.count, fillings[required[low]].start == start {
      if fillings[required[low]].end <= end { counts[Int(fillings[required[low]].slot)] -= 1 }
      low += 1
    }
  }

  private mutating func isSatisfied(
    _ required: ContiguousArray<Int>, from low: Int, end: Int32
  ) -> Bool {
    guard counts.allSatisfy({ $0 > 0 }) else { return false }
    guard overlaps else { return true }
    return assignment(in: fillings[required[low]].start..<end) != nil
  }

  // MARK: Giving out places

  /// The first way, in order of slots and places, to give every slot a place of its own inside a window.
  private mutating func assignment(in window: Range<Int32>) -> Choice? {
    guard tries <= mostTries else { return nil }
    var choice: Choice = []
    let inside = indices(in: window)
    tries += inside.count
    return assign(slot: 0, inside, &choice) ? choice : nil
  }

  private func indices(in window: Range<Int32>) -> ContiguousArray<Int> {
    var inside: ContiguousArray<Int> = []
    for at in firstIndex(from: window.lowerBound)..<fillings.count {
      guard fillings[at].start < window.upperBound else { break }
      if fillings[at].slot >= 0, fillings[at].end <= window.upperBound { inside.append(at) }
    }
    return inside
  }

  /// The first filling that starts at a token or after it.
  private func firstIndex(from token: Int32) -> Int {
    var low = 0
    var high = fillings.count
    while low < high {
      let middle = (low + high) / 2
      if fillings[middle].start < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func assign(
    slot: Int, _ inside: ContiguousArray<Int>, _ choice: inout Choice
  ) -> Bool {
    guard slot < slots else { return true }
    for at in inside where Int(fillings[at].slot) == slot {
      tries += 1
      guard tries <= mostTries else { return false }
      guard choice.allSatisfy({ !touches($0, at) }) else { continue }
      choice.append(at)
      if assign(slot: slot + 1, inside, &choice) { return true }
      choice.removeLast()
    }
    return false
  }

  private func touches(_ a: Int, _ b: Int) -> Bool {
    fillings[a].start < fillings[b].end && fillings[b].start < fillings[a].end
  }

  // MARK: Body parts and longer readings

  /// "my calf and ankle hurt", "left calf and right calf": a match of one is a match of the other, when the pattern
  /// hears both.
  private func coordinated(
    with accepted: ContiguousArray<Choice>, _ rule: BodyPartRule, _ line: LineScan
  ) -> ContiguousArray<Choice> {
    guard rule.shape.bodyTokens.count > 1 else { return [] }
    var added: ContiguousArray<Choice> = []
    var used = Set(accepted.flatMap { $0 })
    for choice in accepted {
      for slot in choice.indices {
        guard let own = bodyToken(choice[slot], rule), let area = rule.shape.together(with: own)
        else { continue }
        // Parts spoken of together stand near each other.
        let near = Int32(truncatingIfNeeded: own) - LineScan.reach
        let last = min(Int32(area.upperBound), near + 2 * LineScan.reach)
        for other in firstIndex(
          from: max(Int32(area.lowerBound) - LineScan.reach, near))..<fillings.count
        {
          guard fillings[other].start < last, added.count < BagSearch.mostMatches else { break }
          guard Int(fillings[other].slot) == slot, !used.contains(other),
            let token = bodyToken(other, rule), area.contains(Int32(truncatingIfNeeded: token)),
            isOther(token, than: own, line.facts),
            choice.indices.allSatisfy({ !touches(choice[$0], other) })
          else { continue }
          var swapped = choice
          swapped[slot] = other
          guard rule.allows(tokens(swapped)) else { continue }
          used.insert(other)
          added.append(swapped)
        }
      }
    }
    return added
  }

  /// Another part, or the same on another side.
  private func isOther(_ a: Int, than b: Int, _ line: LineFacts) -> Bool {
    let tokens = line.utterance.tokens
    if tokens[a].bodyPart != tokens[b].bodyPart { return true }
    return (min(a, b)..<max(a, b)).contains { tokens[$0].side != nil }
  }

  /// The first token of a place that names a body part.
  private func bodyToken(_ filling: Int, _ rule: BodyPartRule) -> Int? {
    (Int(fillings[filling].start)..<Int(fillings[filling].end)).first {
      rule.shape.group(of: $0) != nil
    }
  }

  /// The same choice with each place replaced by the longest that holds it ("swell" by "swell up").
  private func upgraded(_ choice: Choice, _ rule: BodyPartRule) -> Choice {
    guard overlaps else { return choice }
    var better = choice
    for slot in choice.indices {
      let start = fillings[choice[slot]].start
      for other in firstIndex(from: start - 64)..<fillings.count {
        guard fillings[other].start <= start else { break }
        guard Int(fillings[other].slot) == slot else { continue }
        let own = fillings[better[slot]]
        let longer = fillings[other]
        guard longer.start <= own.start, longer.end >= own.end,
          longer.end - longer.start > own.end - own.start,
          better.indices.allSatisfy({ $0 == slot || !touches(better[$0], other) })
        else { continue }
        var swapped = better
        swapped[slot] = other
        if rule.allows(tokens(swapped)) { better = swapped }
      }
    }
    return better
  }

  private func tokens(_ choice: Choice) -> ContiguousArray<Int32> {
    var tokens: ContiguousArray<Int32> = []
    for at in choice { Self.append(fillings[at], to: &tokens) }
    if choice.count > 1 { tokens.sort() }
    return tokens
  }

  /// Adds the tokens that a place is made of.
  static func append(_ filling: Filling, to tokens: inout ContiguousArray<Int32>) {
    var rest = filling.mask
    while rest != 0 {
      tokens.append(filling.start + Int32(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest &- 1
    }
  }

  /// Optional words between the matched ones belong to the match.
  private func withOptional(_ tokens: ContiguousArray<Int32>) -> ContiguousArray<Int32> {
    guard hasOptional, let first = tokens.first, let last = tokens.last else { return tokens }
    var more: ContiguousArray<Int32> = []
    for at in firstIndex(from: first)..<fillings.count {
      guard fillings[at].start < last else { break }
      if fillings[at].slot < 0, fillings[at].end <= last {
        Self.append(fillings[at], to: &more)
      }
    }
    guard !more.isEmpty else { return tokens }
    return ContiguousArray(Set(tokens).union(more).sorted())
  }
}
