extension PatternIndex {
  /// Works out rarity, anchors and postings once all rules are there.
  mutating func finish(aliases pairs: ContiguousArray<(symbol: Symbol, item: Int32)>) {
    // Equal outputs have one rank; rules in order of rank are then rules in order of work.
    highestRank = Int(ranks.max() ?? 0)
    let mentions = countMentions()
    if pairs.contains(where: { $0.symbol < 3 }) { alwaysNeedsValues = true }
    numberNeeds()
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

  private mutating func numberNeeds() {
    var numbering = NeedNumbering(symbols: symbols.count)
    for at in elements.indices {
      let alternatives = elements[at].alternatives
      elements[at].isValue = needsValues(alternatives)
      elements[at].bits = alternatives.indices.reduce(0) { $0 | Self.bit(lists[$1]) }
      guard !elements[at].isOptional, alternatives.count > 0 else { continue }
      elements[at].need = numbering.number(of: alternatives, in: lists)
    }
    slotNeeds.reserveCapacity(slots.count)
    for slot in slots { slotNeeds.append(numbering.number(of: slot, in: lists)) }
    needs = Needs(numbering, in: lists)
  }

  private mutating func anchorPhrases(
    _ mentions: ContiguousArray<Int32>, aliases: ContiguousArray<(symbol: Symbol, item: Int32)>
  ) {
    var pairs: ContiguousArray<(symbol: Symbol, item: PhrasePosting)> = []
    pairs.reserveCapacity(aliases.count + phrases.count)
    for (symbol, concept) in aliases {
      let rank = ranks[Int(concept)]
      pairs.append((symbol, PhrasePosting(rule: ~concept, rank: rank, nothing: needs.nothing)))
    }
    for rule in phrases.indices {
      var best = (element: 0, weight: Int.max)
      for (position, at) in phrases[rule].elements.indices.enumerated() {
        if elements[at].isValue { phrases[rule].needsValues = true }
        guard !elements[at].isOptional else { continue }
        let weight = weight(of: elements[at].alternatives, mentions)
        if weight < best.weight { best = (position, weight) }
      }
      phrases[rule].anchor = Int32(truncatingIfNeeded: best.element)
      let anchor = Int(phrases[rule].elements.lower) + best.element
      if elements[anchor].isValue { alwaysNeedsValues = true }
      let posting = posting(of: rule, anchor: anchor, mentions)
      for at in elements[anchor].alternatives.indices { pairs.append((lists[at], posting)) }
    }
    phrasesByAnchor = PhrasePostings(pairs, symbols: symbols.count)
  }

  /// A phrase as it is listed, with its rarest needs beside the element it is listed under.
  private func posting(
    of rule: Int, anchor: Int, _ mentions: ContiguousArray<Int32>
  ) -> PhrasePosting {
    var posting = PhrasePosting(
      rule: Int32(truncatingIfNeeded: rule), rank: ranks[Int(phrases[rule].output)],
      nothing: needs.nothing)
    var words = RarestNeeds(nothing: needs.nothing)
    var others = RarestNeeds(nothing: needs.nothing)
    for at in phrases[rule].elements.indices where at != anchor && !elements[at].isOptional {
      // A captured value is not known to be there until it has been read.
      guard !elements[at].isValue else {
        posting.isTold = false
        continue
      }
      let alternatives = elements[at].alternatives
      let weight = weight(of: alternatives, mentions)
      if alternatives.indices.allSatisfy({ ranks[Int(lists[$0])] == 0 }) {
        words.add(elements[at].need, weight)
      } else {
        others.add(elements[at].need, weight)
      }
    }
    posting.word = words.first
    posting.otherWord = words.second
    posting.phrase = others.first
    if words.count > 2 || others.count > 1 { posting.isTold = false }
    return posting
  }

  private mutating func anchorBags(_ mentions: ContiguousArray<Int32>) {
    var pairs: ContiguousArray<(symbol: Symbol, item: BagPostings.Item)> = []
    pairs.reserveCapacity(bags.count)
    for rule in bags.indices {
      var best = (slot: -1, weight: Int.max)
      for at in bags[rule].slots.indices {
        let weight = weight(of: slots[at], mentions)
        if weight < best.weight { best = (at, weight) }
        if needsValues(slots[at]) { bags[rule].needsValues = true }
      }
      var others = RarestNeeds(nothing: needs.nothing)
      for at in bags[rule].slots.indices where at != best.slot && !needsValues(slots[at]) {
        others.add(slotNeeds[at], weight(of: slots[at], mentions))
      }
      guard best.slot >= 0 else { continue }
      let item = BagPostings.Item(
        rule: Int32(truncatingIfNeeded: rule), need: others.first, otherNeed: others.second)
      if needsValues(slots[best.slot]) { alwaysNeedsValues = true }
      for at in slots[best.slot].indices { pairs.append((lists[at], item)) }
    }
    bagsByAnchor = BagPostings(pairs, symbols: symbols.count)
  }

  /// The two rarest of some needs.
  private struct RarestNeeds {
    private(set) var first: Int32
    private(set) var second: Int32
    private(set) var count = 0
    private var weights = (first: Int.max, second: Int.max)

    init(nothing: Int32) {
      first = nothing
      second = nothing
    }

    mutating func add(_ need: Int32, _ weight: Int) {
      count += 1
      if weight < weights.first {
        (second, weights.second) = (first, weights.first)
        (first, weights.first) = (need, weight)
      } else if weight < weights.second {
        (second, weights.second) = (need, weight)
      }
    }
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

  private func needsValues(_ list: FlatRange) -> Bool {
    list.indices.contains { lists[$0] < 3 }
  }

  /// Near enough, and without a maths library: the exponent and a straight line between powers.
  private static func log2(_ x: Float) -> Float { Float(x.exponent) + x.significand - 1 }
}
