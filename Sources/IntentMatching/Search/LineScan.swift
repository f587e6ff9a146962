import LanguageProcessing

/// One line being searched: its tokens as symbols, then phrases and concepts, rank by rank.
struct LineScan {
  /// Skipped tokens in a row beyond which a phrase is torn.
  static let mostSkips = 8
  /// Words that may stand between neighbours of a bag, or where a phrase has `...`.
  static let widestGap = 4
  /// A phrase reaches at most so many tokens to either side of its rarest word.
  static let reach: Int32 = 28

  /// Work that waits until all symbols of lower rank are known.
  private struct Waiting {
    /// As in `PhrasePosting`.
    var rule: Int32
    var occurrence: Int32
    var need: Int32
    var next: Int32
    var isTold: Bool
  }

  /// A phrase to be looked for around an occurrence of its rarest place.
  private struct Task {
    var rule: Int32
    var occurrence: Int32
    /// In order of rule, then occurrence.
    var key: Int64 { Int64(rule) << 32 | Int64(occurrence) }
  }

  /// A symbol found at a place, before equal finds are merged.
  struct Find {
    var symbol: Symbol
    var start: Int32
    var end: Int32
    var mask: UInt64
    /// In order of symbol, then start.
    var key: Int64 { Int64(symbol) << 32 | Int64(start) }
  }

  let facts: LineFacts
  private(set) var occurrences: Occurrences
  private(set) var values: [CapturedValue] = []
  private var waiting: ContiguousArray<Waiting> = []
  private var waitingByRank: ContiguousArray<Int32>
  private var hasValues = false
  private let lexicon: Lexicon
  private let date: CalendarDate

  /// - Parameters:
  ///   - lexicon: what reads numbers, durations and distances.
  ///   - date: the day on which the line was said.
  init(_ facts: LineFacts, lexicon: Lexicon, on date: CalendarDate) {
    self.facts = facts
    self.lexicon = lexicon
    self.date = date
    occurrences = Occurrences(tokens: facts.utterance.tokens.count, needs: facts.index.needs)
    waiting.reserveCapacity(128)
    let ranks = facts.index.highestRank + 1
    waitingByRank = []
    waitingByRank.reserveCapacity(ranks)
    waitingByRank.append(contentsOf: repeatElement(-1, count: ranks))
    addTokens()
    if facts.index.alwaysNeedsValues { loadValues() }
    findPhrases()
  }

  var index: PatternIndex {
    _read { yield facts.index }
  }

  var shape: LineShape {
    _read { yield facts.shape }
  }

  var tokenCount: Int { facts.utterance.tokens.count }

  /// Reads numbers, durations and distances, once, when a rule that wants them has all its other words.
  mutating func loadValues() {
    guard !hasValues else { return }
    hasValues = true
    values = PatternCapture.values(in: facts.utterance, lexicon: lexicon, on: date)
    for value in values {
      let length = value.tokens.count
      let mask: UInt64 = length >= 64 ? .max : (1 << UInt64(length)) - 1
      add(
        value.capture.symbol, Int32(truncatingIfNeeded: value.tokens.lowerBound),
        Int32(truncatingIfNeeded: value.tokens.upperBound), mask)
    }
  }

  private mutating func addTokens() {
    let shared = facts.shared
    let (usesSide, usesBodyPart) = (index.usesSide, index.usesBodyPart)
    for at in facts.symbols.indices {
      let start = Int32(truncatingIfNeeded: at)
      let pair = facts.symbols[at]
      if pair.stem >= 0 { _ = occurrences.add(pair.stem, start, start + 1, 1, in: shared) }
      if pair.exact >= 0 { _ = occurrences.add(pair.exact, start, start + 1, 1, in: shared) }
      if usesSide, facts.utterance.tokens[at].side != nil {
        _ = occurrences.add(PatternCapture.side.symbol, start, start + 1, 1, in: shared)
      }
      if usesBodyPart, facts.utterance.tokens[at].bodyPart != nil {
        _ = occurrences.add(PatternCapture.bodyPart.symbol, start, start + 1, 1, in: shared)
      }
    }
    // Not before all words are known: a phrase that needs another one never waits.
    for number in occurrences.all.indices { look(from: Int32(truncatingIfNeeded: number)) }
  }

  private mutating func add(_ symbol: Symbol, _ start: Int32, _ end: Int32, _ mask: UInt64) {
    look(from: occurrences.add(symbol, start, end, mask, in: facts.shared))
  }

  /// Notes what an occurrence may be part of, until all symbols of lower rank are known.
  private mutating func look(from number: Int32) {
    for at in index.phrasesByAnchor.range(of: occurrences[number].symbol) {
      let posting = index.phrasesByAnchor[at]
      guard occurrences.meets(posting.word), occurrences.meets(posting.otherWord) else { continue }
      let rank = Int(posting.rank)
      waiting.append(
        Waiting(
          rule: posting.rule, occurrence: number, need: posting.phrase, next: waitingByRank[rank],
          isTold: posting.isTold))
      waitingByRank[rank] = Int32(truncatingIfNeeded: waiting.count - 1)
    }
  }

  private mutating func findPhrases() {
    guard !waiting.isEmpty else { return }
    var rank = 1
    while rank <= index.highestRank {
      guard waitingByRank[rank] >= 0 else {
        rank += 1
        continue
      }
      let finds = finds(ofRank: rank)
      for at in finds.indices {
        // Equal finds stand side by side, the best reading first.
        if at > 0, finds[at].symbol == finds[at - 1].symbol, finds[at].start == finds[at - 1].start,
          finds[at].end == finds[at - 1].end
        {
          continue
        }
        add(finds[at].symbol, finds[at].start, finds[at].end, finds[at].mask)
      }
      rank += 1
    }
  }

  private mutating func finds(ofRank rank: Int) -> ContiguousArray<Find> {
    var finds: ContiguousArray<Find> = []
    var tasks: ContiguousArray<Task> = []
    finds.reserveCapacity(16)
    var at = waitingByRank[rank]
    while at >= 0 {
      let task = waiting[Int(at)]
      if task.rule < 0 {
        let found = occurrences[task.occurrence]
        finds.append(Find(symbol: ~task.rule, start: found.start, end: found.end, mask: found.mask))
      } else if occurrences.meets(task.need),
        task.isTold || mayFit(index.phrases[Int(task.rule)])
      {
        tasks.append(Task(rule: task.rule, occurrence: task.occurrence))
      }
      at = task.next
    }
    if !tasks.isEmpty {
      tasks.sort { $0.key < $1.key }
      if tasks.contains(where: { index.phrases[Int($0.rule)].needsValues }) { loadValues() }
      search(tasks, into: &finds)
    }
    if finds.count > 1 {
      finds.sort {
        if $0.key != $1.key { return $0.key < $1.key }
        if $0.end != $1.end { return $0.end < $1.end }
        return $0.mask.isBetterMask(than: $1.mask)
      }
    }
    return finds
  }

  /// Whether each required place of a phrase has a symbol that occurs in the line; values not yet read may.
  private func mayFit(_ rule: PhraseRule) -> Bool {
    let index = facts.shared.index
    for at in rule.elements.indices where !index.elements[at].isOptional {
      guard occurrences.meets(index.elements[at].need) || index.elements[at].isValue && !hasValues
      else { return false }
    }
    return true
  }

  private func search(
    _ tasks: ContiguousArray<Task>, into finds: inout ContiguousArray<Find>
  ) {
    var search = PhraseSearch()
    var at = 0
    var found: ContiguousArray<Find> = []
    while at < tasks.count {
      let rule = tasks[at].rule
      found.removeAll(keepingCapacity: true)
      while at < tasks.count, tasks[at].rule == rule {
        if let find = search.find(index.phrases[Int(rule)], around: tasks[at].occurrence, in: self)
        {
          found.append(find)
        }
        at += 1
      }
      Self.keepTight(&found, into: &finds)
    }
  }

  /// Of finds of one rule only those count that hold no other.
  static func keepTight(
    _ found: inout ContiguousArray<Find>, into finds: inout ContiguousArray<Find>
  ) {
    guard found.count > 1 else {
      if let only = found.first { finds.append(only) }
      return
    }
    found.sort { ($0.start, -$0.end) > ($1.start, -$1.end) }
    var nearestEnd = Int32.max
    var last: (start: Int32, end: Int32)?
    for find in found {
      if let last, last.start == find.start, last.end == find.end {
        finds.append(find)
      } else if find.end < nearestEnd {
        nearestEnd = find.end
        last = (find.start, find.end)
        finds.append(find)
      }
    }
  }
}
