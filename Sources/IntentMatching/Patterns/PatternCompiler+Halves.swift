import IntentPacks

/// Compiling on two threads: the patterns behind by a copy of the compiler, whose rules are then added to those of the
/// patterns before. What comes of it is numbered as if one compiler had gone through all of them in order.
extension PatternCompiler {
  /// Fewer patterns are not worth a second thread.
  private static let leastToShare = 512

  /// How much there was when the two parted.
  private struct Parting {
    var symbols: Int
    var drafts: Int
    var sources: Int
    var bags: Int
    var diagnostics: Int
  }

  /// Adds all patterns of a pack.
  mutating func add(_ patterns: PackPatterns) {
    index.targets = patterns.targets
    let count = patterns.lines.count
    guard count >= Self.leastToShare else { return add(patterns, 0..<count) }
    addInHalves(patterns)
  }

  /// The same on two threads, however few there are.
  mutating func addInHalves(_ patterns: PackPatterns) {
    index.targets = patterns.targets
    let middle = patterns.lines.count / 2
    let parting = Parting(
      symbols: index.symbols.count, drafts: drafts.count, sources: index.sources.count,
      bags: index.bags.count, diagnostics: diagnostics.count)
    let behind = Awaited { [self] in
      var copy = self
      copy.index.reserve(patterns: patterns.lines.count - middle)
      copy.add(patterns, middle..<patterns.lines.count)
      return Held(copy)
    }
    index.reserve(patterns: patterns.lines.count)
    add(patterns, 0..<middle)
    append(behind.value.value, since: parting)
    discard(consume behind)
  }

  /// Adds some of a pack's patterns, in order.
  mutating func add(_ patterns: PackPatterns, _ range: Range<Int>) {
    index.targets = patterns.targets
    for at in range {
      let parsed = patterns.parsed(at)
      diagnostics += parsed.diagnostics
      guard let pattern = parsed.pattern else { continue }
      let line = patterns.lines[at]
      add(pattern, line: line.line, for: line.target, as: line.role)
    }
  }

  private mutating func append(_ other: PatternCompiler, since parting: Parting) {
    let symbols = takenOver(other, since: parting)
    let shift = Int32(truncatingIfNeeded: index.sources.count - parting.sources)
    index.sources += other.index.sources[parting.sources...]
    for var bag in other.index.bags[parting.bags...] {
      bag.source += shift
      let first = index.slots.count
      for at in bag.slots.indices {
        index.slots.append(list(other.index.slots[at], of: other, as: symbols))
      }
      bag.slots = flat(first, index.slots.count)
      bag.optional = list(bag.optional, of: other, as: symbols)
      bag.excluded = list(bag.excluded, of: other, as: symbols)
      index.bags.append(bag)
    }
    index.usesSide = index.usesSide || other.index.usesSide
    index.usesBodyPart = index.usesBodyPart || other.index.usesBodyPart
    diagnostics += other.diagnostics[parting.diagnostics...]
  }

  /// The other's symbols as symbols of this compiler, new ones added in the order in which they came.
  private mutating func takenOver(
    _ other: PatternCompiler, since parting: Parting
  ) -> ContiguousArray<Symbol> {
    var own = ContiguousArray<Symbol>(0..<Symbol(truncatingIfNeeded: parting.symbols))
    for symbol in own { index.symbols.shorten(symbol, to: other.index.symbols.names[Int(symbol)]) }
    own.reserveCapacity(other.index.symbols.count)
    var phrases = other.drafts[parting.drafts...].makeIterator()
    for word in other.index.symbols.words(from: parting.symbols) {
      switch word {
      case .stem(let stem, let written):
        own.append(index.symbols.intern(stem: stem, written: written))
        rank(own[own.count - 1], 0)
      case .exact(let text):
        own.append(index.symbols.intern(exact: text))
        rank(own[own.count - 1], 0)
      case nil:
        var elements = phrases.next() ?? []
        for at in elements.indices {
          elements[at].alternatives = elements[at].alternatives.map { own[Int($0)] }
        }
        own.append(phrase(elements))
      }
    }
    return own
  }

  private mutating func list(
    _ range: FlatRange, of other: PatternCompiler, as symbols: ContiguousArray<Symbol>
  ) -> FlatRange {
    guard range.count > 0 else { return .none }
    let first = index.lists.count
    for at in range.indices { index.lists.append(symbols[Int(other.index.lists[at])]) }
    return flat(first, index.lists.count)
  }
}
