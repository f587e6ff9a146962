import IntentPacks
import LanguageProcessing

@testable import IntentMatching

/// The rules of section 5 of the design, written down as plainly as can be: every way to place a pattern on a line is
/// tried. Far too slow for use, and obviously right; the fast matcher must agree with it.
struct ReferenceMatcher {
  /// Words at a place: where, and which tokens.
  struct Find: Hashable {
    var start: Int
    var end: Int
    var tokens: [Int]
  }

  let concepts: [String: [Pattern]]
  let tokens: [Token]

  // MARK: What words, concepts and phrases match

  private func isSkippable(_ at: Int) -> Bool {
    tokens[at].isIgnorable || tokens[at].kind == .punctuation || tokens[at].side != nil
  }

  /// Of two readings of the same words the one with more tokens, then the one with earlier ones.
  private func better(_ a: [Int], _ b: [Int]) -> Bool {
    a.count != b.count ? a.count > b.count : a.lexicographicallyPrecedes(b)
  }

  private func best(_ finds: [Find]) -> [Find] {
    var kept: [[Int]: Find] = [:]
    for find in finds {
      let key = [find.start, find.end]
      if let other = kept[key], !better(find.tokens, other.tokens) { continue }
      kept[key] = find
    }
    return kept.values.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private func tight(_ finds: [Find]) -> [Find] {
    best(finds).filter { find in
      !finds.contains {
        $0.start >= find.start && $0.end <= find.end && $0.end - $0.start < find.end - find.start
      }
    }
  }

  /// A place of a phrase: what may stand there.
  private struct Place {
    var finds: [Find]
    var isOptional = false
    var isIgnorable = false
    var followsGap = false
  }

  private func word(_ text: String, exact: Bool) -> [Place] {
    PlainReader.tokens(text).filter { $0.kind != .punctuation }.map { wanted in
      let finds = tokens.indices.filter {
        exact ? tokens[$0].text == wanted.text : tokens[$0].stem == wanted.stem
      }.map { Find(start: $0, end: $0 + 1, tokens: [$0]) }
      let isIgnorable = !exact && wanted.isIgnorable
      return Place(finds: finds, isOptional: isIgnorable, isIgnorable: isIgnorable)
    }
  }

  private func places(_ nodes: [PatternNode]) -> [Place] {
    var found: [Place] = []
    var followsGap = false
    for node in nodes {
      let first = found.count
      switch node {
      case .word(let text, let exact, _): found += word(text, exact: exact)
      case .concept(let name, _): found.append(Place(finds: concept(name)))
      case .capture(let capture, _): found.append(Place(finds: values(capture)))
      case .anyOf(let some, _): found.append(place(anyOf: some))
      case .optional(let some, _):
        var place = place(anyOf: some)
        place.isOptional = true
        place.isIgnorable = false
        found.append(place)
      case .phrase(let inner, _): found += places(inner)
      case .excluded: break
      case .gap:
        followsGap = true
        continue
      }
      if followsGap, found.count > first {
        found[first].followsGap = true
        followsGap = false
      }
    }
    return found
  }

  private func place(anyOf alternatives: [[PatternNode]]) -> Place {
    var union = Place(finds: [])
    for nodes in alternatives {
      let inner = places(nodes)
      if inner.count == 1 {
        union.isOptional = union.isOptional || inner[0].isOptional
        union.isIgnorable = union.isIgnorable || inner[0].isIgnorable
        union.finds += inner[0].finds
      } else {
        if inner.allSatisfy(\.isOptional) { union.isOptional = true }
        union.finds += sequence(inner)
      }
    }
    union.finds = best(union.finds)
    return union
  }

  private func concept(_ name: String) -> [Find] {
    best((concepts[name] ?? []).flatMap { finds(phrase: $0.items) })
  }

  private func values(_ capture: PatternCapture) -> [Find] {
    tokens.indices.filter {
      switch capture {
      case .number: tokens[$0].number != nil
      case .side: tokens[$0].side != nil
      case .bodyPart: tokens[$0].bodyPart != nil
      case .duration, .distance: false
      }
    }.map { Find(start: $0, end: $0 + 1, tokens: [$0]) }
  }

  private func finds(phrase nodes: [PatternNode]) -> [Find] {
    // Brackets that are all there is: each alternative stands for the whole.
    switch nodes.count == 1 ? nodes[0] : nil {
    case .phrase(let inner, _): return finds(phrase: inner)
    case .anyOf(let some, _): return best(some.flatMap { finds(phrase: $0) })
    default: break
    }
    var places = places(nodes)
    if places.count(where: { !$0.isOptional }) <= 1 {
      for at in places.indices where places[at].isIgnorable { places[at].isOptional = false }
    }
    if places.count == 1, !places[0].isOptional { return best(places[0].finds) }
    return sequence(places)
  }

  /// All placings in order, the tightest kept.
  private func sequence(_ places: [Place]) -> [Find] {
    var all: [Find] = []
    func place(_ at: Int, _ so: Find?, _ gap: Bool) {
      guard at < places.count else {
        if let so { all.append(so) }
        return
      }
      let allowed = gap || (so != nil && places[at].followsGap)
      if places[at].isOptional { place(at + 1, so, allowed) }
      for find in places[at].finds {
        guard let so else {
          place(at + 1, find, false)
          continue
        }
        guard find.start >= so.end, tokens[find.start].clause == tokens[so.start].clause else {
          continue
        }
        let between = so.end..<find.start
        let skips = between.count { isSkippable($0) }
        let words = between.count - skips
        guard skips <= 8, words <= (allowed ? 4 : 0) else { continue }
        place(at + 1, Find(start: so.start, end: find.end, tokens: so.tokens + find.tokens), false)
      }
    }
    place(0, nil, false)
    return tight(all)
  }

  // MARK: Bags

  private struct Bag {
    var slots: [[Find]] = []
    var optional: [Find] = []
    var hasOptional = false
    var excluded: [Find] = []
    /// Articles and the like: they count only when there is nothing else.
    var ignorable: [[Find]] = []
  }

  private func bags(_ nodes: [PatternNode]) -> [Bag] {
    var bags = [Bag()]
    func everywhere(_ change: (inout Bag) -> Void) {
      for at in bags.indices { change(&bags[at]) }
    }
    for node in nodes {
      switch node {
      case .word(let text, let exact, _):
        let places = word(text, exact: exact)
        if places.count == 1, places[0].isIgnorable {
          everywhere { $0.ignorable.append(places[0].finds) }
        } else {
          everywhere { $0.slots.append(finds(phrase: [node])) }
        }
      case .concept, .capture, .phrase: everywhere { $0.slots.append(finds(phrase: [node])) }
      case .anyOf(let alternatives, _):
        var shared: [Find]?
        var ignorable: [[Find]] = []
        var choices: [Bag] = []
        for bag in alternatives.flatMap({ self.bags($0) }) {
          if bag.slots.count == 1, !bag.hasOptional {
            shared = (shared ?? []) + bag.slots[0]
          } else if bag.slots.isEmpty, !bag.hasOptional, !bag.ignorable.isEmpty {
            ignorable += bag.ignorable
          } else {
            choices.append(bag)
          }
        }
        if shared == nil, choices.isEmpty {
          choices = [Bag(ignorable: ignorable)]
        } else if shared != nil || !ignorable.isEmpty {
          choices.insert(Bag(slots: [best((shared ?? []) + ignorable.joined())]), at: 0)
        }
        bags = bags.flatMap { base in
          choices.map { choice in
            Bag(
              slots: base.slots + choice.slots, optional: base.optional + choice.optional,
              hasOptional: base.hasOptional || choice.hasOptional,
              excluded: base.excluded + choice.excluded,
              ignorable: base.ignorable + choice.ignorable)
          }
        }
      case .optional(let alternatives, _):
        let finds = alternatives.joined().flatMap { self.finds(phrase: [$0]) }
        everywhere {
          $0.optional += finds
          $0.hasOptional = true
        }
      case .excluded(let inner, _):
        let parts: [[PatternNode]] = if case .anyOf(let some, _) = inner { some } else { [[inner]] }
        let finds = parts.flatMap { self.finds(phrase: $0) }
        everywhere { $0.excluded += finds }
      case .gap: break
      }
    }
    return bags
  }

  /// The words a pattern takes: one list of tokens for each match.
  func matches(_ pattern: Pattern) -> Set<[Int]> {
    Set(bags(pattern.items).flatMap { matches($0) })
  }

  private func words(_ range: Range<Int>) -> Int { range.count { !isSkippable($0) } }

  /// Numbers for places that hang together: neighbours at most four other words apart, in one clause.
  private func chains(_ all: [Find]) -> [Find: Int] {
    var chain: [Find: Int] = [:]
    var reached = 0
    var number = 0
    var last: Find?
    for find in all.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last {
        let isNear = find.start <= reached || words(reached..<find.start) <= 4
        if !isNear || tokens[last.start].clause != tokens[find.start].clause { number += 1 }
      }
      chain[find] = number
      reached = max(reached, find.end)
      last = find
    }
    return chain
  }

  private func matches(_ bag: Bag) -> [[Int]] {
    let required = bag.slots.isEmpty ? bag.ignorable : bag.slots
    let slots = required.map { best($0) }
    guard !slots.isEmpty, slots.allSatisfy({ !$0.isEmpty }) else { return [] }
    let chain = chains(slots.flatMap { $0 } + best(bag.optional))
    // Every way to give each slot a place of its own, all in one chain.
    var ways: [[Find]] = [[]]
    for slot in slots {
      ways = ways.flatMap { way in
        slot.compactMap { find -> [Find]? in
          guard way.allSatisfy({ $0.end <= find.start || find.end <= $0.start }) else { return nil }
          guard way.isEmpty || chain[way[0]] == chain[find] else { return nil }
          return way + [find]
        }
      }
    }
    ways = ways.filter { way in
      !bag.excluded.contains { tokens[$0.start].clause == tokens[way[0].start].clause }
    }
    func span(_ way: [Find]) -> Range<Int> {
      (way.map(\.start).min() ?? 0)..<(way.map(\.end).max() ?? 0)
    }
    let spans = Set(ways.map(span))
    let tightest = spans.filter { one in
      !spans.contains {
        $0 != one && $0.lowerBound >= one.lowerBound && $0.upperBound <= one.upperBound
      }
    }
    var accepted: [[Find]] = []
    // A chain is judged by itself; between chains no tokens are shared.
    for range in tightest.sorted(by: { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }) {
      // Ways were made in order, so the first is the one with the earliest places, slot by slot.
      guard let way = ways.first(where: { span($0) == range }), allows(way) else { continue }
      let taken = accepted.joined().flatMap(\.tokens)
      if way.contains(where: { $0.tokens.contains(where: taken.contains) }) { continue }
      accepted.append(way)
    }
    accepted += coordinated(accepted, slots, chain)
    return accepted.map { way in
      let longest = upgraded(way, slots, chain)
      let own = longest.flatMap(\.tokens).sorted()
      let more = best(bag.optional).filter { $0.start > own[0] && $0.end <= own[own.count - 1] }
      return Set(own + more.flatMap(\.tokens)).sorted()
    }
  }

  // MARK: Body parts

  /// Body parts with nothing between them but articles, sides, commas and joining words share a number.
  private func groups() -> [Int: Int] {
    var group: [Int: Int] = [:]
    var last: Int?
    for at in tokens.indices where tokens[at].bodyPart != nil {
      guard let before = last else {
        group[at] = 0
        last = at
        continue
      }
      let between = before + 1..<at
      let isTogether =
        tokens[before].clause == tokens[at].clause && at - before <= 8
        && between.allSatisfy { isSkippable($0) || PlainReader.joiners.contains(tokens[$0].text) }
      group[at] = (group[before] ?? 0) + (isTogether ? 0 : 1)
      last = at
    }
    return group
  }

  private func allows(_ way: [Find]) -> Bool {
    let own = way.flatMap(\.tokens)
    guard let first = own.min(), let last = own.max() else { return true }
    let group = groups()
    let crosses = tokens[first].segment != tokens[last].segment
    let concerned = tokens.indices.filter { at in
      guard tokens[at].bodyPart != nil else { return false }
      if at >= first, at <= last { return true }
      return crosses
        && (tokens[at].segment == tokens[first].segment
          || tokens[at].segment == tokens[last].segment)
    }
    let mine = Set(own.compactMap { group[$0] })
    if mine.isEmpty { return !crosses || Set(concerned.compactMap { group[$0] }).count <= 1 }
    return concerned.allSatisfy { mine.contains(group[$0] ?? -1) }
  }

  private func bodyToken(_ find: Find) -> Int? {
    (find.start..<find.end).first { tokens[$0].bodyPart != nil }
  }

  private func coordinated(
    _ accepted: [[Find]], _ slots: [[Find]], _ chain: [Find: Int]
  ) -> [[Find]] {
    let group = groups()
    var added: [[Find]] = []
    var used = Set<[Int]>()
    for way in accepted {
      for (slot, find) in way.enumerated() { used.insert([slot, find.start, find.end]) }
    }
    for way in accepted {
      for slot in slots.indices {
        guard let own = bodyToken(way[slot]) else { continue }
        for other in slots[slot] where chain[other] == chain[way[slot]] {
          guard let token = bodyToken(other), group[token] == group[own],
            !used.contains([slot, other.start, other.end]),
            tokens[token].bodyPart != tokens[own].bodyPart
              || (min(token, own)..<max(token, own)).contains(where: { tokens[$0].side != nil }),
            way.allSatisfy({ $0.end <= other.start || other.end <= $0.start })
          else { continue }
          var swapped = way
          swapped[slot] = other
          guard allows(swapped) else { continue }
          used.insert([slot, other.start, other.end])
          added.append(swapped)
        }
      }
    }
    return added
  }

  private func upgraded(_ way: [Find], _ slots: [[Find]], _ chain: [Find: Int]) -> [Find] {
    var better = way
    for slot in slots.indices {
      for longer in slots[slot] where chain[longer] == chain[way[slot]] {
        let own = better[slot]
        let isFree = better.indices.allSatisfy {
          $0 == slot || better[$0].end <= longer.start || longer.end <= better[$0].start
        }
        guard isFree, longer.start <= own.start, longer.end >= own.end,
          longer.end - longer.start > own.end - own.start
        else { continue }
        var swapped = better
        swapped[slot] = longer
        if allows(swapped) { better = swapped }
      }
    }
    return better
  }
}
