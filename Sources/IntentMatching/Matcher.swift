package import IntentPacks
package import LanguageProcessing

/// A pack whose patterns are compiled to an index: text in, mentions out.
///
/// A class, though immutable, because each turn hands it on several times.
package final class Matcher: Sendable {
  package let lexicon: Lexicon
  let shared: SharedIndex
  /// The symbols of the lexicon's words, so that a line needs no look-up by text.
  private let wordSymbols: WordSymbols
  /// Lines of the pack that are not listened to, as places in `PatternIndex.sources`.
  private let muted: Set<Int32>
  let joiners: Set<String>
  private let classifier: LazyClassifier
  /// Intents that have examples and no pattern.
  private let exampled: Set<String>
  /// From this score on examples are clear enough to speak for an intent that also has patterns, in a pack that has
  /// intents without.
  private static let clear = 0.75
  private let readPattern: @Sendable (String) -> [Token]
  /// False in tests with tokens made by hand, of which the lexicon knows nothing.
  private let hearsHow: Bool

  /// Compiles all patterns of a pack; mistakes in them are diagnostics.
  package convenience init(pack: Pack, diagnostics: inout [Diagnostic]) {
    let patterns = Awaited { ParsedPatterns(pack) }
    let words = Awaited { Held(PackWords(pack: pack)) }
    let lexicon = Lexicon(language: pack.language) {
      let words = words.value.value
      return (words.words, words.counts)
    }
    self.init(
      pack: pack, read: lexicon.readPattern, patterns: patterns.value.patterns,
      concepts: patterns.value.concepts, lexicon: lexicon, hearsHow: true,
      diagnostics: &diagnostics)
    // Thousands of syntax trees.
    discard(consume patterns)
  }

  /// The patterns and concepts of a pack, read while the language is compiled.
  private final class ParsedPatterns: Sendable {
    let patterns: PackPatterns
    let concepts: ConceptOrder

    init(_ pack: Pack) {
      var patterns = PackPatterns(pack: pack)
      patterns.parse()
      self.patterns = patterns
      concepts = ConceptOrder(pack.concepts)
    }
  }

  /// The same with the reading of words handed in, for tests that need no language.
  convenience init(
    pack: Pack, lexicon: Lexicon, read: @escaping @Sendable (String) -> [Token],
    diagnostics: inout [Diagnostic]
  ) {
    self.init(
      pack: pack, read: read, patterns: PackPatterns(pack: pack),
      concepts: ConceptOrder(pack.concepts), lexicon: lexicon, hearsHow: false,
      diagnostics: &diagnostics)
  }

  private init(
    pack: Pack, read: @escaping @Sendable (String) -> [Token], patterns: PackPatterns,
    concepts: ConceptOrder, lexicon: Lexicon, hearsHow: Bool, diagnostics: inout [Diagnostic]
  ) {
    self.lexicon = lexicon
    self.hearsHow = hearsHow
    readPattern = read
    muted = []
    var compiler = PatternCompiler(read: read, concepts: concepts, lines: patterns.lines.count)
    compiler.add(patterns)
    let words = Awaited { [symbols = compiler.index.symbols] in
      Held(WordSymbols(hearsHow ? lexicon.words : [], symbols))
    }
    shared = SharedIndex(compiler.finish())
    wordSymbols = words.value.value
    diagnostics += compiler.diagnostics
    discard(consume compiler)
    let cues = pack.language.cues
    joiners = Set((cues["and_word"] ?? []) + (cues["or_word"] ?? []))
    classifier = LazyClassifier(pack.intents)
    exampled = Set(
      pack.intents.lazy.filter { $0.patterns.isEmpty && !$0.examples.isEmpty }.map(\.id))
  }

  /// The same patterns, some of them muted or read by another lexicon.
  private init(_ other: Matcher, muted: Set<Int32>, lexicon: Lexicon? = nil) {
    self.muted = muted
    self.lexicon = lexicon ?? other.lexicon
    wordSymbols =
      lexicon.map { WordSymbols($0.words, other.index.symbols) } ?? other.wordSymbols
    readPattern = lexicon.map { $0.readPattern } ?? other.readPattern
    shared = other.shared
    joiners = other.joiners
    classifier = other.classifier
    exampled = other.exampled
    hearsHow = other.hearsHow
  }

  var index: PatternIndex {
    _read { yield shared.index }
  }

  /// The same matcher deaf to the pattern that stands at a place, without compiling the others anew: what a test of the
  /// tests asks for thousands of times. Words of the pattern are still corrected towards.
  package func deaf(to place: SourcePlace) -> Matcher {
    let numbers = index.sources.indices.filter { index.sources[$0].line.place == place }
    return Matcher(
      self, muted: muted.union(numbers.map { Int32(truncatingIfNeeded: $0) }))
  }

  /// The same patterns with another reading of the language, such as one that lacks a cue.
  ///
  /// - Parameter pack: the pack whose patterns these are, for the words that spelling is corrected towards.
  package func reading(_ language: Language, of pack: Pack) -> Matcher {
    let words = PackWords(pack: pack)
    let lexicon = Lexicon(language: language, packWords: words.words, counts: words.counts)
    return Matcher(self, muted: muted, lexicon: lexicon)
  }

  /// Makes ready for misspelt words and learns the examples, unless that was done: the first line that needs it would have
  /// to wait.
  package func prepareForTheUnexpected() {
    lexicon.prepareSpelling()
    _ = classifier.classifier(readPattern)
  }

  /// How many patterns were compiled.
  package var patternCount: Int { index.sources.count }

  /// Everything the text says, heard as the first utterance of a conversation.
  package func understand(_ text: String, on date: CalendarDate) -> Understanding {
    understand(lexicon.read(text), on: date)
  }

  /// Everything an utterance says.
  package func understand(_ utterance: Utterance, on date: CalendarDate) -> Understanding {
    guard !utterance.tokens.isEmpty else { return Understanding(utterance: utterance) }
    var line = scan(utterance, on: date)
    let outcome = Competition(line: line.facts).decide(matches(in: &line))
    var understanding = Understanding(utterance: utterance)
    understanding.mentions = outcome.winners.map { mention($0, line, on: date) }
    if understanding.mentions.count > 1 {
      understanding.mentions.sort { $0.matched.lexicographicallyPrecedes($1.matched) }
    }
    understanding.beaten = outcome.beaten.map { mention($0, line, on: nil) }
    understanding.intents = intents(understanding.mentions, utterance)
    return understanding
  }

  /// An utterance as symbols, with all phrases and concepts found in it.
  func scan(_ utterance: Utterance, on date: CalendarDate) -> LineScan {
    let facts = LineFacts(
      utterance, symbols: wordSymbols.symbols(of: utterance, shared), index: shared,
      joiners: joiners)
    return LineScan(facts, lexicon: lexicon, on: date)
  }

  /// The places where patterns fit, before they compete.
  func matches(in line: inout LineScan) -> [RawMatch] {
    var search = BagSearch()
    search.search(&line)
    var matches = search.matches
    if !muted.isEmpty { matches.removeAll { muted.contains($0.source) } }
    for at in matches.indices { matches[at].specificity = specificity(matches[at], line.facts) }
    return matches
  }

  /// Rarer and more words, a tighter span, a phrase rather than a bag.
  private func specificity(_ match: RawMatch, _ line: LineFacts) -> Double {
    var sum: Float = match.isPhrase ? 0.5 : 0
    for token in match.tokens where !line.shape.isSkippable(Int(token)) {
      let symbol = line.symbols[Int(token)].stem
      sum += symbol >= 0 ? index.rarity[Int(symbol)] : 1
    }
    let others = line.shape.words(in: match.span) - match.tokens.count
    return Double(max(0.1, sum - 0.1 * Float(max(0, others))))
  }

  /// A match as it is handed on; with a date also how it was said.
  private func mention(_ match: RawMatch, _ line: LineScan, on date: CalendarDate?) -> Mention {
    let source = index.sources[Int(match.source)]
    let target = index.targets[Int(source.target)]
    let matched = match.tokens.map(Int.init)
    let utterance = line.facts.utterance
    let tokens = utterance.tokens
    var (start, end) = (Int.max, 0)
    for at in matched {
      start = min(start, tokens[at].start)
      end = max(end, tokens[at].end)
    }
    var mention = Mention(
      target: target.target, value: value(of: match, target, source, line),
      isDenial: source.role == .denial, assertion: Assertion(status: .affirmed),
      tokens: match.span, matched: matched, start: matched.isEmpty ? 0 : start, end: end,
      pattern: source.line.value, place: source.line.place, specificity: match.specificity)
    guard let date, hearsHow else { return mention }
    // Side, time and the like are asked of findings only.
    guard case .finding = target.target else {
      mention.assertion = lexicon.assertion(of: matched, in: utterance)
      return mention
    }
    (mention.assertion, mention.circumstances) = lexicon.telling(
      of: matched, in: utterance, on: date)
    if mention.circumstances.bodyPart == nil {
      mention.circumstances.bodyPart = matched.lazy.compactMap { tokens[$0].bodyPart }.first
    }
    return mention
  }

  private func value(
    of match: RawMatch, _ target: PatternTarget, _ source: PatternSource, _ line: LineScan
  ) -> String {
    guard source.role == .capture else { return target.value }
    // "10k in 2 weeks" by `10k in {duration}`: the 10 was not asked for. A number is asked for with its unit as well.
    let asked = PatternCapture.allCases.filter { source.line.value.contains("{\($0.rawValue)}") }
    let tokens = line.facts.utterance.tokens
    let captured = line.values.filter { value in
      (asked.contains(value.capture)
        || asked.contains(.number) && value.tokens.contains { tokens[$0].number != nil })
        && value.tokens.allSatisfy { match.contains(Int32(truncatingIfNeeded: $0)) }
    }
    // A duration also holds its number: the larger reading is the one that was asked for.
    let best = captured.max { $0.tokens.count < $1.tokens.count }
    return best.map { target.value(of: $0) } ?? target.value
  }

  /// Intents by pattern; by examples only when no pattern spoke.
  private func intents(_ mentions: [Mention], _ utterance: Utterance) -> [IntentScore] {
    var found: [(intent: String, specificity: Double)] = []
    var heard = false
    for mention in mentions {
      switch mention.target {
      case .finding: heard = true
      case .intent(let id) where mention.assertion.status != .negated:
        if let at = found.firstIndex(where: { $0.intent == id }) {
          found[at].specificity = max(found[at].specificity, mention.specificity)
        } else {
          found.append((id, mention.specificity))
        }
      case .intent, .redFlag, .cause: continue
      }
    }
    guard found.isEmpty else {
      var patterned = found.map { intent, specificity in
        let score = 0.8 + 0.2 * specificity / (specificity + 4)
        return IntentScore(intent: intent, score: score, basis: .pattern)
      }
      if patterned.count > 1 {
        patterned.sort { ($1.score, $0.intent) < ($0.score, $1.intent) }
      }
      // What a pack gives by examples alone has no pattern that could win against words of the pack below.
      guard !heard, !exampled.isEmpty, !found.contains(where: { exampled.contains($0.intent) })
      else {
        return patterned
      }
      let scores = classifier.intents(for: utterance, read: readPattern)
      guard let best = scores.first, exampled.contains(best.intent) else { return patterned }
      return scores
    }
    guard !heard else { return [] }
    let scores = classifier.intents(for: utterance, read: readPattern)
    // Nor is what has patterns, none of which fits, lightly taken for meant there, or beside a cause or danger by name.
    let isUnclear = scores.first.map { !exampled.contains($0.intent) && $0.score < Self.clear }
    let isNamed = mentions.contains { mention in
      switch mention.target {
      case .cause, .redFlag: true
      case .finding, .intent: false
      }
    }
    return (isNamed || !exampled.isEmpty) && isUnclear == true ? [] : scores
  }
}
