import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing
import TestSupport

/// Lines read as patterns, wordings and conditions, up to an empty line; those behind it are said to
/// a pack made of them.
enum PatternEntry {
  static func broken(by text: String) -> String? {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = parts.prefix { !$0.isEmpty }.prefix(40)
    let lines = head.enumerated().map { number, line in
      PlacedLine(String(line), at: SourcePlace(file: "fuzz.yaml", line: number + 1, column: 1))
    }
    var diagnostics: [Diagnostic] = []
    var conditions: [ConditionLine] = []
    for line in lines {
      _ = PatternParser.pattern(line, diagnostics: &diagnostics)
      var parser = ConditionParser(line)
      if let condition = parser.parse() { conditions.append(Placed(condition, at: line.place)) }
      diagnostics += parser.diagnostics
    }
    guard let reading = base else { return "no pack" }
    var pack = reading.draft
    pack.findings[0].patterns = lines
    pack.findings[1].denied = lines
    pack.findings[1].means = conditions
    pack.concepts.append(Concept(id: "fuzzed", place: .nowhere, wordings: lines))
    pack.redFlags[0].raise[.urgent] = conditions
    let compiled = CompiledPack(pack, diagnostics: &diagnostics)
    if let broken = Places.broken(diagnostics, lines: lines.map(\.value)) { return broken }
    var turn = Conversation(on: Self.day, region: .unknown, with: compiled).opening(with: compiled)
    for line in parts.dropFirst(head.count).prefix(12) {
      turn = turn.conversation.hearing(String(line), on: Self.day, with: compiled)
    }
    return nil
  }

  private static let day = CalendarDate(dayNumber: 20_468)

  /// The pack whose patterns are replaced.
  private static let base: PackReading? = {
    let reader = PackReader(locator: PackLocator(folders: []))
    let reading = reader.read(texts: [
      ("pack.yaml", TinyPack.head), ("all.yaml", TinyPack.body),
    ])
    return reading.hasErrors ? nil : reading
  }()
}

/// Where diagnostics point.
enum Places {
  /// Every message about a text points into it, so that an editor can show it.
  static func broken(_ diagnostics: [Diagnostic], lines: [String], file: String = "fuzz.yaml")
    -> String?
  {
    for diagnostic in diagnostics where diagnostic.place.file == file {
      let place = diagnostic.place
      guard place.line >= 1, place.line <= max(1, lines.count) else {
        return "\(diagnostic.code) points at line \(place.line) of \(lines.count)"
      }
      let length = lines.isEmpty ? 0 : lines[place.line - 1].unicodeScalars.count
      guard place.column >= 1, place.column <= length + 2 else {
        return "\(diagnostic.code) points at column \(place.column) of \(length)"
      }
      if diagnostic.message.isEmpty { return "\(diagnostic.code) says nothing" }
    }
    return nil
  }
}
