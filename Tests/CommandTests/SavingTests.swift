import Glibc
import TestSupport
import Testing

/// Saving, going on with a saved chat, and the files that are made.
struct SavingTests {
  private func chat(
    _ arguments: [String], _ input: String, in folder: Scratch
  ) throws -> Program.Run {
    try Program.run(
      ["--pack", "tiny", "--region", "GB", "--date", "2026-03-02"] + arguments, input: input,
      in: folder)
  }

  @Test func `a saved chat is a script`() throws {
    let folder = try TinyPack.folder()
    let run = try chat(["--save", "a.chat"], "vitamins\nleft calf swollen\n", in: folder)
    #expect(run.status == 0)
    let saved = folder.read("a.chat")
    #expect(saved.contains("region: GB\n"))
    #expect(saved.contains("date: 2026-03-02\n"))
    #expect(saved.contains("\nuser: vitamins\nbot: Vitamins are not"))
    #expect(saved.contains("\nuser: left calf swollen\nbot: Get this leg checked today."))
    #expect(folder.mode(of: "a.chat") == 0o600)
  }

  @Test(arguments: [["--region", "GB"], []])
  func `a saved chat passes as a test, unchanged`(region: [String]) throws {
    let folder = try TinyPack.folder()
    let said = "heavy * legs \\n ... | x\nnone\n/back\nhow bad\nleft calf swollen\nbye\n"
    _ = try Program.run(["--pack", "tiny", "--save", "a.chat"] + region, input: said, in: folder)
    let run = try Program.run(["test", "--pack", "tiny", "a.chat"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("1 passed"))
  }

  @Test func `row 40, a file that is there is not touched without force`() throws {
    let folder = try TinyPack.folder()
    try folder.write("mine\n", to: "a.chat")
    let refused = try chat(["--save", "a.chat"], "vitamins\n", in: folder)
    #expect(refused.status == 73)
    #expect(refused.errors.contains("--force"))
    #expect(folder.read("a.chat") == "mine\n")
    #expect(try chat(["--save", "a.chat", "--force"], "vitamins\n", in: folder).status == 0)
    #expect(!folder.read("a.chat").contains("mine"))
  }

  @Test(arguments: [["--save", "link"], ["--summary", "link"], ["--save", "link", "--force"]])
  func `row 40, a link in the file's place is not followed`(arguments: [String]) throws {
    let folder = try TinyPack.folder()
    symlink(folder("target"), folder("link"))
    #expect(try chat(arguments, "vitamins\n", in: folder).status == 73)
    #expect(folder.read("target").isEmpty)
  }

  @Test(arguments: ["no/such/folder.chat", ".", "/dev/null"])
  func `row 40, a file that cannot be made ends with 73`(path: String) throws {
    #expect(try chat(["--save", path, "--force"], "x\n", in: TinyPack.folder()).status == 73)
  }

  @Test func `going on says in one line that nothing changed`() throws {
    let folder = try TinyPack.folder()
    _ = try chat(["--save", "a.chat"], "heavy legs\n", in: folder)
    let run = try chat(["--resume", "a.chat", "--save", "a.chat"], "none\n", in: folder)
    #expect(run.lines.first == "Back again, 1 answers, all the same.")
    #expect(run.output.contains("Any of these?"))
    let saved = folder.read("a.chat")
    #expect(saved.contains("user: heavy legs\n"))
    #expect(saved.contains("user: none\n"))
  }

  @Test func `going on on a changed pack says what came out differently`() throws {
    let folder = try TinyPack.folder()
    _ = try chat(["--save", "a.chat"], "vitamins\nheavy legs\n", in: folder)
    try folder.write(
      TinyPack.body.replacing("sleep is", with: "rest is"), to: "Intents/tiny/all.yaml")
    let run = try chat(["--resume", "a.chat"], "", in: folder)
    #expect(run.lines.first == "Back again, 1 of 2 changed, first at vitamins.")
  }

  @Test func `going on repeats an open instruction`() throws {
    let folder = try TinyPack.folder()
    _ = try chat(["--save", "a.chat"], "chest pain\n", in: folder)
    let run = try chat(["--resume", "a.chat"], "", in: folder)
    #expect(run.lines[1] == "Call 999 now.")
  }

  @Test func `a level that fell with the pack is told`() throws {
    let folder = try TinyPack.folder()
    _ = try chat(["--save", "a.chat"], "chest pain\n", in: folder)
    let milder = TinyPack.body.replacing("chest_pain\n    first", with: "squats\n    first")
    try folder.write(milder, to: "Intents/tiny/all.yaml")
    let run = try chat(["--resume", "a.chat"], "", in: folder)
    #expect(run.lines.first == "Back again. Last time: call now.")
  }

  @Test func `row 38, a last line that was cut is dropped`() throws {
    let folder = try TinyPack.folder()
    try folder.write("date: 2026-03-02\n\nuser: heavy legs\n\nuser: chest pa", to: "a.chat")
    let run = try chat(["--resume", "a.chat", "--save", "a.chat"], "vitamins\n", in: folder)
    #expect(run.lines.first == "Back again, 1 answers, all the same.")
    #expect(!folder.read("a.chat").contains("user: chest"))
    #expect(folder.read("a.chat").contains("\nuser: vitamins\n"))
  }

  @Test(arguments: [("none.chat", Int32(66)), ("Intents/tiny/pack.yaml", Int32(65))])
  func `what is no saved chat is refused`(path: String, status: Int32) throws {
    #expect(try chat(["--resume", path], "", in: TinyPack.folder()).status == status)
  }

  @Test func `the summary is written at the end, private`() throws {
    let folder = try TinyPack.folder()
    #expect(try chat(["--summary", "page.md"], "left calf swollen\n", in: folder).status == 0)
    #expect(folder.read("page.md").contains("## Said yes to\n- "))
    #expect(folder.mode(of: "page.md") == 0o600)
  }

  @Test func `shortcuts save, go back and say again`() throws {
    let folder = try TinyPack.folder()
    let run = try chat(
      [], "heavy legs\n/save b.chat\n/back\n/retry vitamins\n/level\n/summary\n", in: folder)
    #expect(run.blocks[1] == "Saved: b.chat")
    #expect(run.output.contains("Taken back: heavy legs"))
    let saved = folder.read("b.chat")
    #expect(saved.contains("user: heavy legs\n"))
    #expect(saved.contains("user: go back\n"))
    #expect(saved.contains("user: vitamins\n"))
    #expect(!saved.contains("user: /"))
  }

  @Test func `a reload of the same pack changes nothing`()
    throws
  {
    let folder = try TinyPack.folder()
    #expect(try chat([], "vitamins\n/reload\n", in: folder).blocks.last == "/reload: 0")
  }

  @Test func `row 36, nothing is written unless asked for`() throws {
    let folder = try TinyPack.folder()
    let state = try Scratch()
    let run = try Program.run(
      ["--pack", "tiny"], input: "heavy legs\nbye\n", in: folder,
      environment: ["XDG_STATE_HOME": state.path, "HOME": state.path])
    #expect(run.status == 0)
    #expect(state.isEmpty)
  }
}
