package import IntentPacks

/// A `bot:` line with its either-or lines.
package struct BotLine: Sendable {
  /// Texts of which any will do.
  package var alternatives: [BotPattern]
  /// Where the line stands, its `bot:` included; the `or:` lines follow it.
  package var place: SourcePlace
  /// The last line of the file that belongs to it.
  package var lastLine: Int

  package init(_ pattern: BotPattern, at place: SourcePlace) {
    alternatives = [pattern]
    self.place = place
    lastLine = place.line
  }

  /// Whether it stands for any number of lines.
  package var isAnyLines: Bool { alternatives.contains(where: \.isAnyLines) }

  func matches(_ line: FoldedLine) -> Bool { alternatives.contains { $0.matches(line) } }

  /// As written, alternatives joined.
  package var text: String { alternatives.map(\.text).joined(separator: " | ") }
}
