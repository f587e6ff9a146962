import Foundation
import IntentPacks
import Testing

/// The tables of keys in the author's guide are those of the reader, of its messages and of the schema.
@Suite("The reference in the author's guide")
struct GuideReferenceTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "docs/authors-guide.md")

  /// The keys under each heading of the guide.
  private static var tables: [(heading: String, keys: [KeyDescription])] {
    [("### `pack.yaml`", PackKeys.head)]
      + PackKeys.sections.compactMap { section in
        switch section.shape {
        case .map(.record(let keys, _)), .record(let keys, _): ("### `\(section.name)`", keys)
        default: nil
        }
      }
  }

  @Test("Every key stands in the guide, in the words of the table, and no other does")
  func tables() throws {
    var guide = try String(contentsOf: Self.path, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    for (heading, keys) in Self.tables {
      let table = Self.table(keys)
      let place = try #require(Self.place(of: heading, in: guide), "no table under \(heading)")
      if isRecording { guide.replaceSubrange(place, with: table) }
      let found = Self.place(of: heading, in: guide).map { String(guide[$0]) }
      #expect(found == table, "\(heading); record it with RECORD_SNAPSHOTS=1")
    }
    if isRecording { try guide.write(to: Self.path, atomically: true, encoding: .utf8) }
  }

  @Test("Every section has its heading", arguments: PackKeys.sections.map(\.name))
  func headings(_ name: String) throws {
    #expect(try String(contentsOf: Self.path, encoding: .utf8).contains("\n### `\(name)`\n"))
  }

  /// Where the first table under a heading stands.
  private static func place(of heading: String, in guide: String) -> Range<String.Index>? {
    guard let start = guide.range(of: "\n\(heading)\n")?.upperBound,
      let table = guide.range(of: "\n| ", range: start..<guide.endIndex)
    else { return nil }
    if let next = guide.range(of: "\n### ", range: start..<guide.endIndex),
      next.lowerBound < table.lowerBound
    {
      return nil
    }
    let from = guide.index(after: table.lowerBound)
    let end = guide.range(of: "\n\n", range: from..<guide.endIndex)?.lowerBound
    return from..<(end ?? guide.index(before: guide.endIndex))
  }

  private static func table(_ keys: [KeyDescription]) -> String {
    (["| key | what it is | form |", "| --- | --- | --- |"]
      + keys.map { key in
        let name = "`\(key.name)`" + (key.isRequired ? " (needed)" : "")
        return "| \(name) | \(key.summary) | \(form(key.shape)) |"
      }).joined(separator: "\n")
  }

  private static func form(_ shape: KeyShape) -> String {
    switch shape {
    case .text: "text"
    case .raw: "text or number"
    case .id: "id"
    case .lines, .blob: "block"
    case .conditions: "block of conditions"
    case .condition: "one condition"
    case .flag: "`true` or `false`"
    case .number: "number"
    case .keyword(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.id): "list of ids"
    case .list(let element): "list: \(form(element))"
    case .map(let element): "for each name: \(form(element))"
    case .record(let keys, _): keys.map { "`\($0.name)`" }.joined(separator: ", ")
    case .plainOr(let plain, let map): "\(form(plain)), or \(form(map))"
    case .pairs: "block of `word = meaning`"
    }
  }
}
