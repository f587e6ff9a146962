import Foundation
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
}
