/// One line the assistant may say: letter case and spacing ignored, `*` for any words, `...` alone for any number
/// of lines. A backslash takes the meaning from the sign after it.
package struct BotPattern: Sendable, Hashable {
  /// As written in the script.
  package let text: String
  /// Whether it stands for any number of lines (`...`).
  package let isAnyLines: Bool
  /// The literal parts between the stars.
  private let parts: [[UInt8]]

  package init(_ text: String) {
    self.text = text
    isAnyLines = text == "..." || text == "…"
    parts = Self.split(text).map { FoldedLine.fold($0) }
  }

  /// A pattern that matches just this line.
  package static func literal(_ line: String) -> BotPattern { BotPattern(escaped(line)) }

  /// The line as a script writes it, its own stars and dots escaped.
  package static func escaped(_ line: String) -> String {
    if line == "..." || line == "…" { return "\\" + line }
    var out = ""
    for character in line {
      if character == "*" || character == "\\" { out.append("\\") }
      out.append(character)
    }
    return out
  }

  /// Whether a line of the reply fits; `*` stands for any words.
  package func matches(_ line: String) -> Bool { matches(FoldedLine(line)) }

  func matches(_ line: FoldedLine) -> Bool {
    let bytes = line.bytes
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return Self.trimmed(parts.first ?? [], start: true, end: true) == bytes[...]
    }
    let head = Self.trimmed(first, start: true, end: false)
    let tail = Self.trimmed(last, start: false, end: true)
    guard bytes.count >= head.count + tail.count, bytes.starts(with: head),
      bytes.suffix(tail.count).elementsEqual(tail)
    else { return false }
    var rest = bytes[head.count..<(bytes.count - tail.count)]
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let end = Self.end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    return true
  }

  /// The texts between unescaped stars.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if isEscaped {
        if character != "*" && character != "\\" && character != "." && character != "…" {
          parts[parts.count - 1].append("\\")
        }
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "*" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    if isEscaped { parts[parts.count - 1].append("\\") }
    return parts
  }

  private static func trimmed(_ part: [UInt8], start: Bool, end: Bool) -> ArraySlice<UInt8> {
    var slice = part[...]
    if start { while slice.first == FoldedLine.space { slice.removeFirst() } }
    if end { while slice.last == FoldedLine.space { slice.removeLast() } }
    return slice
  }

  /// The index behind the first place where the part stands.
  private static func end(of part: [UInt8], in hay: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first, hay.count >= part.count else { return nil }
    var start = hay.startIndex
    let lastStart = hay.endIndex - part.count
    while start <= lastStart {
      if hay[start] == first, hay[start..<(start + part.count)].elementsEqual(part) {
        return start + part.count
      }
      start += 1
    }
    return nil
  }
}

/// A line of a reply made ready for comparing: lower case, runs of blanks as one.
struct FoldedLine: Sendable, Hashable {
  static let space = UInt8(ascii: " ")
  let bytes: [UInt8]

  init(_ text: String) {
    var bytes = Self.fold(text)
    while bytes.last == Self.space { bytes.removeLast() }
    if bytes.first == Self.space { bytes.removeFirst() }
    self.bytes = bytes
  }

  static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.lowercased().utf8 {
      let isBlank = byte == space || byte == 9
      if isBlank && bytes.last == space { continue }
      bytes.append(isBlank ? space : byte)
    }
    return bytes
  }
}
