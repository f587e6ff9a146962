package import IntentPacks

/// One way of saying something, as the author wrote it: the syntax tree of a search-box line.
package struct Pattern: Sendable {
  /// The items of the line; all are required unless they say otherwise.
  package var items: [PatternNode]
  /// The line as the author wrote it.
  package var text: String
  package var place: SourcePlace

  /// Where a byte of the line stands in the author's file.
  package func place(ofByte offset: Int) -> SourcePlace {
    SourcePlace.inside(line: text, at: place, byte: offset)
  }
}

/// A part of a pattern; every offset counts UTF-8 bytes from the start of the line.
package enum PatternNode: Sendable, Hashable {
  /// A word, by stem or in exactly this form.
  case word(String, exact: Bool, at: Int)
  /// `@swollen`: any wording of the concept.
  case concept(String, at: Int)
  /// `{number}`: a captured value.
  case capture(PatternCapture, at: Int)
  /// `(a | b c)`: any of these sequences.
  case anyOf([[PatternNode]], at: Int)
  /// `[a | b]`: allowed, never required.
  case optional([[PatternNode]], at: Int)
  /// `"a b"`: in order, side by side.
  case phrase([PatternNode], at: Int)
  /// `-a`: must not stand in the clause.
  indirect case excluded(PatternNode, at: Int)
  /// `...`: up to four words.
  case gap(at: Int)
}

/// A value that a pattern hears, whatever its words.
package enum PatternCapture: String, Sendable, Hashable, CaseIterable {
  case number, duration, distance, side
  case bodyPart = "body_part"

  /// The fixed symbol that stands for the capture in the index.
  var symbol: Symbol {
    switch self {
    case .number: 0
    case .duration: 1
    case .distance: 2
    case .side: 3
    case .bodyPart: 4
    }
  }

  /// Whether the value has to be read by the lexicon, rather than standing on the token.
  var needsValues: Bool { symbol < 3 }
}

extension SourcePlace {
  /// The place of a byte inside a line that begins at `start`.
  static func inside(line: String, at start: SourcePlace, byte offset: Int) -> SourcePlace {
    let utf8 = line.utf8
    let index = utf8.index(utf8.startIndex, offsetBy: min(offset, utf8.count))
    var place = start
    place.column += line[..<index].count
    return place
  }
}
