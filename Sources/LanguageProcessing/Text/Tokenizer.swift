/// Cuts folded text into tokens, looking each word up as it goes.
struct Tokenizer {
  private let folded: FoldedText
  private let shared: SharedVocabulary
  /// Held by itself, because it is asked for each word.
  private let table: WordTable
  /// Asked about each word that has no entry, with where it begins in the text as typed.
  private let resolve: (String, Int) -> UnknownWord
  private(set) var tokens: [Token] = []
  /// The entry each token behaves like, -1 for none.
  private(set) var ids: [Int32] = []
  private(set) var corrections: [(typed: String, range: Range<Int>, words: Range<Int>)] = []

  init(
    _ folded: FoldedText, _ shared: SharedVocabulary,
    resolve: @escaping (String, Int) -> UnknownWord
  ) {
    self.folded = folded
    self.shared = shared
    table = shared.vocabulary.table
    self.resolve = resolve
    tokens.reserveCapacity(folded.bytes.count / 4 + 2)
    ids.reserveCapacity(folded.bytes.count / 4 + 2)
  }

  private var vocabulary: Vocabulary {
    _read { yield shared.vocabulary }
  }

  /// Gives what was read away, so that it can be changed without a copy.
  mutating func takeTokens() -> (tokens: [Token], ids: [Int32]) {
    var taken: (tokens: [Token], ids: [Int32]) = ([], [])
    swap(&taken.tokens, &tokens)
    swap(&taken.ids, &ids)
    return taken
  }

  mutating func run() {
    let all = folded.bytes
    all.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if byte == 0x20 {
          i += 1
        } else if Self.isLetter(byte) {
          i = word(bytes, i)
        } else if Self.isDigit(byte) {
          i = number(bytes, i)
        } else if byte < 0x80 {
          i = mark(bytes, i)
        } else {
          i = beyondASCII(bytes, i)
        }
      }
    }
  }

  // MARK: Words

  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    var hasApostrophe = false
    // "6x800": the letter between two numbers stands alone.
    if start > 0, Self.isDigit(bytes[start - 1]), start + 1 < bytes.count,
      Self.isDigit(bytes[start + 1])
    {
      let id = table.find(UnsafeBufferPointer(rebasing: bytes[start..<start + 1]))
      if id >= 0 {
        append(id, start..<start + 1)
        return start + 1
      }
    }
    while end < bytes.count {
      let byte = bytes[end]
      if Self.isLetter(byte) || Self.isDigit(byte) {
        end += 1
      } else if byte == Self.apostrophe, end + 1 < bytes.count, Self.isLetter(bytes[end + 1]) {
        hasApostrophe = true
        end += 1
      } else if byte >= 0x80, let next = Self.letterEnd(bytes, end) {
        end = next
      } else {
        break
      }
    }
    if end < bytes.count, let joined = joinedEnd(bytes, start, end) { return joined }
    let known = table.find(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    if known >= 0 {
      append(known, start..<end)
    } else if hasApostrophe {
      apostropheWord(bytes, start..<end)
    } else {
      unknown(bytes, start..<end)
    }
    return end
  }

  /// Words that hold a mark, where the language lists them: "w/o", "a&e", "a.m.".
  private mutating func joinedEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    switch bytes[end] {
    case UInt8(ascii: "/"), UInt8(ascii: "&"):
      var last = end + 1
      while last < bytes.count, Self.isLetter(bytes[last]) { last += 1 }
      let id = table.find(UnsafeBufferPointer(rebasing: bytes[start..<last]))
      guard id >= 0 else { return nil }
      append(id, start..<last)
      return last
    case UInt8(ascii: "."):
      // Initials: single letters, each with its dot.
      var last = end
      var letters: [UInt8] = []
      var i = start
      while i + 1 < bytes.count, Self.isLetter(bytes[i]), bytes[i + 1] == UInt8(ascii: ".") {
        letters.append(bytes[i])
        last = i + 2
        i = last
      }
      if i == bytes.count - 1 || i + 1 < bytes.count, i < bytes.count, Self.isLetter(bytes[i]),
        i + 1 == bytes.count || !Self.isLetter(bytes[i + 1]), letters.count >= 1, i > start + 1
      {
        letters.append(bytes[i])
        last = i + 1
      }
      guard letters.count >= 2 else { return nil }
      let id = letters.withUnsafeBufferPointer { table.find($0) }
      guard id >= 0 else { return nil }
      append(id, start..<last)
      return last
    default: return nil
    }
  }

  /// A word with an apostrophe that is not listed: the possessive falls away, else the apostrophe.
  private mutating func apostropheWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) {
    if bytes[range.upperBound - 2] == Self.apostrophe,
      bytes[range.upperBound - 1] == UInt8(ascii: "s")
    {
      let base = range.lowerBound..<range.upperBound - 2
      let id = table.find(UnsafeBufferPointer(rebasing: bytes[base]))
      if id >= 0 { append(id, range) } else { unknown(bytes, base, span: range) }
      return
    }
    let letters = bytes[range].filter { $0 != Self.apostrophe }
    let id = letters.withUnsafeBufferPointer { table.find($0) }
    if id >= 0 {
      append(id, range)
    } else {
      letters.withUnsafeBufferPointer { unknown($0, 0..<$0.count, span: range) }
    }
  }

  private mutating func unknown(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, span: Range<Int>? = nil
  ) {
    let span = span ?? range
    let word = String(decoding: bytes[range], as: UTF8.self)
    let result = resolve(word, folded.origin(span.lowerBound))
    let first = tokens.count
    for part in result.parts { append(part, span) }
    if result.isCorrection { corrections.append((word, span, first..<tokens.count)) }
  }

  private mutating func append(_ id: Int32, _ span: Range<Int>) {
    let expansion = table.expansion(of: id)
    guard expansion >= 0 else { return appendEntry(id, span) }
    for part in table.expansions[Int(expansion)] { appendEntry(part, span) }
  }

  private mutating func appendEntry(_ id: Int32, _ span: Range<Int>) {
    tokens.append(
      table.token(
        id, start: folded.origin(span.lowerBound), end: folded.origin(span.upperBound)))
    ids.append(id)
  }

  private mutating func append(_ part: UnknownWord.Part, _ span: Range<Int>) {
    let entry = part.like >= 0 ? table[part.like] : nil
    tokens.append(
      Token(
        text: part.text, stem: part.stem, kind: .word, start: folded.origin(span.lowerBound),
        end: folded.origin(span.upperBound), number: entry?.number, bodyPart: entry?.bodyPart,
        side: entry?.side, isIgnorable: entry?.isIgnorable ?? false))
    ids.append(part.like)
  }

  // MARK: Numbers, marks, pictures

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    // "2day", "4ever" and the like stand in the language as they are.
    var chunkEnd = start
    while chunkEnd < bytes.count, Self.isLetter(bytes[chunkEnd]) || Self.isDigit(bytes[chunkEnd]) {
      chunkEnd += 1
    }
    if chunkEnd > start, !Self.isDigit(bytes[chunkEnd - 1]) {
      let id = table.find(UnsafeBufferPointer(rebasing: bytes[start..<chunkEnd]))
      if id >= 0 {
        append(id, start..<chunkEnd)
        return chunkEnd
      }
    }
    let read = NumberReading.read(bytes, from: start)
    var end = read.end
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let id = table.find(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    // The ending of "3rd" belongs to the number.
    var suffixEnd = end
    while suffixEnd < bytes.count, Self.isLetter(bytes[suffixEnd]) { suffixEnd += 1 }
    if suffixEnd == end + 2,
      vocabulary.isOrdinalEnding(UnsafeBufferPointer(rebasing: bytes[end..<suffixEnd]))
    {
      end = suffixEnd
    }
    tokens.append(
      Token(
        text: text, stem: text, kind: .number, start: folded.origin(start),
        end: folded.origin(end), number: read.value))
    ids.append(id)
    return end
  }

  private mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let byte = bytes[start]
    var end = start + 1
    if byte == UInt8(ascii: "-") {
      // Inside a word a hyphen is a space; between numbers it means a range.
      let before = start > 0 ? bytes[start - 1] : 0x20
      let after = end < bytes.count ? bytes[end] : 0x20
      if Self.isLetter(after) || Self.isDigit(after),
        Self.isLetter(before) || Self.isDigit(before),
        !(Self.isDigit(before) && Self.isDigit(after))
      {
        return end
      }
    }
    if byte == UInt8(ascii: "."), end < bytes.count, bytes[end] == byte {
      while end < bytes.count, bytes[end] == byte { end += 1 }
      appendMark("..", start..<end)
      return end
    }
    if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
      var asks = byte == UInt8(ascii: "?")
      while end < bytes.count,
        bytes[end] == UInt8(ascii: "?") || bytes[end] == UInt8(ascii: "!")
      {
        if bytes[end] == UInt8(ascii: "?") { asks = true }
        end += 1
      }
      appendMark(asks ? "?" : "!", start..<end)
      return end
    }
    if byte == UInt8(ascii: "&"), table.find("&") >= 0 {
      append(table.find("&"), start..<end)
      return end
    }
    while end < bytes.count, bytes[end] == byte { end += 1 }
    appendMark(String(UnicodeScalar(byte)), start..<end)
    return end
  }

  private mutating func appendMark(_ text: String, _ span: Range<Int>) {
    tokens.append(
      Token(
        text: text, stem: text, kind: .punctuation, start: folded.origin(span.lowerBound),
        end: folded.origin(span.upperBound)))
    ids.append(table.find(text))
  }

  private mutating func beyondASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    let scalar = UTF8Reading.scalar(in: bytes, at: &end)
    let text = String(Character(scalar))
    if UTF8Reading.isEmoji(scalar) {
      tokens.append(
        Token(
          text: text, stem: text, kind: .emoji, start: folded.origin(start),
          end: folded.origin(end)))
      ids.append(table.find(text))
      return end
    }
    guard scalar.properties.isAlphabetic else {
      appendMark(text, start..<end)
      return end
    }
    return word(bytes, start)
  }

  // MARK: Characters

  private static let apostrophe = UInt8(ascii: "'")

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The end of a letter beyond ASCII, or nil when another kind of character stands there.
  private static func letterEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    let scalar = UTF8Reading.scalar(in: bytes, at: &end)
    return scalar.properties.isAlphabetic && !UTF8Reading.isEmoji(scalar) ? end : nil
  }
}
