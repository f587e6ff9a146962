/// Breaks paragraphs into lines at spaces, and never inside a telephone number.
struct TextWrapper: Sendable {
  /// Columns of the terminal; nil: lines are not broken.
  let width: Int?

  /// The lines of a paragraph; all but the first are indented.
  func lines(_ text: String, hanging: Int = 0) -> [String] {
    guard let width, DisplayWidth.of(text) > width else { return [text] }
    let indent = hanging * 2 < width ? hanging : 0
    let lead = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(lead)
    var used = lead.count
    var isEmpty = true
    for word in Self.words(text.dropFirst(lead.count)) {
      let columns = DisplayWidth.of(word)
      if !isEmpty, used + 1 + columns > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        used = indent
        isEmpty = true
      }
      if !isEmpty {
        line += " "
        used += 1
      }
      for piece in pieces(word, room: width - used) {
        if piece.breaksBefore {
          lines.append(line)
          line = String(repeating: " ", count: indent)
          used = indent
        }
        line += piece.text
        used += piece.columns
      }
      isEmpty = false
    }
    lines.append(line)
    return lines
  }

  private struct Piece {
    var text: String
    var columns: Int
    var breaksBefore: Bool
  }

  /// A word wider than the line is cut between characters; one with digits never is.
  private func pieces(_ word: String, room: Int) -> [Piece] {
    let columns = DisplayWidth.of(word)
    guard let width, columns > room, !word.utf8.contains(where: Self.isDigit) else {
      return [Piece(text: word, columns: columns, breaksBefore: false)]
    }
    var pieces: [Piece] = []
    var piece = Piece(text: "", columns: 0, breaksBefore: false)
    var left = max(1, room)
    for character in word {
      let wide = DisplayWidth.of(character)
      if piece.columns + wide > left, !piece.text.isEmpty {
        pieces.append(piece)
        piece = Piece(text: "", columns: 0, breaksBefore: true)
        left = max(1, width)
      }
      piece.text.append(character)
      piece.columns += wide
    }
    return pieces + [piece]
  }

  /// The words between spaces; groups of digits that follow each other are one word: "116 123".
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    var endsInNumber = false
    for word in text.split(separator: " ") {
      if endsInNumber, word.utf8.first.map(isDigit) == true, isNumberPart(trimmed(word)) {
        words[words.count - 1] += " " + word
      } else {
        words.append(String(word))
      }
      endsInNumber = isNumberPart(word)
    }
    return words
  }

  private static func trimmed(_ word: Substring) -> Substring {
    let marks: Set<Character> = [".", ",", ";", ":", "?", ")"]
    return word.last.map(marks.contains) == true ? word.dropLast() : word
  }

  private static func isNumberPart(_ word: Substring) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy {
        isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
      }
      && word.utf8.contains(where: isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
