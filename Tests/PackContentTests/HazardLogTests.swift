import IntentPacks
import PackChecking
import TestSupport
import Testing

/// The log of hazards names the tests that show its controls: each must be there.
@Suite("The hazard log names only what exists")
struct HazardLogTests {
  /// Names in back ticks in the last column, and the rest of the row for messages.
  private func proofs() throws -> [(row: String, names: [String])] {
    ContentFiles.rows(of: try ContentFiles.text("docs/hazard-log.md")).compactMap { cells in
      guard let key = cells.first, Int(key) != nil, let last = cells.last else { return nil }
      return (key, ContentFiles.quoted(last))
    }
  }

  @Test func everyHazardHasAProof() throws {
    let proofs = try proofs()
    #expect(proofs.count >= 30)
    for (row, names) in proofs { #expect(!names.isEmpty, "hazard \(row) names no proof") }
  }

  @Test func everyProofExists() throws {
    let rules = Set((RuleCatalog.rules + RuleCatalog.readingRules).map(\.id))
    let scripts = ContentFiles.files(below: "Intents/heavy-legs/conversations")
    let suites = try suites()
    for (row, names) in try proofs() {
      // `.name`, and words in quotes, stand for another test of the suite named before.
      var suite = ""
      for name in names where !name.hasPrefix("heavylegs ") && !name.hasSuffix(":") {
        if name.hasSuffix(".chat") || name.hasSuffix("/") || name.hasPrefix("-") {
          #expect(scripts.contains { fits($0, name) }, "hazard \(row): no script \(name)")
        } else if name.contains(" ") || name.hasPrefix(".") || name.contains(".") {
          let parts =
            name.contains(" ")
            ? ["", name]
            : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
          if !parts[0].isEmpty { suite = parts[0] }
          #expect(
            suites[suite]?.contains(parts[1]) ?? false, "hazard \(row): no test \(name) in \(suite)"
          )
        } else if name.contains("-") {
          #expect(rules.contains(name), "hazard \(row): no rule \(name)")
        } else {
          suite = name
          #expect(suites[name] != nil, "hazard \(row): no suite \(name)")
        }
      }
    }
  }

  /// The text of every file of tests, by its name.
  private func suites() throws -> [String: String] {
    var texts: [String: String] = [:]
    for path in ContentFiles.files(below: "Tests") where path.hasSuffix("Tests.swift") {
      let name = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      texts[String(name)] = try ContentFiles.text(path)
    }
    return texts
  }

  /// A script is named by the end of its path, a star for anything; a folder by any part.
  private func fits(_ path: String, _ name: String) -> Bool {
    if name.hasSuffix("/") {
      return path.contains("/" + (name.split(separator: "/").last ?? "") + "/")
    }
    if name.hasPrefix("-") {
      return path.hasSuffix(name.hasSuffix(".chat") ? name : name + ".chat")
    }
    let parts = name.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 { return path.contains("/" + parts[0]) && path.hasSuffix(parts[1]) }
    return path.hasSuffix("/" + name)
  }
}
