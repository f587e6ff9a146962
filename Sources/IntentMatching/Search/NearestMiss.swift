package import IntentPacks
package import LanguageProcessing

/// The pattern of a target that came nearest to fitting a line, and why it did not.
package struct NearestMiss: Sendable, Hashable {
  /// Why the pattern did not match.
  package enum Reason: Sendable, Hashable {
    /// Words that the line does not have.
    case missing
    /// All words are there, but too far apart, in another order or in different clauses.
    case apart
    /// A word that must not stand in the clause does.
    case excluded(String)
    /// Another body part stands between, or in the part of the sentence a word was taken from.
    case otherBodyPart
    /// It fits, and lost its words to this target.
    case beaten(by: Mention.Target, pattern: String)
    /// It fits and stands.
    case matched
  }

  package var pattern: String
  package var place: SourcePlace
  package var reason: Reason
  /// What the pattern asks for and the line has, and has not: as the pack writes it.
  package var found: [String]
  /// Words that would have completed it.
  package var missing: [String]
}

extension Matcher {
  /// Why a target was not heard in an utterance: its nearest pattern. Nil when the target has no patterns.
  package func nearest(
    to target: Mention.Target, in utterance: Utterance, on date: CalendarDate
  ) -> NearestMiss? {
    let (matches, scan) = matches(in: utterance, on: date)
    var line = scan
    line.loadValues()
    let outcome = Competition(line: line).decide(matches)
    if let won = outcome.winners.first(where: { self.target(of: $0) == target }) {
      return miss(won.source, .matched)
    }
    if let lost = outcome.beaten.first(where: { self.target(of: $0) == target }) {
      let winner = outcome.winners.first { other in
        other.tokens.contains { lost.contains($0) } && self.target(of: other) != target
      }
      let reason = winner.map {
        NearestMiss.Reason.beaten(by: self.target(of: $0), pattern: pattern(of: $0))
      }
      return miss(lost.source, reason ?? .matched)
    }
    return nearestBag(to: target, line)
  }

  private func target(of match: RawMatch) -> Mention.Target {
    index.targets[Int(index.sources[Int(match.source)].target)].target
  }

  private func pattern(of match: RawMatch) -> String {
    index.sources[Int(match.source)].line.value
  }

  private func miss(
    _ source: Int32, _ reason: NearestMiss.Reason, found: [String] = [], missing: [String] = []
  ) -> NearestMiss {
    let line = index.sources[Int(source)].line
    return NearestMiss(
      pattern: line.value, place: line.place, reason: reason, found: found, missing: missing)
  }

  /// Looks at every pattern of the target: only asked for when a person wants to know.
  private func nearestBag(to target: Mention.Target, _ line: LineScan) -> NearestMiss? {
    guard let sources = index.sourcesByTarget[target] else { return nil }
    let wanted = Set(sources)
    var best: (bag: BagRule, found: [String], missing: [String], nearness: Double)?
    for bag in index.bags where wanted.contains(bag.source) {
      var found: [String] = []
      var missing: [String] = []
      var nearness = 0.0
      for slot in bag.slots.indices {
        let list = index.slots[slot].indices.map { index.lists[$0] }
        let share = list.map { self.share(of: $0, line) }.max() ?? 0
        let name = list.prefix(4).map { index.name(of: $0) }.joined(separator: " | ")
        if share >= 1 { found.append(name) } else { missing.append(name) }
        nearness += share
      }
      nearness /= Double(max(1, bag.slots.count))
      if nearness > best?.nearness ?? -1 { best = (bag, found, missing, nearness) }
    }
    guard let best else { return nil }
    let reason = best.missing.isEmpty ? refusal(of: best.bag, line) : .missing
    return miss(best.bag.source, reason, found: best.found, missing: best.missing)
  }

  /// How much of a symbol the line has: 1 when it occurs, for phrases else the share of their words.
  private func share(of symbol: Symbol, _ line: LineScan) -> Double {
    if line.occurrences.first(of: symbol) >= 0 { return 1 }
    var best = 0.0
    for rule in index.phrases where rule.output == symbol {
      let required = rule.elements.indices.filter { !index.elements[$0].isOptional }
      let there = required.count { at in
        index.elements[at].alternatives.indices.contains {
          line.occurrences.first(of: index.lists[$0]) >= 0
        }
      }
      best = max(best, 0.9 * Double(there) / Double(max(1, required.count)))
    }
    return best
  }

  private func refusal(of bag: BagRule, _ line: LineScan) -> NearestMiss.Reason {
    for at in bag.excluded.indices where line.occurrences.first(of: index.lists[at]) >= 0 {
      return .excluded(index.name(of: index.lists[at]))
    }
    return BagSearch.isRefusedForBodyPart(bag, line) ? .otherBodyPart : .apart
  }
}
