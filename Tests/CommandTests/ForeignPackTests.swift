import TestSupport
import Testing

/// Packs of other subjects and of another language are held to the same as the shipped one.
struct ForeignPackTests {
  static let names = ["bike-shop", "library-desk", "kopfschmerz-tagebuch"]

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(
      arguments, in: Scratch(), environment: ["HEAVYLEGS_PACKS": TestPack.root + "/Intents"])
  }

  private func folder(_ name: String) -> String { TestPack.root + "/Tests/ForeignPacks/" + name }

  @Test(arguments: names)
  func `a pack of another subject is sound`(name: String) throws {
    let run = try run("check", "--strict", folder(name))
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(arguments: names)
  func `its conversations go as written`(name: String) throws {
    let run = try run("test", "--pack", folder(name), folder(name))
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains(" passed"))
  }

  @Test func `a talk in German holds no English word of the program`() throws {
    let lines = [
      "hallo", "kopfweh, es pocht links", "warum fragst du das", "nichts davon",
      "wie eilig ist das",
      "nein", "nein", "nein", "nein", "zusammenfassung bitte", "xyzzy", "rückgängig", "tschüss",
    ]
    let run = try Program.run(
      ["chat", "--pack", folder("kopfschmerz-tagebuch"), "--date", "2026-03-02"],
      input: lines.joined(separator: "\n") + "\n", in: Scratch())
    #expect(run.status == 0)
    let english: Set<String> = [
      "the", "you", "your", "not", "and", "of", "is", "yes", "none", "said", "what", "undo", "back",
    ]
    let words = run.output.lowercased().split { !$0.isLetter }.map(String.init)
    #expect(words.count > 60)
    #expect(words.filter(english.contains) == [], "\(run.output)")
  }

  @Test func `the language of a pack chooses its stemmer`() throws {
    let run = try run(
      "explain", "--pack", folder("kopfschmerz-tagebuch"), "--json", "ich nehme dauernd Tablette")
    #expect(run.output.filter { $0 != " " }.contains("\"finding\":\"oft_tabletten\""))
  }
}
