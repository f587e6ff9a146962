import IntentPacks
import LanguageProcessing

/// Turns patterns into the rules of a `PatternIndex`: words and phrases become symbols, brackets become lists.
struct PatternCompiler {
  /// A pattern whose brackets stand for more combinations than this is refused.
  static let mostVariants = 64
  /// A combination with more required words than this is refused.
  static let mostSlots = 32

  /// A word of a pattern: most are one word of the language, "can't" is two.
  struct ReadWord {
    var symbol: Symbol
    var isIgnorable: Bool
  }

  let readWord: @Sendable (String) -> [Token]
  var index = PatternIndex()
  var diagnostics: [Diagnostic] = []
  /// Words read so far, and what each came to: those that stand for all their forms, and those for one form only.
  private var stems = (words: ByteStrings(), readings: [[ReadWord]]())
  private var exacts = (words: ByteStrings(), readings: [[ReadWord]]())
  var anonymous: [[DraftElement]: Symbol] = [:]
  /// The phrases inside patterns, in the order of their symbols.
  var drafts: [[DraftElement]] = []
  private var aliases: ContiguousArray<(symbol: Symbol, item: Int32)> = []
  private var knownAliases: Set<Int64> = []

  /// Words of exclusions, and whether they stand for one form only.
  private var told: [String: Bool] = [:]

  /// - Parameters:
  ///   - concepts: with their wordings read.
  ///   - lines: how many patterns will be added, so that tables need not grow step by step.
  init(read: @escaping @Sendable (String) -> [Token], concepts: ConceptOrder, lines: Int = 0) {
    readWord = read
    index.reserve(patterns: lines)
    anonymous.reserveCapacity(min(lines, 16_384))
    index.ranks = ContiguousArray(repeating: 0, count: index.symbols.count)
    compile(concepts: concepts)
  }

  /// The finished index.
  mutating func finish() -> PatternIndex {
    index.finish(aliases: aliases)
    return index
  }

  // MARK: Concepts

  private mutating func compile(concepts: ConceptOrder) {
    var order = concepts
    diagnostics += order.diagnostics
    for name in order.names { _ = symbol(ofConcept: name) }
    for at in order.sorted(&diagnostics) {
      let output = symbol(ofConcept: order.names[at])
      for wording in order.wordings[at] { add(wording: wording, to: output) }
    }
  }

  mutating func symbol(ofConcept name: String) -> Symbol {
    let symbol = index.symbols.intern(concept: name)
    rank(symbol, 0)
    return symbol
  }

  mutating func add(wording: Pattern, to output: Symbol) {
    guard let elements = elements(of: wording.items, in: wording) else { return }
    addRule(elements, output: output)
  }

  mutating func addRule(_ elements: [DraftElement], output: Symbol) {
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
        output: output, elements: flat(first, index.elements.count), anchor: 0,
        needsValues: false))
  }

  mutating func rank(_ symbol: Symbol, _ atLeast: Int32) {
    while index.ranks.count < index.symbols.count { index.ranks.append(0) }
    index.ranks[Int(symbol)] = max(index.ranks[Int(symbol)], atLeast)
  }

  // MARK: Words

  /// The symbol of a part that is one plain word, as most parts are: nothing else has to be worked out for it.
  mutating func lone(_ nodes: [PatternNode]) -> ReadWord? {
    nodes.count == 1 ? lone(nodes[0]) : nil
  }

  mutating func lone(_ node: PatternNode) -> ReadWord? {
    guard case .word(let text, let exact, _) = node else { return nil }
    let reading = read(text, exact: exact)
    return reading.count == 1 ? reading[0] : nil
  }

  mutating func read(_ text: String, exact: Bool) -> [ReadWord] {
    var bytes = text
    let (number, isNew) = bytes.withUTF8 {
      exact ? exacts.words.insert($0) : stems.words.insert($0)
    }
    guard isNew else { return exact ? exacts.readings[number] : stems.readings[number] }
    var reading: [ReadWord] = []
    for token in readWord(text) where token.kind != .punctuation {
      let symbol =
        exact
        ? index.symbols.intern(exact: token.text)
        : index.symbols.intern(stem: token.stem, written: token.text)
      rank(symbol, 0)
      reading.append(ReadWord(symbol: symbol, isIgnorable: !exact && token.isIgnorable))
    }
    if exact { exacts.readings.append(reading) } else { stems.readings.append(reading) }
    return reading
  }

  /// A form that shares no beginning with its base tells a tense, which is what is meant: "was" excludes no "is".
  mutating func asTold(_ node: PatternNode) -> PatternNode {
    guard case .word(let text, false, let at) = node else { return node }
    let isTold: Bool
    if let known = told[text] {
      isTold = known
    } else {
      isTold = readWord(text).first.map { $0.text.first != $0.stem.first } ?? false
      told[text] = isTold
    }
    return isTold ? .word(text, exact: true, at: at) : node
  }

  mutating func known(concept name: String, in pattern: Pattern, at: Int) -> Symbol? {
    if let symbol = index.symbols.concept(name) { return symbol }
    let names = index.symbols.names.lazy.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    let nearest = NearestConcept.nearest(to: name, among: names)
    report(.unknownConcept(name, nearest: nearest), in: pattern, at: at, length: name.count + 1)
    return nil
  }

  mutating func note(_ capture: PatternCapture) {
    if capture == .side { index.usesSide = true }
    if capture == .bodyPart { index.usesBodyPart = true }
  }

  mutating func report(
    _ problem: PatternProblem, in pattern: Pattern, at: Int, length: Int = 1
  ) {
    diagnostics.append(problem.diagnostic(at: pattern.place(ofByte: at), length: length))
  }

  mutating func list(_ symbols: [Symbol]) -> FlatRange {
    guard !symbols.isEmpty else { return .none }
    let first = index.lists.count
    index.lists.append(contentsOf: symbols)
    return flat(first, index.lists.count)
  }

  func flat(_ lower: Int, _ upper: Int) -> FlatRange {
    FlatRange(lower: Int32(truncatingIfNeeded: lower), upper: Int32(truncatingIfNeeded: upper))
  }

  func unique(_ symbols: [Symbol]) -> [Symbol] {
    guard symbols.count > 1 else { return symbols }
    if symbols.count <= 16 {
      var kept: [Symbol] = []
      kept.reserveCapacity(symbols.count)
      for symbol in symbols where !kept.contains(symbol) { kept.append(symbol) }
      return kept
    }
    var seen = Set<Symbol>()
    return symbols.filter { seen.insert($0).inserted }
  }
}
