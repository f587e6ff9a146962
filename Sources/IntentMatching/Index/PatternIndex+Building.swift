extension PatternIndex {
  /// Works out rarity, anchors and postings once all rules are there.
  mutating func finish(aliases pairs: ContiguousArray<(symbol: Symbol, item: Int32)>) {
    // Equal outputs have one rank; rules in order of rank are then rules in order of work.
    highestRank = Int(ranks.max() ?? 0)
    let mentions = countMentions()
    if pairs.contains(where: { $0.symbol < 3 }) { alwaysNeedsValues = true }
    anchorPhrases(mentions, aliases: pairs)
    anchorBags(mentions)
    let total = Float(max(1, bags.count))
    rarity = ContiguousArray(mentions.lazy.map { Self.log2(1 + total / Float(1 + $0)) })
  }

  /// In how many places of how many rules each symbol stands.
  private func countMentions() -> ContiguousArray<Int32> {
    var counts = ContiguousArray<Int32>(repeating: 0, count: symbols.count)
    for bag in bags {
      for slot in bag.slots.indices {
        for at in slots[slot].indices { counts[Int(lists[at])] += 1 }
      }
    }
    for element in elements {
      for at in element.alternatives.indices { counts[Int(lists[at])] += 1 }
    }
    return counts
  }

  private mutating func anchorPhrases(
    _ mentions: ContiguousArray<Int32>, aliases: ContiguousArray<(symbol: Symbol, item: Int32)>
  ) {
    var pairs: ContiguousArray<(symbol: Symbol, item: PhrasePosting)> = []
    pairs.reserveCapacity(aliases.count + phrases.count)
    for (symbol, concept) in aliases {
      pairs.append((symbol, PhrasePosting(rule: ~concept, rank: ranks[Int(concept)])))
    }
    for rule in phrases.indices {
      var best = (element: 0, weight: Int.max)
      var posting = PhrasePosting(
        rule: Int32(truncatingIfNeeded: rule), rank: ranks[Int(phrases[rule].output)])
      for (position, at) in phrases[rule].elements.indices.enumerated() {
        let alternatives = elements[at].alternatives
        elements[at].bits = bits(of: alternatives)
        if needsValues(alternatives) { phrases[rule].needsValues = true }
        guard !elements[at].isOptional else { continue }
        let weight = weight(of: alternatives, mentions)
        if weight < best.weight { best = (position, weight) }
        let required = signature(of: alternatives)
        posting.signature |= required
        if required != 0, ranks[Int(lists[Int(alternatives.lower)])] == 0 {
          posting.words |= required
        }
      }
      phrases[rule].anchor = Int32(truncatingIfNeeded: best.element)
      let anchor = elements[Int(phrases[rule].elements.lower) + best.element].alternatives
      if needsValues(anchor) { alwaysNeedsValues = true }
      for at in anchor.indices { pairs.append((lists[at], posting)) }
    }
    phrasesByAnchor = PhrasePostings(pairs, symbols: symbols.count)
  }

  private mutating func anchorBags(_ mentions: ContiguousArray<Int32>) {
    var pairs: ContiguousArray<(symbol: Symbol, item: BagPostings.Item)> = []
    pairs.reserveCapacity(bags.count)
    for rule in bags.indices {
      var item = BagPostings.Item(
        rule: Int32(truncatingIfNeeded: rule), other: -1, signature: 0)
      var best = (slot: FlatRange.none, weight: Int.max)
      for at in bags[rule].slots.indices {
        let weight = weight(of: slots[at], mentions)
        if weight < best.weight { best = (slots[at], weight) }
        item.signature |= signature(of: slots[at])
        if needsValues(slots[at]) { bags[rule].needsValues = true }
      }
      item.other = secondSymbol(of: bags[rule], beside: best.slot, mentions)
      if needsValues(best.slot) { alwaysNeedsValues = true }
      for at in best.slot.indices { pairs.append((lists[at], item)) }
    }
    bagsByAnchor = BagPostings(pairs, symbols: symbols.count)
  }

  /// The rarest symbol that a bag requires without alternative in another slot than its rarest; -1 when there is none.
  private func secondSymbol(
    of bag: BagRule, beside anchor: FlatRange, _ mentions: ContiguousArray<Int32>
  ) -> Symbol {
    var best = (symbol: Symbol(-1), weight: Int.max)
    for at in bag.slots.indices where slots[at].lower != anchor.lower {
      guard signature(of: slots[at]) != 0 else { continue }
      let weight = weight(of: slots[at], mentions)
      if weight < best.weight { best = (lists[Int(slots[at].lower)], weight) }
    }
    return best.symbol
  }

  /// How often any of the symbols is met, as far as the pack can tell. Values come last: reading them costs more.
  private func weight(of list: FlatRange, _ mentions: ContiguousArray<Int32>) -> Int {
    var sum = 0
    for at in list.indices {
      let symbol = Int(lists[at])
      sum += Int(mentions[symbol]) + (symbol < 5 ? 1_000_000 : 0)
    }
    return sum
  }

  private func signature(of list: FlatRange) -> UInt64 {
    // A captured value is not in the line's signature until it has been read.
    guard list.count == 1, lists[Int(list.lower)] > 2 else { return 0 }
    return Self.bit(lists[Int(list.lower)])
  }

  private func bits(of list: FlatRange) -> UInt64 {
    list.indices.reduce(0) { $0 | Self.bit(lists[$1]) }
  }

  private func needsValues(_ list: FlatRange) -> Bool {
    list.indices.contains { lists[$0] < 3 }
  }

  /// Near enough, and without a maths library: the exponent and a straight line between powers.
  private static func log2(_ x: Float) -> Float { Float(x.exponent) + x.significand - 1 }
}
