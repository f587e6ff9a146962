/// Turns the lines of a language into tables.
struct LexiconCompiler {
  private let language: Language
  let memory: WordMemory
  private(set) var vocabulary = Vocabulary()
  private(set) var phrases = PhraseTrie()
  private(set) var slips: [Int32: [Slip]] = [:]
  private(set) var otherCueKinds: [String] = []
  private(set) var bodyParts: [String] = []
  private var bodyPartIndex: [String: Int16] = [:]

  init(language: Language) {
    self.language = language
    memory = WordMemory(language: language)
    addExpansions()
    for mark in ["?", "/", "-"] { _ = vocabulary.add(mark, memory: memory) }
    addWords()
  }

  /// Adds the words of a pack; phrases are cut into words.
  mutating func add(packWords: [String], counts: [Int32]) {
    for (at, words) in packWords.enumerated() {
      let count = at < counts.count && counts[at] > 1 ? counts[at] : 0
      var text = words
      let id = text.withUTF8 { plainID(of: $0) }
      if let id {
        vocabulary.table.addPackWord(id, count: count)
      } else {
        for id in ids(of: words) { vocabulary.table.addPackWord(id, count: count) }
      }
    }
  }

  // MARK: Words

  private mutating func addExpansions() {
    // Longer sequences may use shorter ones: all names first, then what they stand for.
    for (from, to) in language.expansions {
      let key = Self.folded(from)
      // "can't = cant" says nothing; "alot = a lot" parts a word.
      guard !key.isEmpty, to.contains(" ") || key != Self.folded(to) else { continue }
      let id = vocabulary.add(key, memory: memory)
      let words = to.split(separator: " ").map { vocabulary.add(Self.folded($0), memory: memory) }
      vocabulary.table.setExpansion(of: id, to: words)
    }
  }

  private mutating func addWords() {
    for (form, base) in language.irregular {
      for word in [form, base] { _ = ids(of: word) }
    }
    for word in language.ignorable {
      for id in ids(of: word) { vocabulary.table[id].isIgnorable = true }
    }
    for (kind, lines) in language.cues.sorted(by: { $0.key < $1.key }) {
      guard let wordClass = WordClasses.byName[kind] else { continue }
      for line in lines {
        eachPhrase(of: line) { compiler, words in
          if words.count == 1 { compiler.vocabulary.table[words[0]].classes.insert(wordClass) }
        }
      }
    }
  }

  // MARK: Phrases

  /// Adds all other phrases; called when the words of the packs are known.
  mutating func addPhrases() {
    for (word, value) in language.numberWords {
      let words = ids(of: word)
      if words.count == 1, let id = words.first { vocabulary.table[id].number = value }
      phrases.add(words, meaning: .number(value))
    }
    for (word, name) in language.units {
      guard let measure = Measure(name) else { continue }
      let words = ids(of: word)
      if measure.unit == .ordinal { vocabulary.ordinalEndings.formUnion(words) }
      phrases.add(words, meaning: .unit(measure))
    }
    for (word, quantity) in language.quantities {
      guard let measure = Measure(quantity, standsAlone: true) else { continue }
      phrases.add(ids(of: word), meaning: .unit(measure))
    }
    for (phrase, rate) in language.frequencies {
      if let measure = Measure(rate) { add(phrase, .frequency(measure)) }
    }
    for (phrase, days) in language.timePhrases { add(phrase, .time(days)) }
    for (word, number) in language.weekdays { add(word, .weekday(Int8(clamping: number))) }
    for (word, number) in language.months { add(word, .month(Int8(clamping: number))) }
    for (phrase, side) in language.sides {
      eachPhrase(of: phrase) { compiler, words in
        compiler.phrases.add(words, meaning: .side(side))
        if words.count == 1 { compiler.vocabulary.table[words[0]].side = side }
      }
    }
    addBodyParts()
    for slip in language.slips {
      guard let from = ids(of: slip.from).first, let meant = ids(of: slip.to).first else {
        continue
      }
      let beside = slip.beside.hasPrefix("@") ? -1 : ids(of: slip.beside).first ?? -1
      slips[from, default: []].append(Slip(meant: meant, beside: beside))
      vocabulary.table[from].maySlip = true
    }
  }

  /// Adds cues and answers.
  mutating func addCues() {
    for (kind, lines) in language.cues.sorted(by: { $0.key < $1.key }) {
      guard WordClasses.byName[kind] == nil else { continue }
      let meaning: Meaning
      if let cue = CueKind(rawValue: kind) {
        meaning = .cue(cue)
      } else {
        meaning = .otherCue(Int16(clamping: otherCueKinds.count))
        otherCueKinds.append(kind)
      }
      for line in lines { add(line, meaning) }
    }
    for (kind, lines) in language.answers.sorted(by: { $0.key < $1.key }) {
      let meaning = Answer.Kind(rawValue: kind).map(Meaning.answer) ?? .notAnAnswer
      for line in lines { add(line, meaning) }
    }
  }

  private mutating func addBodyParts() {
    var phrasesOfParts: [(words: [Int32], part: Int16)] = []
    for (phrase, part) in language.bodyParts {
      let index = bodyPartIndex[part] ?? Int16(clamping: bodyParts.count)
      if bodyPartIndex[part] == nil {
        bodyPartIndex[part] = index
        bodyParts.append(part)
      }
      eachPhrase(of: phrase) { compiler, words in
        if words.count == 1 {
          compiler.vocabulary.name(words[0], bodyPart: part)
        } else {
          phrasesOfParts.append((words, index))
        }
      }
    }
    vocabulary.spreadBodyParts()
    // The last word of a name may take another form: "lower legs".
    var formsByStem: [String: [Int32]] = [:]
    for (words, _) in phrasesOfParts {
      if let last = words.last { formsByStem[vocabulary.table[last].stem] = [] }
    }
    for id in 0..<Int32(clamping: vocabulary.table.entries.count) {
      formsByStem[vocabulary.table[id].stem]?.append(id)
    }
    for (words, part) in phrasesOfParts {
      guard let last = words.last else { continue }
      for form in formsByStem[vocabulary.table[last].stem] ?? [last] {
        phrases.add(Array(words.dropLast()) + [form], meaning: .bodyPart(part))
      }
    }
  }

  private mutating func add(_ line: String, _ meaning: Meaning) {
    eachPhrase(of: line) { $0.phrases.add($1, meaning: meaning) }
  }

  /// Gives the entries of the words of every phrase that a line stands for, new ones added, one phrase after the other.
  ///
  /// Words are looked up as bytes, each once: a line with many choices stands for thousands of phrases of a few words.
  private mutating func eachPhrase(
    of line: String, _ body: (inout LexiconCompiler, [Int32]) -> Void
  ) {
    var line = line
    line.withUTF8 { bytes in
      let (words, phrases) = PhraseLine.read(bytes)
      var known = [Int32](repeating: -1, count: words.count)
      var ids: [Int32] = []
      phrases.forEach { phrase in
        ids.removeAll(keepingCapacity: true)
        for word in phrase {
          if known[Int(word)] < 0 {
            let text = UnsafeBufferPointer(rebasing: bytes[words[Int(word)]])
            guard let id = plainID(of: text) else {
              ids = self.ids(ofWords: phrase.map { words[Int($0)] }, in: bytes)
              break
            }
            known[Int(word)] = id
          }
          ids.append(known[Int(word)])
        }
        body(&self, ids)
      }
    }
  }

  /// The entries of words of which one is not plain: they are cut together, if need be.
  private mutating func ids(
    ofWords words: [Range<Int>], in line: UnsafeBufferPointer<UInt8>
  ) -> [Int32] {
    let texts = words.map {
      String(decoding: UnsafeBufferPointer(rebasing: line[$0]), as: UTF8.self)
    }
    guard texts.allSatisfy(WordForms.isPlain) else { return ids(of: texts.joined(separator: " ")) }
    return texts.flatMap { ids(of: $0) }
  }

  /// The entry of a word of the letters a to z, added when it is new; nil when it is no such word, or stands for several.
  private mutating func plainID(of word: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard WordForms.isPlain(word) else { return nil }
    let known = vocabulary.table.find(word)
    guard known >= 0 else {
      return vocabulary.add(String(decoding: word, as: UTF8.self), memory: memory)
    }
    return vocabulary.table.expansion(of: known) < 0 ? known : nil
  }

  /// The entries of the words of a phrase, new ones added; empty when it holds no word.
  private mutating func ids(of text: String) -> [Int32] {
    // A single plain word, the common case, needs no cutting.
    if WordForms.isPlain(text) {
      let known = vocabulary.table.find(text)
      let isExpanded = known >= 0 && vocabulary.table[known].expansion >= 0
      if !isExpanded { return [known >= 0 ? known : vocabulary.add(text, memory: memory)] }
    }
    var (tokens, ids) = cut(text)
    for index in tokens.indices where ids[index] < 0 {
      ids[index] = vocabulary.add(tokens[index].text, memory: memory)
    }
    return ids
  }

  /// The tokens of a phrase; the tokenizer is gone when it returns, so that the vocabulary it shared can
  /// grow in place.
  private func cut(_ text: String) -> ([Token], [Int32]) {
    var tokenizer = Tokenizer(Normalizer.fold(text), SharedVocabulary(vocabulary)) { word, _ in
      UnknownWord(parts: [.init(text: word, stem: word, like: -1)])
    }
    tokenizer.run()
    return (tokenizer.tokens, tokenizer.ids)
  }

  private static func folded(_ word: some StringProtocol) -> String {
    String(decoding: Normalizer.fold(String(word)).bytes.filter { $0 != 0x20 }, as: UTF8.self)
  }
}
