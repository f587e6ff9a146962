import LanguageProcessing

/// The symbols that tokens stand for: by the number of the lexicon's entry, where a token is one; by its text, where it
/// is a word that no pack writes.
struct WordSymbols: Sendable {
  /// The symbols of one token, -1 for none.
  struct Pair: Sendable {
    var stem: Symbol
    var exact: Symbol
  }

  private let pairs: ContiguousArray<Pair>
  private let texts: [String]

  /// - Parameter words: the entries of the lexicon, by number.
  init(_ words: [(text: String, stem: String)], _ symbols: SymbolTable) {
    texts = words.map(\.text)
    pairs = ContiguousArray(
      words.map { word in
        Pair(
          stem: symbols.stem(word.stem) ?? -1,
          exact: symbols.hasExactWords ? symbols.exact(word.text) ?? -1 : -1)
      })
  }

  /// The symbols of all tokens.
  func symbols(of utterance: Utterance, _ shared: SharedIndex) -> ContiguousArray<Pair> {
    let entries = utterance.entries
    let hasExactWords = shared.index.symbols.hasExactWords
    var found: ContiguousArray<Pair> = []
    found.reserveCapacity(utterance.tokens.count)
    for at in utterance.tokens.indices {
      let entry = at < entries.count ? Int(entries[at]) : -1
      if entry >= 0, entry < pairs.count, utterance.tokens[at].kind == .word {
        found.append(pairs[entry])
        // A form of a body part behaves like its entry, but is written in another way.
        if hasExactWords, utterance.tokens[at].bodyPart != nil,
          utterance.tokens[at].text != texts[entry]
        {
          found[at].exact = shared.index.symbols.exact(utterance.tokens[at].text) ?? -1
        }
      } else {
        let (text, stem) = (utterance.tokens[at].text, utterance.tokens[at].stem)
        found.append(
          Pair(
            stem: shared.index.symbols.stem(stem) ?? -1,
            exact: hasExactWords ? shared.index.symbols.exact(text) ?? -1 : -1))
      }
    }
    return found
  }
}
