package import LanguageProcessing

/// The patterns that came near to fitting an utterance. Looks at every pattern: only asked for when a person wants to
/// know.
package struct NearMisses: Sendable {
  private let matcher: Matcher
  private let phrases: [Symbol: [PhraseRule]]

  package init(_ matcher: Matcher) {
    self.matcher = matcher
    phrases = Dictionary(grouping: matcher.index.phrases, by: \.output)
  }

  /// What patterns lack that did not fit, the nearest first, then in the order of the pack.
  ///
  /// - Parameter isWanted: Whose patterns are looked at.
  package func find(
    in utterance: Utterance, on date: CalendarDate, of isWanted: (Mention.Target) -> Bool
  ) -> [(target: Mention.Target, miss: NearestMiss)] {
    var line = matcher.scan(utterance, on: date)
    _ = matcher.matches(in: &line)
    line.loadValues()
    return find(in: line, of: isWanted)
  }

  func find(
    in line: LineScan, of isWanted: (Mention.Target) -> Bool
  ) -> [(target: Mention.Target, miss: NearestMiss)] {
    let index = matcher.index
    let isWanted = index.targets.map { isWanted($0.target) }
    var shares: [Symbol: Double] = [:]
    // One line of the pack may stand for several bags: the nearest speaks for it.
    var best: [Int32: (bag: BagRule, nearness: Double)] = [:]
    for bag in index.bags where isWanted[Int(index.sources[Int(bag.source)].target)] {
      var there = 0.0
      var all = 0.0
      for slot in bag.slots.indices {
        let weight = weight(of: index.slots[slot])
        there += weight * share(ofSlot: slot, line, &shares)
        all += weight
      }
      let nearness = there / max(all, .leastNonzeroMagnitude)
      if nearness > best[bag.source]?.nearness ?? -1 { best[bag.source] = (bag, nearness) }
    }
    return best.values.sorted { ($1.nearness, $0.bag.source) < ($0.nearness, $1.bag.source) }
      .map { bag, nearness in
        let target = index.targets[Int(index.sources[Int(bag.source)].target)].target
        return (target, miss(of: bag, nearness, line, &shares))
      }
  }

  private func miss(
    of bag: BagRule, _ nearness: Double, _ line: LineScan, _ shares: inout [Symbol: Double]
  ) -> NearestMiss {
    let index = matcher.index
    var found: [String] = []
    var missing: [String] = []
    for slot in bag.slots.indices {
      let names = index.slots[slot].indices.prefix(4).map { index.name(of: index.lists[$0]) }
      let name = names.joined(separator: " or ")
      if share(ofSlot: slot, line, &shares) >= 1 {
        found.append(name)
      } else {
        missing.append(name)
      }
    }
    return NearestMiss(
      index.sources[Int(bag.source)].line, missing.isEmpty ? refusal(of: bag, line) : .missing,
      found: found, missing: missing, nearness: nearness)
  }

  /// How much of the best of a slot's alternatives the line has, 0 to 1.
  private func share(
    ofSlot slot: Int, _ line: LineScan, _ shares: inout [Symbol: Double]
  ) -> Double {
    var best = 0.0
    for at in matcher.index.slots[slot].indices {
      best = max(best, share(of: matcher.index.lists[at], line, &shares))
    }
    return best
  }

  /// Whether the line has it in more than little words: "my" alone brings nothing near.
  private func tells(_ symbol: Symbol, _ line: LineScan) -> Bool {
    let first = line.occurrences.first(of: symbol)
    guard first >= 0 else { return false }
    let found = line.occurrences.all[Int(first)]
    return (Int(found.start)..<Int(found.end)).contains { !line.facts.shape.isSkippable($0) }
  }

  /// A word that many patterns hold, such as a body part, tells little: alternatives weigh as much as the commonest.
  private func weight(of alternatives: FlatRange) -> Double {
    let rarities = alternatives.indices.map { matcher.index.rarity[Int(matcher.index.lists[$0])] }
    return Double(rarities.min() ?? 0)
  }

  /// How much of a symbol the line has: 1 when it occurs, for phrases else the share of their words.
  private func share(
    of symbol: Symbol, _ line: LineScan, _ shares: inout [Symbol: Double]
  ) -> Double {
    if tells(symbol, line) { return 1 }
    if let known = shares[symbol] { return known }
    let index = matcher.index
    var best = 0.0
    for rule in phrases[symbol] ?? [] {
      var there = 0.0
      var all = 0.0
      for element in index.elements[rule.elements.indices] where !element.isOptional {
        let weight = weight(of: element.alternatives)
        all += weight
        let isThere = element.alternatives.indices.contains {
          tells(index.lists[$0], line)
        }
        if isThere { there += weight }
      }
      best = max(best, 0.9 * there / max(all, .leastNonzeroMagnitude))
    }
    shares[symbol] = best
    return best
  }

  private func refusal(of bag: BagRule, _ line: LineScan) -> NearestMiss.Reason {
    let index = matcher.index
    for at in bag.excluded.indices where line.occurrences.first(of: index.lists[at]) >= 0 {
      return .excluded(index.name(of: index.lists[at]))
    }
    return BagSearch.isRefusedForBodyPart(bag, line) ? .otherBodyPart : .apart
  }
}
