import IntentPacks
import LanguageProcessing

/// A phrase element while it is being compiled.
struct DraftElement: Hashable {
  var alternatives: [Symbol]
  var isOptional = false
  var followsGap = false
  /// Optional only because it is an article or the like.
  var isIgnorable = false
}

/// A combination of slots while it is being compiled.
struct DraftBag {
  var slots: [[Symbol]] = []
  var optional: [Symbol] = []
  var excluded: [Symbol] = []
  /// Articles and the like, which count only when there is nothing else.
  var ignorable: [Symbol] = []
}

/// Turns patterns into the rules of a `PatternIndex`: words and phrases become symbols, brackets become lists.
struct PatternCompiler {
  /// A pattern whose brackets stand for more combinations than this is refused.
  static let mostVariants = 64
  /// A combination with more required words than this is refused.
  static let mostSlots = 32

  private struct WordReading {
    var symbols: [Symbol]
    var isIgnorable: [Bool]
  }

  private let readWord: (String) -> [Token]
  private(set) var index = PatternIndex()
  private(set) var diagnostics: [Diagnostic] = []
  private var words: [String: WordReading] = [:]
  private var anonymous: [[DraftElement]: Symbol] = [:]
  private var aliases: ContiguousArray<(symbol: Symbol, item: Int32)> = []
  private var knownAliases: Set<Int64> = []

  init(read: @escaping (String) -> [Token], concepts: [Concept]) {
    readWord = read
    index.ranks = ContiguousArray(repeating: 0, count: index.symbols.count)
    compile(concepts: concepts)
  }

  /// Adds all patterns of a pack.
  mutating func add(_ patterns: PackPatterns) {
    index.targets = patterns.targets
    for at in patterns.lines.indices {
      let parsed = patterns.parsed(at)
      diagnostics += parsed.diagnostics
      guard let pattern = parsed.pattern else { continue }
      let line = patterns.lines[at]
      add(pattern, line: line.line, for: line.target, as: line.role)
    }
  }

  /// The finished index.
  mutating func finish() -> PatternIndex {
    index.finish(aliases: aliases)
    return index
  }

  // MARK: Concepts

  private mutating func compile(concepts: [Concept]) {
    var order = ConceptOrder(concepts, diagnostics: &diagnostics)
    for concept in concepts { _ = symbol(ofConcept: concept.id) }
    for at in order.sorted(&diagnostics) {
      let output = symbol(ofConcept: concepts[at].id)
      for wording in order.wordings[at] { add(wording: wording, to: output) }
    }
  }

  private mutating func symbol(ofConcept name: String) -> Symbol {
    let symbol = index.symbols.intern(concept: name)
    rank(symbol, 0)
    return symbol
  }

  private mutating func add(wording: Pattern, to output: Symbol) {
    guard let elements = elements(of: wording.items, in: wording) else { return }
    addRule(elements, output: output)
  }

  private mutating func addRule(_ elements: [DraftElement], output: Symbol) {
    if elements.count == 1, !elements[0].isOptional {
      for symbol in elements[0].alternatives {
        rank(output, index.ranks[Int(symbol)] + 1)
        let key = Int64(symbol) << 32 | Int64(output)
        if symbol != output, knownAliases.insert(key).inserted { aliases.append((symbol, output)) }
      }
      return
    }
    var highest: Int32 = 0
    let first = index.elements.count
    for element in elements {
      for symbol in element.alternatives { highest = max(highest, index.ranks[Int(symbol)]) }
      index.elements.append(
        PhraseElement(
          alternatives: list(element.alternatives), isOptional: element.isOptional,
          followsGap: element.followsGap))
    }
    rank(output, highest + 1)
    index.phrases.append(
      PhraseRule(
        output: output, elements: flat(first, index.elements.count), anchor: 0, signature: 0,
        needsValues: false))
  }

  private mutating func rank(_ symbol: Symbol, _ atLeast: Int32) {
    while index.ranks.count < index.symbols.count { index.ranks.append(0) }
    index.ranks[Int(symbol)] = max(index.ranks[Int(symbol)], atLeast)
  }

  // MARK: Phrases

  /// The places of a phrase; nil when a part of it is unknown or nothing in it is required.
  private mutating func elements(
    of nodes: [PatternNode], in pattern: Pattern
  ) -> [DraftElement]? {
    var found: [DraftElement] = []
    guard append(nodes, in: pattern, to: &found) else { return nil }
    let required = found.count { !$0.isOptional }
    if required <= 1, found.contains(where: \.isIgnorable) {
      // "the runs", "a stitch": with a single word beside it the article is part of the saying.
      for at in found.indices where found[at].isIgnorable { found[at].isOptional = false }
    }
    guard found.contains(where: { !$0.isOptional }) else {
      report(.nothingRequired, in: pattern, at: 0)
      return nil
    }
    return found
  }

  private mutating func append(
    _ nodes: [PatternNode], in pattern: Pattern, to found: inout [DraftElement]
  ) -> Bool {
    var followsGap = false
    for node in nodes {
      let first = found.count
      switch node {
      case .word(let text, let exact, _):
        let reading = read(text, exact: exact)
        for (symbol, isIgnorable) in zip(reading.symbols, reading.isIgnorable) {
          found.append(
            DraftElement(
              alternatives: [symbol], isOptional: isIgnorable, isIgnorable: isIgnorable))
        }
      case .concept(let name, let at):
        guard let symbol = known(concept: name, in: pattern, at: at) else { return false }
        found.append(DraftElement(alternatives: [symbol]))
      case .capture(let capture, _):
        note(capture)
        found.append(DraftElement(alternatives: [capture.symbol]))
      case .anyOf(let alternatives, _), .optional(let alternatives, _):
        guard var element = element(anyOf: alternatives, in: pattern) else { return false }
        if case .optional = node {
          element.isOptional = true
          element.isIgnorable = false
        }
        found.append(element)
      case .phrase(let inner, _):
        guard append(inner, in: pattern, to: &found) else { return false }
      case .excluded(_, let at):
        report(.exclusionInside, in: pattern, at: at)
        return false
      case .gap:
        followsGap = true
        continue
      }
      if followsGap, found.count > first {
        found[first].followsGap = true
        followsGap = false
      }
    }
    return true
  }

  private mutating func element(
    anyOf alternatives: [[PatternNode]], in pattern: Pattern
  ) -> DraftElement? {
    var union = DraftElement(alternatives: [])
    for nodes in alternatives {
      var inner: [DraftElement] = []
      guard append(nodes, in: pattern, to: &inner) else { return nil }
      if inner.count == 1 {
        union.isOptional = union.isOptional || inner[0].isOptional
        union.isIgnorable = union.isIgnorable || inner[0].isIgnorable
        union.alternatives += inner[0].alternatives
      } else if !inner.isEmpty {
        if !inner.contains(where: { !$0.isOptional }) { union.isOptional = true }
        union.alternatives.append(phrase(inner, in: pattern))
      }
    }
    union.alternatives = unique(union.alternatives)
    return union
  }

  /// The symbol of a phrase inside a pattern; equal phrases share one.
  private mutating func phrase(_ elements: [DraftElement], in pattern: Pattern) -> Symbol {
    if let known = anonymous[elements] { return known }
    let symbol = index.symbols.internPhrase()
    rank(symbol, 0)
    anonymous[elements] = symbol
    addRule(elements, output: symbol)
    return symbol
  }

  // MARK: Bags

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
          excluded: list(variant.excluded), signature: 0, isPhrase: pattern.isPhrase,
          needsValues: false))
    }
  }

  private mutating func bags(of nodes: [PatternNode], in pattern: Pattern) -> [DraftBag]? {
    var variants = [DraftBag()]
    for node in nodes {
      switch node {
      case .word(let text, let exact, _):
        let reading = read(text, exact: exact)
        if reading.symbols.count > 1 {
          guard let slot = symbols(of: [node], in: pattern) else { return nil }
          for at in variants.indices { variants[at].slots.append(slot) }
        } else if let symbol = reading.symbols.first {
          for at in variants.indices {
            if reading.isIgnorable[0] {
              variants[at].ignorable.append(symbol)
            } else {
              variants[at].slots.append([symbol])
            }
          }
        }
      case .concept, .capture, .phrase:
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
          guard let some = symbols(of: [inner], in: pattern) else { return nil }
          allowed += some
        }
        for at in variants.indices { variants[at].optional += allowed }
      case .excluded(let inner, _):
        let parts: [[PatternNode]] = if case .anyOf(let some, _) = inner { some } else { [[inner]] }
        for part in parts {
          guard let some = symbols(of: part.map(asTold), in: pattern) else { return nil }
          for at in variants.indices { variants[at].excluded += some }
        }
      case .gap(let at):
        report(.gapOutsideQuotes, in: pattern, at: at)
        return nil
      }
    }
    return variants
  }

  /// A form that shares no beginning with its base tells a tense, which is what is meant: "was" excludes no "is".
  private func asTold(_ node: PatternNode) -> PatternNode {
    guard case .word(let text, false, let at) = node, let token = readWord(text).first,
      token.text.first != token.stem.first
    else { return node }
    return .word(text, exact: true, at: at)
  }

  /// Alternatives of one part each share a slot; an alternative of several words is a combination of its own.
  private mutating func bags(
    anyOf alternatives: [[PatternNode]], in pattern: Pattern
  ) -> [DraftBag]? {
    var shared: [Symbol] = []
    var ignorable: [Symbol] = []
    var choices: [DraftBag] = []
    for nodes in alternatives {
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
  private mutating func symbols(of nodes: [PatternNode], in pattern: Pattern) -> [Symbol]? {
    guard let elements = elements(of: nodes, in: pattern) else { return nil }
    if elements.count == 1, !elements[0].isOptional { return elements[0].alternatives }
    return [phrase(elements, in: pattern)]
  }

  // MARK: Words

  private mutating func read(_ text: String, exact: Bool) -> WordReading {
    let key = exact ? "=" + text : text
    if let known = words[key] { return known }
    var reading = WordReading(symbols: [], isIgnorable: [])
    for token in readWord(text) where token.kind != .punctuation {
      let symbol =
        exact
        ? index.symbols.intern(exact: token.text)
        : index.symbols.intern(stem: token.stem, written: token.text)
      rank(symbol, 0)
      reading.symbols.append(symbol)
      reading.isIgnorable.append(!exact && token.isIgnorable)
    }
    words[key] = reading
    return reading
  }

  private mutating func known(concept name: String, in pattern: Pattern, at: Int) -> Symbol? {
    if let symbol = index.symbols.concept(name) { return symbol }
    let names = index.symbols.names.lazy.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    let nearest = NearestConcept.nearest(to: name, among: names)
    report(.unknownConcept(name, nearest: nearest), in: pattern, at: at, length: name.count + 1)
    return nil
  }

  private mutating func note(_ capture: PatternCapture) {
    if capture == .side { index.usesSide = true }
    if capture == .bodyPart { index.usesBodyPart = true }
  }

  private mutating func report(
    _ problem: PatternProblem, in pattern: Pattern, at: Int, length: Int = 1
  ) {
    diagnostics.append(problem.diagnostic(at: pattern.place(ofByte: at), length: length))
  }

  private mutating func list(_ symbols: [Symbol]) -> FlatRange {
    guard !symbols.isEmpty else { return .none }
    let first = index.lists.count
    index.lists.append(contentsOf: symbols)
    return flat(first, index.lists.count)
  }

  private func flat(_ lower: Int, _ upper: Int) -> FlatRange {
    FlatRange(lower: Int32(truncatingIfNeeded: lower), upper: Int32(truncatingIfNeeded: upper))
  }

  private func unique(_ symbols: [Symbol]) -> [Symbol] {
    guard symbols.count > 1 else { return symbols }
    var seen = Set<Symbol>()
    return symbols.filter { seen.insert($0).inserted }
  }
}

extension DraftBag {
  func joined(with other: DraftBag) -> DraftBag {
    DraftBag(
      slots: slots + other.slots, optional: optional + other.optional,
      excluded: excluded + other.excluded, ignorable: ignorable + other.ignorable)
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
