package import DialogEngine
import IntentMatching
package import IntentPacks
package import LanguageProcessing

/// Packs for tests: small ones from text, and the shipped one.
package enum TestPack {
  /// The root of the checkout.
  package static let root: String = {
    // Tests/TestSupport/TestPack.swift is three steps below the root.
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
  }()

  /// What went wrong with a pack that a test relies on.
  package struct Broken: Error, CustomStringConvertible {
    package var description: String
  }

  /// Compiles a pack written in the test; it extends `english` unless it says otherwise.
  package static func compiled(_ text: String) throws -> CompiledPack {
    try compiled(files: [("pack.yaml", text)])
  }

  /// The same for a pack of several files, `pack.yaml` first.
  package static func compiled(files: [(path: String, text: String)]) throws -> CompiledPack {
    let reader = PackReader(locator: PackLocator(folders: ["\(root)/Intents"]))
    return try compiled(reader.read(texts: files))
  }

  /// The shipped pack, read once.
  package static let heavyLegs = Result {
    let reader = PackReader(locator: PackLocator(folders: ["\(root)/Intents"]))
    return try compiled(reader.read("heavy-legs"))
  }

  private static func compiled(_ reading: PackReading) throws -> CompiledPack {
    var diagnostics = reading.diagnostics.filter { $0.severity == .error }
    guard let pack = reading.pack, diagnostics.isEmpty else {
      throw Broken(
        description: diagnostics.map { "\($0.place) \($0.message)" }.joined(separator: "\n"))
    }
    let compiled = CompiledPack(pack, diagnostics: &diagnostics)
    guard diagnostics.isEmpty else {
      throw Broken(
        description: diagnostics.map { "\($0.place) \($0.message)" }.joined(separator: "\n"))
    }
    return compiled
  }
}

/// A talk in a test: says lines one after the other and keeps the last turn.
package struct Talk {
  package let pack: CompiledPack
  package private(set) var turn: Turn
  package var date: CalendarDate

  /// A talk on 2026-01-15, in Great Britain unless told otherwise.
  package init(
    _ pack: CompiledPack, region: RegionChoice = .sure("GB"),
    date: CalendarDate = CalendarDate(dayNumber: 20_468)
  ) {
    self.pack = pack
    self.date = date
    turn = Conversation(on: date, region: region, with: pack).opening(with: pack)
  }

  @discardableResult
  package mutating func say(_ lines: String...) -> Talk {
    for line in lines { turn = turn.conversation.hearing(line, on: date, with: pack) }
    return self
  }

  package var conversation: Conversation { turn.conversation }
  package var level: Level { conversation.level(in: pack) }
  package var reply: Reply { turn.reply }
  /// The whole reply in one string.
  package var text: String { reply.lines.joined(separator: "\n") }
  package var question: String? { reply.question?.id }
  package func flag(_ id: String) -> FlagStatus? { conversation.flags.first { $0.id == id } }
  package func standing(_ finding: String) -> FactStore.Standing {
    pack.pack.findings.firstIndex { $0.id == finding }.map { conversation.facts.standing($0) }
      ?? .unknown
  }
}
