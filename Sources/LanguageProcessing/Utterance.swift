/// What the user typed in one turn, read into tokens.
package struct Utterance: Sendable {
  /// The text as typed, invalid UTF-8 repaired; token offsets count its UTF-8 bytes.
  package var text: String
  package var tokens: [Token]
  /// Words that were read as others.
  package var corrections: [Correction]
  /// True when the line was longer than the accepted length and its middle was left out.
  package var isCut: Bool
  /// Cues and clauses, found once for all who ask about the utterance.
  var reading = Reading.none

  package init(
    text: String, tokens: [Token] = [], corrections: [Correction] = [], isCut: Bool = false
  ) {
    self.text = text
    self.tokens = tokens
    self.corrections = corrections
    self.isCut = isCut
  }

  /// For each token the number of the entry of `Lexicon.words` that it behaves like, -1 for none; empty where no lexicon
  /// read it.
  package var entries: [Int32] { reading.ids }

  /// The words as typed between the first and last of the given tokens, on one line and without what nobody sees.
  package func words(_ range: Range<Int>) -> String {
    let range = range.clamped(to: tokens.indices)
    guard !range.isEmpty else { return "" }
    let utf8 = text.utf8
    let start = tokens[range].map(\.start).min() ?? 0
    let end = tokens[range].map(\.end).max() ?? 0
    guard let from = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex),
      let to = utf8.index(utf8.startIndex, offsetBy: end, limitedBy: utf8.endIndex), from <= to
    else { return "" }
    let typed = text[from..<to]
    guard typed.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return String(typed) }
    return String(
      String.UnicodeScalarView(
        String(typed).withoutControls.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }
}

/// A word that was read as another word.
package struct Correction: Sendable, Hashable {
  /// As typed.
  package var typed: String
  /// As read.
  package var read: String
  /// UTF-8 byte offsets of the typed word in the utterance's text.
  package var start: Int
  /// End in the original text, a byte offset of UTF-8.
  package var end: Int

  package init(typed: String, read: String, start: Int, end: Int) {
    self.typed = typed
    self.read = read
    self.start = start
    self.end = end
  }
}
