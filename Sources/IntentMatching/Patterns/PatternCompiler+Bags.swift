import IntentPacks
import LanguageProcessing

/// Bags: words in any order, with what may stand beside them and what may not.
extension PatternCompiler {
  mutating func add(
    _ pattern: Pattern, line: PlacedLine, for target: Int32, as role: PatternSource.Role
  ) {
    guard var variants = bags(of: pattern.items, in: pattern) else { return }
    for at in variants.indices where variants[at].slots.isEmpty {
      variants[at].slots = variants[at].ignorable.map { [$0] }
    }
    guard variants.allSatisfy({ !$0.slots.isEmpty }) else {
      return report(.nothingRequired, in: pattern, at: 0)
    }
    guard variants.allSatisfy({ $0.slots.count <= Self.mostSlots }) else {
      return report(.tooManyWords, in: pattern, at: 0)
    }
    let source = Int32(truncatingIfNeeded: index.sources.count)
    index.sources.append(PatternSource(target: target, role: role, line: line))
    for variant in variants {
      let first = index.slots.count
      for slot in variant.slots { index.slots.append(list(slot)) }
      index.bags.append(
        BagRule(
          source: source, slots: flat(first, index.slots.count), optional: list(variant.optional),
          excluded: list(variant.excluded), isPhrase: pattern.isPhrase,
          needsValues: false))
    }
  }

  mutating func bags(of nodes: [PatternNode], in pattern: Pattern) -> [DraftBag]? {
    var variants = [DraftBag()]
    for node in nodes {
      switch node {
      case .word(let text, let exact, _):
        let reading = read(text, exact: exact)
        if reading.count > 1 {
          guard let slot = symbols(of: [node], in: pattern) else { return nil }
          for at in variants.indices { variants[at].slots.append(slot) }
        } else if let word = reading.first {
          for at in variants.indices {
            if word.isIgnorable {
              variants[at].ignorable.append(word.symbol)
            } else {
              variants[at].slots.append([word.symbol])
            }
          }
        }
      case .concept(let name, let at):
        guard let symbol = known(concept: name, in: pattern, at: at) else { return nil }
        for at in variants.indices { variants[at].slots.append([symbol]) }
      case .phrase(let inner, _):
        guard let slot = symbols(of: inner, in: pattern) else { return nil }
        for at in variants.indices { variants[at].slots.append(slot) }
      case .capture:
        guard let slot = symbols(of: [node], in: pattern) else { return nil }
        for at in variants.indices { variants[at].slots.append(slot) }
      case .anyOf(let alternatives, let at):
        guard let choices = bags(anyOf: alternatives, in: pattern) else { return nil }
        guard variants.count * choices.count <= Self.mostVariants else {
          report(.tooManyCombinations, in: pattern, at: at)
          return nil
        }
        variants = variants.flatMap { base in choices.map { base.joined(with: $0) } }
      case .optional(let alternatives, _):
        var allowed: [Symbol] = []
        for inner in alternatives.joined() {
          if let word = lone(inner) {
            allowed.append(word.symbol)
          } else {
            guard let some = symbols(of: [inner], in: pattern) else { return nil }
            allowed += some
          }
        }
        for at in variants.indices { variants[at].optional += allowed }
      case .excluded(let inner, _):
        let parts: [[PatternNode]] = if case .anyOf(let some, _) = inner { some } else { [[inner]] }
        for part in parts {
          var told: [PatternNode] = []
          for node in part { told.append(asTold(node)) }
          guard let some = symbols(of: told, in: pattern) else { return nil }
          for at in variants.indices { variants[at].excluded += some }
        }
      case .gap(let at):
        report(.gapOutsideQuotes, in: pattern, at: at)
        return nil
      }
    }
    return variants
  }

  /// Alternatives of one part each share a slot; an alternative of several words is a combination of its own.
  mutating func bags(
    anyOf alternatives: [[PatternNode]], in pattern: Pattern
  ) -> [DraftBag]? {
    var shared: [Symbol] = []
    var ignorable: [Symbol] = []
    var choices: [DraftBag] = []
    for nodes in alternatives {
      if let word = lone(nodes) {
        if word.isIgnorable { ignorable.append(word.symbol) } else { shared.append(word.symbol) }
        continue
      }
      guard let some = bags(of: nodes, in: pattern) else { return nil }
      for bag in some {
        if bag.slots.count == 1, bag.optional.isEmpty, bag.excluded.isEmpty {
          shared += bag.slots[0]
        } else if bag.slots.isEmpty, bag.optional.isEmpty, !bag.ignorable.isEmpty {
          ignorable += bag.ignorable
        } else {
          choices.append(bag)
        }
      }
    }
    if shared.isEmpty, choices.isEmpty { return [DraftBag(ignorable: ignorable)] }
    shared += ignorable
    if !shared.isEmpty { choices.insert(DraftBag(slots: [unique(shared)]), at: 0) }
    return choices
  }

  /// The symbols any of which stands for a part: a phrase of one place gives its alternatives.
  mutating func symbols(of nodes: [PatternNode], in pattern: Pattern) -> [Symbol]? {
    if let word = lone(nodes) { return [word.symbol] }
    guard let elements = elements(of: nodes, in: pattern) else { return nil }
    if elements.count == 1, !elements[0].isOptional { return elements[0].alternatives }
    return [phrase(elements)]
  }
}

extension Pattern {
  /// Whether the whole line is one quoted phrase, exclusions aside.
  var isPhrase: Bool {
    var phrases = 0
    for item in items {
      switch item {
      case .phrase: phrases += 1
      case .excluded: continue
      default: return false
      }
    }
    return phrases == 1
  }
}
