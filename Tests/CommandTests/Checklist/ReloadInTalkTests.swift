import TestSupport
import Testing

/// Row 30 of the checklist: a pack read again in the middle of a chat.
@Suite(.serialized) struct ReloadInTalkTests {
  private func chat(in folder: Scratch) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["--pack", "tiny", "--region", "GB"], in: folder)
    _ = try terminal.answer()
    return terminal
  }

  @Test func `row 30, a better pack is taken in the middle of a chat`() throws {
    let folder = try TinyPack.folder()
    let terminal = try chat(in: folder)
    _ = try terminal.say("vitamins")
    try folder.write(
      TinyPack.body.replacing("sleep is", with: "rest is"), to: "Intents/tiny/all.yaml")
    #expect(try terminal.say("/reload").contains("/reload: 1"))
    #expect(try terminal.say("vitamins").contains("rest is"))
  }

  @Test func `row 30, half a pack is told and the last good one goes on hearing danger`() throws {
    let folder = try TinyPack.folder()
    let terminal = try chat(in: folder)
    let half = String(TinyPack.body.prefix(TinyPack.body.count / 2)) + "\n  ["
    try folder.write(half, to: "Intents/tiny/all.yaml")
    #expect(try terminal.say("/reload").contains("all.yaml:"))
    #expect(try terminal.say("chest pain").contains("Call 999 now."))
  }

  @Test func `row 30, a red flag never drops out in silence`() throws {
    let folder = try TinyPack.folder()
    let terminal = try chat(in: folder)
    let lines = TinyPack.body.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.hasSuffix("chest_pain_cardiac:") } ?? 0
    let end = lines[start...].firstIndex { $0.isEmpty } ?? start
    let fewer = (lines[..<start] + lines[end...]).joined(separator: "\n")
    try folder.write(fewer, to: "Intents/tiny/all.yaml")
    #expect(try terminal.say("/reload").contains("/reload yes"))
    #expect(try terminal.say("chest pain").contains("Call 999 now."))
    // Said before, it stands: not even a sure reload takes it away.
    _ = try terminal.say("/reload yes")
    terminal.type(PseudoTerminal.controlD)
    #expect(try terminal.wait(for: "I hope it goes well.").contains("Call 999 now."))
  }

  @Test func `a danger said in the middle of a reload is heard`() throws {
    let folder = try TinyPack.folder()
    let terminal = try chat(in: folder)
    // Typed before the answer to the reload is there.
    terminal.type("/reload\rchest pain\r")
    try terminal.wait(for: "Call 999 now.")
  }
}
