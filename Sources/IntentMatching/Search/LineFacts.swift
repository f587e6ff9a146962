import LanguageProcessing

/// What is known of a line before the search begins.
///
/// A class, though immutable, because every rule that judges a match holds it.
final class LineFacts {
  let shared: SharedIndex
  let utterance: Utterance
  /// The symbols of each token, -1 for none.
  let symbols: ContiguousArray<WordSymbols.Pair>
  /// Words that join body parts: "and", "or".
  let joiners: Set<String>
  let shape: LineShape

  init(
    _ utterance: Utterance, symbols: ContiguousArray<WordSymbols.Pair>, index: SharedIndex,
    joiners: Set<String>
  ) {
    shared = index
    self.utterance = utterance
    self.symbols = symbols
    self.joiners = joiners
    shape = LineShape(utterance, joiners: joiners)
  }

  var index: PatternIndex {
    _read { yield shared.index }
  }
}
