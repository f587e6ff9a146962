import ConversationTesting
import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// Each claim of the article that started it all has an entry in the pack and a script that proves it.
@Suite("Every row of the seed coverage is kept")
struct SeedCoverageTests {
  private struct Row {
    let key: String
    /// Ids of the pack that keep the row.
    let entries: [String]
    let files: [String]
    let scripts: [String]
  }

  private func rows() throws -> [Row] {
    ContentFiles.rows(of: try ContentFiles.text("docs/seed-coverage.md")).compactMap { cells in
      guard cells.count == 5, cells[0].hasPrefix("SC-") else { return nil }
      return Row(
        key: cells[0], entries: ContentFiles.quoted(cells[2]),
        files: ContentFiles.quoted(cells[3]), scripts: ContentFiles.quoted(cells[4]))
    }
  }

  @Test func allRowsAreThere() throws {
    let keys = try rows().map(\.key)
    let wanted = (1...75).map { number -> String in number < 10 ? "SC-0\(number)" : "SC-\(number)" }
    #expect(keys == wanted)
  }

  @Test func everyRowNamesEntriesThatThePackHas() throws {
    let pack = try TestPack.heavyLegs.get().pack
    var ids = Set(pack.findings.map(\.id))
    ids.formUnion(pack.causes.map(\.id))
    ids.formUnion(pack.intents.map(\.id))
    ids.formUnion(pack.redFlags.map(\.id))
    ids.formUnion(pack.screens.map(\.id))
    ids.formUnion(pack.wordings.keys)
    for row in try rows() {
      #expect(!row.entries.isEmpty, "\(row.key) names no entry")
      for id in row.entries { #expect(ids.contains(id), "\(row.key): the pack has no \(id)") }
      for file in row.files {
        #expect(
          FileSystem.isFile("\(TestPack.root)/Intents/\(file)"), "\(row.key): no file \(file)")
      }
    }
  }

  @Test func everyRowNamesAScriptThatExpectsSomething() throws {
    for row in try rows() {
      #expect(!row.scripts.isEmpty, "\(row.key) names no script")
      for name in row.scripts {
        let suite = ScriptSuite(paths: ["\(ContentFiles.conversations)/\(name)"])
        #expect(suite.missing.isEmpty, "\(row.key): no script \(name)")
        #expect(
          suite.scripts.contains { $0.expectsSomething }, "\(row.key): \(name) proves nothing")
      }
    }
  }

  @Test func everySeedScriptIsNamedByARow() throws {
    let named = Set(try rows().flatMap(\.scripts))
    for name in FileSystem.names(in: "\(ContentFiles.conversations)/seed") ?? []
    where name.hasPrefix("sc-") {
      #expect(named.contains("seed/\(name)"), "no row names seed/\(name)")
    }
  }
}
