/// A language compiled for reading: what turns typed text into tokens, cues, values and answers.
///
/// Compiling a language looks at every word and phrase once; reading then costs the length of the
/// line. Reading the same text always gives the same result.
///
/// A class, though immutable, because every turn hands it on many times, and a reference is cheaper to hand on than
/// its tables.
package final class Lexicon: Sendable {
  let shared: SharedVocabulary
  let phrases: PhraseTrie
  let slips: [Int32: [Slip]]
  /// Names of the kinds of cues that only others ask for, in the order `Meaning.otherCue` counts.
  let otherCueKinds: [String]
  let bodyParts: [String]
  let memory: WordMemory

  /// Compiles a language and the words that the patterns of a pack use: single words or phrases.
  ///
  /// - Parameter counts: how often each of them is written where it is listened for; none when not known.
  package convenience init(language: Language, packWords: [String], counts: [Int32] = []) {
    self.init(language: language) { (packWords, counts) }
  }

  /// The same with the words asked for when they are needed, which is late.
  package init(
    language: Language, packWords: () -> (words: [String], counts: [Int32])
  ) {
    var compiler = LexiconCompiler(language: language)
    compiler.addCues()
    let (words, counts) = packWords()
    compiler.add(packWords: words, counts: counts)
    compiler.addPhrases()
    shared = SharedVocabulary(compiler.vocabulary)
    phrases = compiler.phrases
    slips = compiler.slips
    otherCueKinds = compiler.otherCueKinds
    bodyParts = compiler.bodyParts
    memory = compiler.memory
  }

  var vocabulary: Vocabulary {
    _read { yield shared.vocabulary }
  }

  /// All words that the language and the packs write, with their stems, by number.
  package var words: [(text: String, stem: String)] {
    vocabulary.table.entries.map { ($0.text, $0.stem) }
  }

  /// Reads what the user typed: normalise, tokenise, split into clauses, correct spelling, stem.
  package func read(_ text: String) -> Utterance {
    let folded = Normalizer.fold(text)
    var unknownCount = 0
    var tokenizer = Tokenizer(folded, shared) { [self] word, start in
      unknownCount += 1
      return memory.resolve(
        word, in: vocabulary,
        mayCorrect: unknownCount <= Self.mostCorrected && !ProperName.stands(in: text, at: start))
    }
    tokenizer.run()
    var utterance = Utterance(text: text, isCut: folded.isCut)
    for correction in tokenizer.corrections {
      utterance.corrections.append(
        Correction(
          typed: correction.typed,
          read: tokenizer.tokens[correction.words].map(\.text).joined(separator: " "),
          start: folded.origin(correction.range.lowerBound),
          end: folded.origin(correction.range.upperBound)))
    }
    let (tokens, ids) = tokenizer.takeTokens()
    utterance.tokens = tokens
    finish(&utterance, ids)
    return utterance
  }

  /// Makes ready for words that no pack knows: the first line that holds one would have to wait for it.
  package func prepareSpelling() { memory.prepare(vocabulary) }

  /// Reads the words of a pattern or wording: like `read`, without spelling, clauses or cut.
  package func readPattern(_ text: String) -> [Token] {
    if let token = plainWord(text) { return [token] }
    var tokenizer = Tokenizer(Normalizer.fold(text), shared) { [self] word, _ in
      let stem = memory.stem(word)
      let like = vocabulary.entry(like: word, stem: stem)
      return UnknownWord(parts: [.init(text: word, stem: stem, like: like)])
    }
    tokenizer.run()
    let taken = tokenizer.takeTokens()
    var tokens = taken.tokens
    BodyPartNames.mark(phrases.hits(in: taken.ids), bodyParts, &tokens)
    return tokens
  }

  /// A text that is one word with an entry of its own, as nearly every word of a pattern is: there is nothing to cut.
  private func plainWord(_ text: String) -> Token? {
    var text = text
    let id = text.withUTF8 { bytes in
      bytes.allSatisfy { (0x61...0x7A).contains($0) } ? vocabulary.table.find(bytes) : -1
    }
    guard id >= 0, vocabulary.table.expansion(of: id) < 0 else { return nil }
    // A name of a body part that phrases could add has several words.
    return vocabulary.table.token(id, start: 0, end: text.utf8.count)
  }

  /// The words of every phrase that a line of the language stands for, `(has | have) no`, as an utterance holds them.
  package func phrases(of line: String) -> [[String]] {
    PhraseLine.phrases(line).map { readPattern($0.joined(separator: " ")).map(\.text) }
  }

  /// How many unknown words of one utterance are looked at for spelling.
  private static let mostCorrected = 256

  private func finish(_ utterance: inout Utterance, _ read: consuming [Int32]) {
    var ids = read
    var hits = phrases.hits(in: ids)
    if applySlips(&utterance, &ids, hits) { hits = phrases.hits(in: ids) }
    let classes = ids.map { $0 < 0 ? [] : vocabulary.table.classes(of: $0) }
    BodyPartNames.mark(hits, bodyParts, &utterance.tokens)
    utterance.reading = Reading(&utterance.tokens, ids: ids, classes: classes, hits: hits)
  }
}
