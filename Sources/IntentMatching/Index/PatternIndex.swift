import IntentPacks

/// A slice of one of the index's flat arrays.
struct FlatRange: Sendable {
  var lower: Int32
  var upper: Int32
  var indices: Range<Int> { Int(lower)..<Int(upper) }
  var count: Int { Int(upper - lower) }
  static let none = FlatRange(lower: 0, upper: 0)
}

/// A place in a phrase: any of some symbols, perhaps left out, perhaps after a gap.
struct PhraseElement: Sendable {
  /// In `PatternIndex.lists`.
  var alternatives: FlatRange
  var isOptional: Bool
  var followsGap: Bool
  /// Whether a captured value is among them.
  var isValue = false
  /// A bit for each of the symbols: see `PatternIndex.bit`.
  var bits: UInt64 = 0
  /// The need for any of them: see `Needs`.
  var need: Int32 = 0
}

/// Symbols in order that together mean another symbol: a concept's wording or a quoted phrase.
struct PhraseRule: Sendable {
  var output: Symbol
  /// In `PatternIndex.elements`.
  var elements: FlatRange
  /// Which element the index finds it by.
  var anchor: Int32
  var needsValues: Bool
}

/// One combination of symbols that a pattern asks for, in any order.
struct BagRule: Sendable {
  /// In `PatternIndex.sources`.
  var source: Int32
  /// In `PatternIndex.slots`.
  var slots: FlatRange
  /// In `PatternIndex.lists`.
  var optional: FlatRange
  var excluded: FlatRange
  var isPhrase: Bool
  var needsValues: Bool
}

/// The line of a pack that a rule comes from.
struct PatternSource: Sendable {
  enum Role: Sendable { case assertion, denial, capture }
  /// In `PatternIndex.targets`.
  var target: Int32
  var role: Role
  var line: PlacedLine
}

/// What a pattern speaks for: a target, and the value it gives a finding.
struct PatternTarget: Sendable {
  var target: Mention.Target
  /// `yes` or an option's id; nil for captured values.
  var value: String
  /// The unit of a finding with numbers.
  var unit: String?
  var isDuration = false
  /// A finding that a red flag rests on: never lost to another reading of the same words.
  var isSign = false
}

/// A finished index, handed on by reference.
///
/// A class, though immutable, because every line searched holds the index, and a reference is cheaper to hand on than
/// twenty arrays.
final class SharedIndex: Sendable {
  let index: PatternIndex

  init(_ index: PatternIndex) { self.index = index }
}

/// The patterns of a pack as flat arrays of ints, found by the rarest symbol that each of them requires.
///
/// A line touches only what stands under its own words, so its cost does not grow with the pack.
struct PatternIndex: Sendable {
  var symbols = SymbolTable()
  var targets: ContiguousArray<PatternTarget> = []
  var sources: ContiguousArray<PatternSource> = []
  var bags: ContiguousArray<BagRule> = []
  var phrases: ContiguousArray<PhraseRule> = []
  var elements: ContiguousArray<PhraseElement> = []
  /// Required slots of bags, each a range of `lists`.
  var slots: ContiguousArray<FlatRange> = []
  /// The need for any symbol of each slot.
  var slotNeeds: ContiguousArray<Int32> = []
  var needs = Needs()
  /// Symbols that may stand for each other.
  var lists: ContiguousArray<Symbol> = []
  /// How deep phrases and concepts a symbol is made of: 0 for words.
  var ranks: ContiguousArray<Int32> = []
  /// How much a symbol tells, by how few patterns speak of it.
  var rarity: ContiguousArray<Float> = []
  /// Concepts that a symbol is a wording of, and phrases of which it is the rarest required symbol.
  var phrasesByAnchor = PhrasePostings()
  /// Bags, by their rarest required symbol.
  var bagsByAnchor = BagPostings()
  var highestRank = 0
  /// Whether any pattern speaks of sides or body parts as such.
  var usesSide = false
  var usesBodyPart = false
  /// Whether values have to be read for every line, because a pattern has nothing else to be found by.
  var alwaysNeedsValues = false

  /// Makes room for patterns; more than is said here finds room as well.
  mutating func reserve(patterns: Int) {
    symbols.reserve(words: min(patterns, 8_192))
    sources.reserveCapacity(patterns)
    bags.reserveCapacity(patterns)
    slots.reserveCapacity(2 * patterns)
    lists.reserveCapacity(4 * patterns)
  }

  /// How a symbol is written, for explanations; a phrase inside a pattern by its parts.
  func name(of symbol: Symbol) -> String {
    let name = symbols.names[Int(symbol)]
    guard name.isEmpty, let rule = phrases.first(where: { $0.output == symbol }) else {
      return name
    }
    return rule.elements.indices.map { at in
      elements[at].alternatives.indices.map { self.name(of: lists[$0]) }.joined(separator: "|")
    }.joined(separator: " ")
  }

  /// One of 64 bits that stands for a symbol: in a list that has not the bit the symbol needs not be looked for.
  @inline(__always)
  static func bit(_ symbol: Symbol) -> UInt64 {
    1 &<< ((UInt64(truncatingIfNeeded: Int(symbol)) &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }
}
