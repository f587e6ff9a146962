/// A word, concept, phrase or captured value, interned: what the index is made of.
typealias Symbol = Int32

/// All symbols of a pack and how they are written.
struct SymbolTable: Sendable {
  /// How each symbol is written; empty for a phrase inside a pattern: see `PatternIndex.name`.
  private(set) var names: ContiguousArray<String>
  private var stems: [String: Symbol] = [:]
  private var exacts: [String: Symbol] = [:]
  private var concepts: [String: Symbol] = [:]

  init() {
    names = ContiguousArray(PatternCapture.allCases.map { "{\($0.rawValue)}" })
  }

  /// Makes room for words.
  mutating func reserve(words: Int) {
    names.reserveCapacity(words)
    stems.reserveCapacity(words)
  }

  var count: Int { names.count }
  /// Whether any pattern asks for a word in exactly its form.
  var hasExactWords: Bool { !exacts.isEmpty }

  func stem(_ stem: String) -> Symbol? { stems[stem] }
  func exact(_ text: String) -> Symbol? { exacts[text] }
  func concept(_ name: String) -> Symbol? { concepts[name] }

  mutating func intern(stem: String, written: String) -> Symbol {
    if let known = stems[stem] {
      // "day", not "days".
      shorten(known, to: written)
      return known
    }
    let symbol = new(written)
    stems[stem] = symbol
    return symbol
  }

  mutating func intern(exact text: String) -> Symbol {
    if let known = exacts[text] { return known }
    let symbol = new("=" + text)
    exacts[text] = symbol
    return symbol
  }

  mutating func intern(concept name: String) -> Symbol {
    if let known = concepts[name] { return known }
    let symbol = new("@" + name)
    concepts[name] = symbol
    return symbol
  }

  /// A symbol for a phrase inside a pattern, which has no name of its own.
  mutating func internPhrase() -> Symbol { new("") }

  /// Of the forms of a word the shortest is its name.
  mutating func shorten(_ symbol: Symbol, to written: String) {
    if written.utf8.count < names[Int(symbol)].utf8.count { names[Int(symbol)] = written }
  }

  /// What a symbol that stands for a word was made of.
  enum Word {
    case stem(String, written: String)
    case exact(String)
  }

  /// The words of the symbols from a number on; nil for a phrase.
  func words(from first: Int) -> [Word?] {
    var words = [Word?](repeating: nil, count: max(0, count - first))
    for (stem, symbol) in stems where symbol >= first {
      words[Int(symbol) - first] = .stem(stem, written: names[Int(symbol)])
    }
    for (text, symbol) in exacts where symbol >= first {
      words[Int(symbol) - first] = .exact(text)
    }
    return words
  }

  private mutating func new(_ name: String) -> Symbol {
    names.append(name)
    return Symbol(truncatingIfNeeded: names.count - 1)
  }
}
