import TestSupport
import Testing

/// What the README shows is what the program does.
struct ReadmeTests {
  /// The lines of each block in the README, as it stands between fences.
  private static var blocks: [[String]] {
    let lines = Scratch.read(TestPack.root + "/README.md")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.split(omittingEmptySubsequences: false) { $0.hasPrefix("```") }.enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { Array($0.element) }
  }

  @Test func `the conversation it begins with is on the screen to the letter`() throws {
    let block = try #require(Self.blocks.first)
    let command = try #require(block.first?.split(separator: " ").dropFirst(2).map(String.init))
    let said = block.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    #expect(said.count >= 4)
    let packs = TestPack.root + "/Intents"
    let terminal = try PseudoTerminal(
      command, in: Scratch(), environment: ["HEAVYLEGS_PACKS": packs, "NO_COLOR": "1"], columns: 90)
    _ = try terminal.answer()
    for line in said.dropLast() { _ = try terminal.say(line) }
    terminal.type((said.last ?? "") + "\r")
    #expect(try terminal.end() == 0)
    var shown = terminal.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    while shown.last?.isEmpty == true { shown.removeLast() }
    #expect(shown == Array(block.dropFirst()))
  }

  @Test func `the script it shows passes`() throws {
    let script = try #require(Self.blocks.first { $0.first?.hasPrefix("title: ") == true })
    let folder = try Scratch()
    try folder.write(script.joined(separator: "\n") + "\n", to: "flight.chat")
    let run = try Program.run(
      ["test", "--pack", TestPack.root + "/Intents/heavy-legs", "flight.chat"], in: folder)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func `the cause it shows is sound`() throws {
    let cause = try #require(Self.blocks.first { $0.first == "causes:" })
    let folder = try Scratch()
    let copied = try Program.run(
      ["export", ".", "--pack", TestPack.root + "/Intents/heavy-legs"], in: folder)
    #expect(copied.status == 0, "\(copied.errors)")
    try folder.write(
      cause.joined(separator: "\n") + "\n", to: "heavy-legs/causes/training/new_socks.yaml")
    let run = try Program.run(["check", "./heavy-legs"], in: folder)
    #expect(run.output.contains("0 errors, 1 warning"), "\(run.output)\(run.errors)")
    #expect(run.output.contains("no conversation tests the cause \"new_socks\" [missing-script]"))
  }
}
