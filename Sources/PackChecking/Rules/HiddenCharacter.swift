import IntentPacks

/// A file holds a control or direction character that nobody sees, wherever it stands: also in names and comments.
enum HiddenCharacter {
  static let rule = Rule(
    "hidden-character", .error,
    "A file holds a control or direction character that nobody sees.",
    bad: """
      wordings:
        odd: Hello\u{202E}there.
      """,
    good: """
      wordings:
        odd: Hello there.
      """
  ) { subject in
    subject.files.flatMap { file in
      offsets(in: file.text).map { offset, scalar in
        Rule.Note(
          place(of: offset, in: file), "the hidden character \(scalar.codePoint) stands here",
          help: "delete it and type what stands around it again")
      }
    }
  }

  /// UTF-8 offsets of hidden characters. YAML itself refuses the control characters of ASCII.
  private static func offsets(in text: String) -> [(Int, UnicodeScalar)] {
    // All of them start with one of four bytes; nothing else is decoded.
    let starts: [Int] =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        bytes.indices.filter { index in
          let byte = bytes[index]
          return byte >= 0xC2 && (byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xEF)
        }
      } ?? []
    return starts.compactMap { offset in
      let index = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
      let scalar = text.unicodeScalars[index]
      return scalar.isHidden ? (offset, scalar) : nil
    }
  }

  private static func place(of offset: Int, in file: SourceFile) -> SourcePlace {
    let before = text(before: offset, in: file)
    let line = before.count { $0 == "\n" } + 1
    let start = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
    return SourcePlace(
      file: file.path, line: line, column: before[start...].count + 1)
  }

  private static func text(before offset: Int, in file: SourceFile) -> Substring.UnicodeScalarView {
    let utf8 = file.text.utf8
    return file.text.unicodeScalars[..<utf8.index(utf8.startIndex, offsetBy: offset)]
  }
}
