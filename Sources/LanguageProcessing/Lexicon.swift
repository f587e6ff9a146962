/// A language compiled for reading: what turns typed text into tokens, cues, values and answers.
///
/// Compiling a language looks at every word and phrase once; reading then costs the length of the
/// line. Reading the same text always gives the same result.
package struct Lexicon: Sendable {
  let vocabulary: Vocabulary
  let phrases: PhraseTrie
  let slips: [Int32: [Slip]]
  /// Names of the kinds of cues that only others ask for, in the order `Meaning.otherCue` counts.
  let otherCueKinds: [String]
  let bodyParts: [String]
  let memory: WordMemory

  /// Compiles a language and the words that the patterns of a pack use: single words or phrases.
  ///
  /// - Parameter counts: how often each of them is written where it is listened for; none when not known.
  package init(language: Language, packWords: [String], counts: [Int32] = []) {
    var compiler = LexiconCompiler(language: language)
    compiler.add(packWords: packWords, counts: counts)
    compiler.addPhrases()
    vocabulary = compiler.vocabulary
    phrases = compiler.phrases
    slips = compiler.slips
    otherCueKinds = compiler.otherCueKinds
    bodyParts = compiler.bodyParts
    memory = compiler.memory
  }

  /// All words that the language and the packs write, with their stems, by number.
  package var words: [(text: String, stem: String)] {
    vocabulary.table.entries.map { ($0.text, $0.stem) }
  }

  /// Reads what the user typed: normalise, tokenise, split into clauses, correct spelling, stem.
  package func read(_ text: String) -> Utterance {
    let folded = Normalizer.fold(text)
    var unknownCount = 0
    var tokenizer = Tokenizer(folded, vocabulary) { word in
      unknownCount += 1
      return memory.resolve(
        word, in: vocabulary, mayCorrect: unknownCount <= Self.mostCorrected)
    }
    tokenizer.run()
    var utterance = Utterance(text: text, tokens: tokenizer.tokens, isCut: folded.isCut)
    utterance.reading.ids = tokenizer.ids
    for correction in tokenizer.corrections {
      utterance.corrections.append(
        Correction(
          typed: correction.typed,
          read: tokenizer.tokens[correction.words].map(\.text).joined(separator: " "),
          start: folded.origin(correction.range.lowerBound),
          end: folded.origin(correction.range.upperBound)))
    }
    finish(&utterance)
    return utterance
  }

  /// Reads the words of a pattern or wording: like `read`, without spelling, clauses or cut.
  package func readPattern(_ text: String) -> [Token] {
    var tokenizer = Tokenizer(Normalizer.fold(text), vocabulary) { word in
      let stem = memory.stem(word)
      let like = vocabulary.entry(like: word, stem: stem)
      return UnknownWord(parts: [.init(text: word, stem: stem, like: like)])
    }
    tokenizer.run()
    var tokens = tokenizer.tokens
    BodyPartNames.mark(phrases.hits(in: tokenizer.ids), bodyParts, &tokens)
    return tokens
  }

  /// The words of every phrase that a line of the language stands for, `(has | have) no`, as an utterance holds them.
  package func phrases(of line: String) -> [[String]] {
    PhraseLine.phrases(line).map { readPattern($0.joined(separator: " ")).map(\.text) }
  }

  /// How many unknown words of one utterance are looked at for spelling.
  private static let mostCorrected = 256

  private func finish(_ utterance: inout Utterance) {
    var hits = phrases.hits(in: utterance.reading.ids)
    if applySlips(&utterance, hits) { hits = phrases.hits(in: utterance.reading.ids) }
    utterance.reading.setHits(hits, tokens: utterance.tokens.count)
    utterance.reading.classes = utterance.reading.ids.map {
      $0 < 0 ? [] : vocabulary.table[$0].classes
    }
    BodyPartNames.mark(hits, bodyParts, &utterance.tokens)
    Clauses.mark(&utterance)
  }
}
