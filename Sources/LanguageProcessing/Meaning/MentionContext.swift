/// Matched words within what was said around them.
///
/// A class, though immutable, because every reading of how a thing was said holds it.
final class MentionContext {
  let utterance: Utterance
  let tokens: [Token]
  let reading: Reading
  let matched: [Int]
  /// The matched words that say more than where: all of them when they only name a place.
  let core: [Int]
  let clause: Range<Int>
  /// Phrases of the clause, as far as they can reach the matched words.
  let hits: ArraySlice<PhraseHit>

  /// How far from the matched words a cue is looked for.
  private static let reach = 40

  init?(_ matched: [Int], in utterance: Utterance) {
    let tokens = utterance.tokens
    let isWhole = matched.allSatisfy { tokens.indices.contains($0) }
    let matched = isWhole ? matched : matched.filter { tokens.indices.contains($0) }
    guard let first = matched.first, let last = matched.last else { return nil }
    self.utterance = utterance
    self.tokens = tokens
    self.matched = matched
    reading = utterance.reading
    let tells = { tokens[$0].bodyPart == nil && tokens[$0].side == nil }
    let telling = matched.allSatisfy(tells) ? matched : matched.filter(tells)
    core = Self.withoutPresent(telling.isEmpty ? matched : telling, utterance)
    let index = tokens[last].clause
    clause = reading.clauses.indices.contains(index) ? reading.clauses[index] : first..<last + 1
    hits = reading.hits(
      from: max(clause.lowerBound, first - Self.reach),
      to: min(clause.upperBound, last + Self.reach))
  }

  /// Leaves out a "now" that opens a part of its own behind the words: "last year | now hot".
  private static func withoutPresent(_ core: [Int], _ utterance: Utterance) -> [Int] {
    guard core.count > 1, let last = core.last else { return core }
    let isPresent = utterance.reading.hits(from: last, to: last + 1).contains {
      $0.meaning == .time(0)
    }
    let before = core[core.count - 2]
    guard isPresent, utterance.tokens[before].segment != utterance.tokens[last].segment else {
      return core
    }
    return core.dropLast()
  }

  var first: Int { matched.first ?? 0 }
  var last: Int { matched.last ?? 0 }
  var firstCore: Int { core.first ?? first }
  var lastCore: Int { core.last ?? last }

  func segment(_ index: Int) -> Int { tokens[index].segment }

  func segmentRange(_ index: Int) -> Range<Int> {
    let segment = tokens[index].segment
    let range = reading.segments.indices.contains(segment) ? reading.segments[segment] : clause
    // Far ends of a long part cannot matter, and looking at them for each mention would cost.
    let near = max(0, index - 2 * Self.reach)..<min(tokens.count, index + 2 * Self.reach)
    return range.clamped(to: near)
  }

  func isWord(_ index: Int) -> Bool {
    tokens[index].kind == .word || tokens[index].kind == .number
  }

  func hasClass(_ index: Int, _ wanted: WordClasses) -> Bool { reading.hasClass(index, wanted) }

  /// Whether a word is one that carries meaning of its own.
  func isContent(_ index: Int) -> Bool {
    isWord(index) && !tokens[index].isIgnorable && !hasClass(index, .functional)
  }

  /// A cue within the matched words belongs to them and says nothing about them.
  func isInside(_ hit: PhraseHit) -> Bool { hit.range.allSatisfy(matched.contains) }

  /// Whether a cue begins within a phrase that only looks like a denial ("no | wonder").
  func isInsidePseudoNegation(_ hit: PhraseHit) -> Bool {
    hits.contains { $0.isCue(.pseudoNegation) && $0.start < hit.start && hit.start < $0.end }
  }

  /// Whether a cue is part of a longer denial ("no | sign of").
  func isPartOfDenial(_ hit: PhraseHit) -> Bool {
    hits.contains { $0.meaning.family == 1 && $0.start < hit.start && hit.end <= $0.end }
      || isInsidePseudoNegation(hit)
  }

  /// Whether nothing of weight follows a cue: "gone now", not "gone numb" or "gone by morning".
  func endsThought(_ hit: PhraseHit) -> Bool {
    let segment = segmentRange(hit.start)
    guard hit.end < segment.upperBound else { return true }
    if hasClass(hit.end, .preposition) { return false }
    if !isContent(hit.end) { return true }
    return reading.hits(from: hit.end, to: hit.end + 1).contains {
      switch $0.meaning {
      case .time, .weekday, .number: return true
      default: return false
      }
    } || tokens[hit.end].number != nil
  }

  func words(_ range: Range<Int>) -> String {
    range.map { tokens[$0].text }.joined(separator: " ")
  }

  /// Whether only words without meaning of their own stand between the start of its part of the
  /// clause and a token.
  func opensSegment(_ index: Int) -> Bool {
    span(segmentRange(index).lowerBound, index).allSatisfy {
      !isWord($0) || hasClass($0, [.filler, .andWord, .orWord, .segmentBreak])
    }
  }

  /// Whether the user speaks of themselves between two tokens: "i", or "my" that is no part of
  /// "in my club".
  func speaksOfSelf(from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    return span(start, end).contains { index in
      guard hasClass(index, [.selfSubject, .possessive]) else { return false }
      return !hasClass(index - 1, .preposition)
    }
  }
}
