import IntentPacks

/// Every word that the patterns and wordings of a pack are made of, once; what spelling is corrected towards.
struct PackWords: Sendable {
  private(set) var words: [String] = []
  /// How often each of the words stands in what findings and concepts are heard by: of two words that a misspelt one
  /// may have been, the one that is spoken of more was meant.
  private(set) var counts: [Int32] = []
  private var seen = ByteStrings()
  private var isCounting = true

  init(pack: Pack) {
    for concept in pack.concepts { add(concept.wordings) }
    for finding in pack.findings {
      add(finding.patterns)
      add(finding.denied)
      add(finding.captures)
      for option in finding.options {
        add(option.patterns)
        add(option.words)
      }
    }
    isCounting = false
    for intent in pack.intents {
      add(intent.patterns)
      add(intent.examples, isPattern: false)
    }
    for flag in pack.redFlags { add(flag.called) }
    for cause in pack.causes { add(cause.called) }
    // Names of countries are no slips of other words.
    for region in pack.regions {
      let names = [region.name, region.words["also_called"] ?? ""]
      for word in names.joined(separator: " ").lowercased().split(whereSeparator: { !$0.isLetter })
      {
        var word = String(word)
        word.withUTF8 { add($0, isCounted: false) }
      }
    }
  }

  private mutating func add(_ lines: [PlacedLine], isPattern: Bool = true) {
    for line in lines {
      var text = line.value
      text.withUTF8 { add($0, isPattern: isPattern) }
    }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, isPattern: Bool) {
    var at = 0
    while at < bytes.count {
      if let next = Self.separatorEnd(bytes, at) {
        let opensName = bytes[at] == UInt8(ascii: "{")
        at = next
        while opensName, at < bytes.count, bytes[at] != UInt8(ascii: "}") { at += 1 }
        continue
      }
      let start = at
      while at < bytes.count, Self.isLetter(bytes[at]) || Self.separatorEnd(bytes, at) == nil {
        at += 1
      }
      let word = UnsafeBufferPointer(rebasing: bytes[start..<at])
      // Most begin with a letter: no sign of the syntax.
      if !isPattern || Self.isLetter(word[0]) {
        add(word, isCounted: isCounting)
      } else {
        addWord(behindSign: word)
      }
    }
  }

  /// Adds a word that begins with a sign which may belong to the syntax, unless it is no word at all.
  private mutating func addWord(behindSign word: UnsafeBufferPointer<UInt8>) {
    let isSign =
      word[0] == UInt8(ascii: "@") || word.elementsEqual("...".utf8) || word.elementsEqual("…".utf8)
    if isSign { return }
    // What must not stand there is spoken of, too, but is not what is listened for.
    let isExcluded = word[0] == UInt8(ascii: "-")
    let signs = word.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }.count
    add(
      UnsafeBufferPointer(rebasing: word[signs...]), isCounted: isCounting && !isExcluded)
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, isCounted: Bool) {
    guard !word.isEmpty else { return }
    let (number, isNew) = seen.insert(word)
    if isNew {
      words.append(String(decoding: word, as: UTF8.self))
      counts.append(0)
    }
    if isCounted { counts[number] &+= 1 }
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
  }

  /// Where a space or sign of the syntax ends that stands at an index; nil where a word does. Typographic double quotes
  /// are as good as straight ones.
  private static func separatorEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    if bytes[at] == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80,
      bytes[at + 2] == 0x9C || bytes[at + 2] == 0x9D
    {
      return at + 3
    }
    return PatternCursor.isWord(bytes[at]) ? nil : at + 1
  }
}
