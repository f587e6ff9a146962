/// What a word that no pack writes turned out to be.
struct UnknownWord: Sendable {
  struct Part: Sendable {
    var text: String
    var stem: String
    /// The entry it behaves like: its own, or that of a body part it is a form of; -1 for none.
    var like: Int32
  }

  /// One part, or two where a space was missing.
  var parts: [Part]
  /// Whether it was read as another word than typed.
  var isCorrection = false
}

/// Resolves the words that no pack knows, remembering what it found.
///
/// A class because it guards the stemmer, a C object for one thread at a time, and because the list
/// of ordinary words and the spelling index are made only when the first unknown word is met. What
/// it remembers never changes an answer, only how soon it comes.
final class WordMemory: Sendable {
  private struct State {
    var stemmer: Stemmer?
    var commonWords: CommonWords?
    var corrector: SpellingCorrector?
    /// The stems of all entries.
    var stems: Set<String> = []
    var resolved: [String: UnknownWord] = [:]
  }

  private static let mostRemembered = 4_096
  private let stemmerName: String
  private let commonWordList: String
  private let irregular: [String: String]
  private let state = Locked(State())

  init(language: Language) {
    stemmerName = language.stemmer
    commonWordList = language.commonWords
    irregular = Dictionary(
      language.irregular.map { ($0.form, $0.base) }, uniquingKeysWith: { first, _ in first })
  }

  /// The stem of a word: irregular forms first, then Snowball.
  func stem(_ word: String) -> String { state.withLock { stem(word, &$0) } }

  /// What a word without an entry is. Once an utterance has used up its budget for spelling, words
  /// are only stemmed, so that a long line of nonsense stays cheap.
  func resolve(_ word: String, in words: Vocabulary, mayCorrect: Bool) -> UnknownWord {
    state.withLock { state in
      // What was remembered must not help here, or the same line would be read in two ways.
      guard mayCorrect else { return kept(word, words, &state) }
      if let known = state.resolved[word] { return known }
      let result = resolve(word, words, &state)
      if state.resolved.count >= Self.mostRemembered { state.resolved.removeAll() }
      state.resolved[word] = result
      return result
    }
  }

  /// Looks at the ordinary words and makes the spelling index now, unless that was done: see above.
  func prepare(_ words: Vocabulary) {
    state.withLock { state in
      let common = state.commonWords ?? CommonWords(commonWordList)
      state.commonWords = common
      let corrector = state.corrector ?? makeCorrector(words, common, &state)
      state.corrector = corrector
    }
  }

  private func stem(_ word: String, _ state: inout State) -> String {
    let base = irregular[word] ?? word
    // A word that is its own base is left as it is: "evening" is no form of "even".
    if irregular[base] == base { return base }
    let stemmer = state.stemmer ?? Stemmer(stemmerName)
    state.stemmer = stemmer
    return stemmer.stem(base)
  }

  private func kept(_ word: String, _ words: Vocabulary, _ state: inout State) -> UnknownWord {
    let stem = stem(word, &state)
    let like = words.entry(like: word, stem: stem)
    return UnknownWord(parts: [.init(text: word, stem: stem, like: like)])
  }

  private func resolve(_ word: String, _ words: Vocabulary, _ state: inout State) -> UnknownWord {
    let common = state.commonWords ?? CommonWords(commonWordList)
    state.commonWords = common
    if common.contains(word) { return kept(word, words, &state) }
    for form in WordForms.plain(of: word) {
      let id = words.table.find(form)
      if id >= 0 { return UnknownWord(parts: words.parts(of: id)) }
      if common.contains(form) { return kept(form, words, &state) }
    }
    let plain = LookAlikes.replaced(word) ?? word
    let count = plain.utf8.count
    guard (3...EditCost.longest).contains(count), WordForms.isPlain(plain) else {
      return kept(word, words, &state)
    }
    let corrector = state.corrector ?? makeCorrector(words, common, &state)
    state.corrector = corrector
    let isRelated = { (word: String) in
      words.table.find(word) < 0 && state.stems.contains(self.stem(word, &state))
    }
    if let near = corrector.correction(of: plain, edits: 1, isRelated: isRelated) {
      return read(near, words, &state)
    }
    if let full = corrector.word(withConsonantsOf: plain) { return read(full, words, &state) }
    if let parts = WordForms.split(plain, words, common) {
      return UnknownWord(parts: parts, isCorrection: true)
    }
    if count >= 6, let near = corrector.correction(of: plain, edits: 2, isRelated: isRelated) {
      return read(near, words, &state)
    }
    return kept(word, words, &state)
  }

  private func read(_ word: String, _ words: Vocabulary, _ state: inout State) -> UnknownWord {
    let id = words.table.find(word)
    var result = kept(word, words, &state)
    if id >= 0 { result.parts = words.parts(of: id) }
    result.isCorrection = true
    return result
  }

  /// The words to correct towards: those the packs write, and their ordinary inflections.
  private func makeCorrector(
    _ words: Vocabulary, _ common: CommonWords, _ state: inout State
  ) -> SpellingCorrector {
    var corrector = SpellingCorrector()
    let entries = words.table.entries
    for at in entries.indices {
      let id = Int32(clamping: at)
      guard words.isWorthCorrectingTo(id), WordForms.isPlain(entries[at].text) else { continue }
      var word = entries[at].text
      word.withUTF8 { corrector.add($0, isWritten: true, weight: words.weight(of: id)) }
    }
    // Ordinary words that can share a stem share its beginning.
    var beginnings: Set<UInt32> = []
    state.stems.reserveCapacity(entries.count)
    for at in entries.indices where entries[at].stem.utf8.count >= 4 {
      state.stems.insert(entries[at].stem)
      beginnings.insert(WordForms.beginning(entries[at].stem))
    }
    common.forEach { word in
      guard word.count >= 5, beginnings.contains(WordForms.beginning(word)) else { return }
      corrector.add(word, isWritten: false, weight: 0)
    }
    corrector.finish()
    return corrector
  }
}
