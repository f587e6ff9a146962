import Foundation
import TestSupport
import Testing

/// docs/conversation-rules.md names a test or script for every rule, and each of them exists.
@Suite struct ConversationRulesTests {
  /// The rows of the page: what stands in backticks in the columns behind the first that names a proof.
  private static let rows: [(line: String, names: [String])] = {
    Scratch.read("\(TestPack.root)/docs/conversation-rules.md").split(separator: "\n")
      .map(String.init)
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") && !$0.contains("shown by |") }
      .filter { !$0.hasPrefix("| answer | no sign so far |") }
      .map { line in
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        return (line, parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
      }
  }()

  /// The text of every test file, by suite.
  private static let suites: [String: String] = {
    var suites: [String: String] = [:]
    let folder = "\(TestPack.root)/Tests"
    let paths = FileManager.default.enumerator(atPath: folder)
    while let path = paths?.nextObject() as? String {
      guard path.hasSuffix("Tests.swift") else { continue }
      let name = String(path.split(separator: "/").last?.dropLast(6) ?? "")
      suites[name, default: ""] += Scratch.read("\(folder)/\(path)")
    }
    return suites
  }()

  private static func exists(_ name: String) -> Bool {
    if name.hasSuffix(".chat") {
      return !Scratch.read("\(TestPack.root)/Intents/heavy-legs/conversations/\(name)").isEmpty
    }
    if name.hasPrefix("rule ") {
      let id = name.dropFirst(5).split(separator: "-").map(\.capitalized).joined()
      return !Scratch.read("\(TestPack.root)/Sources/PackChecking/Rules/\(id).swift").isEmpty
    }
    guard let dot = name.firstIndex(of: ".") else { return false }
    let test = name[name.index(after: dot)...]
    let text = suites[String(name[..<dot])] ?? ""
    return text.contains("func \(test)(") || text.contains("func `\(test)`(")
  }

  @Test("every rule names what shows it")
  func named() {
    #expect(Self.rows.count > 50)
    #expect(Self.rows.filter(\.names.isEmpty).map(\.line).isEmpty)
  }

  @Test("every named test, script and rule exists")
  func existing() {
    let missing = Self.rows.flatMap(\.names).filter { !Self.exists($0) }
    #expect(missing.isEmpty, "\(missing)")
    #expect(!Self.exists("NoSuchTests.nothing"))
    #expect(!Self.exists("meta/no-such.chat"))
  }
}
