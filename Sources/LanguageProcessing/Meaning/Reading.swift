/// What one pass over an utterance found: cue phrases, clauses and parts of clauses.
///
/// A class, though immutable, because everything that asks how a thing was said holds it.
final class Reading: Sendable {
  /// The entry of each token in the word table, -1 for none.
  let ids: [Int32]
  let classes: [WordClasses]
  private let phrases: PhraseHits
  /// Tokens of each clause, its closing mark included.
  let clauses: [Range<Int>]
  let segments: [Range<Int>]
  /// Whether any word can be part of a time, a number or a unit.
  let tellsQuantity: Bool

  /// What is known of a line that no lexicon has read.
  static let none = Reading()

  private init() {
    ids = []
    classes = []
    phrases = PhraseHits()
    clauses = []
    segments = []
    tellsQuantity = true
  }

  /// Divides the tokens of a line into clauses, which are written into them, and keeps what was found.
  ///
  /// - Parameters:
  ///   - ids: the entry of each token, -1 for none.
  ///   - classes: what each token does in a sentence.
  ///   - hits: the phrases of the line, in order of start.
  init(_ tokens: inout [Token], ids: [Int32], classes: [WordClasses], hits: [PhraseHit]) {
    self.ids = ids
    self.classes = classes
    phrases = PhraseHits(hits, tokens: tokens.count)
    var parts = Clauses(phrases, classes)
    parts.mark(&tokens)
    clauses = parts.clauses
    segments = parts.segments
    tellsQuantity =
      hits.contains { $0.meaning.isOfQuantity } || tokens.contains { $0.number != nil }
  }

  /// In order of start.
  var hits: [PhraseHit] { phrases.all }

  /// The hits that start within a range of tokens.
  func hits(from start: Int, to end: Int) -> ArraySlice<PhraseHit> {
    phrases.from(start, to: end)
  }

  /// Whether any phrase begins at a token.
  func startsHit(_ index: Int) -> Bool { phrases.startsAny(index) }

  func hasClass(_ index: Int, _ wanted: WordClasses) -> Bool {
    index >= 0 && index < classes.count && !classes[index].isDisjoint(with: wanted)
  }
}
