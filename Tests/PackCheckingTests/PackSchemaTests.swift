import Foundation
import TestSupport
import Testing

@testable import PackChecking

@Suite("The schema for editors")
struct PackSchemaTests {
  @Test("The schema in the repository is the one the reader's table gives")
  func isCurrent() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Intents/schema.json")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try PackSchema.text.write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == PackSchema.text)
  }

  @Test("Every shipped file names the schema in its first line, so that editors complete and check")
  func isNamed() throws {
    let packs = URL(filePath: TestPack.root + "/Intents")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: packs.path)
      .filter { $0.hasSuffix(".yaml") }
    #expect(paths.count > 100)
    for path in paths {
      let first = try String(contentsOf: packs.appending(path: path), encoding: .utf8)
        .prefix { $0 != "\n" }
      let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
      #expect(first == "# yaml-language-server: $schema=\(up)schema.json", "\(path)")
    }
  }
}
