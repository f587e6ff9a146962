import TestSupport
import Testing

/// What the command line accepts, refuses and ends with.
struct CommandLineTests {
  @Test(arguments: [
    ["--help"], ["chat", "--help"], ["help", "explain"], ["bench", "-h"], ["--version"],
    ["--generate-completion-script", "bash"],
  ])
  func `row 45, help goes to standard output and ends with 0`(arguments: [String]) throws {
    let run = try Program.run(arguments, in: Scratch())
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func `the version names the program and the pack it talks with`() throws {
    let run = try Program.run(
      ["--version"], in: Scratch(), environment: ["HEAVYLEGS_PACKS": TestPack.root + "/Intents"])
    #expect(run.output == "heavylegs 1.0.0 (pack heavy-legs 1.0.0)\n")
    let alone = try Program.run(["--version"], in: Scratch())
    #expect(alone.status == 0)
    #expect(alone.output.hasPrefix("heavylegs 1.0.0 (pack heavy-legs "))
  }

  @Test(arguments: ["chat", "explain", "check", "bench", "show", "forget"])
  func `every command lists the exit codes`(command: String) throws {
    #expect(try Program.run([command, "--help"], in: Scratch()).output.contains("EXIT CODES"))
  }

  @Test(arguments: [
    (["chatt"], "did you mean \"chat\"?"),
    (["exlpain", "x"], "did you mean \"explain\"?"),
    (["--regoin", "GB"], "--region"),
    (["--date", "tomorrow"], "2026-03-02"),
    (["--color", "sometimes"], "always"),
    (["--jsonl", "--save", "x"], "--jsonl"),
    (["bench", "--utterances"], "--utterances"),
  ])
  func `row 45, wrong usage ends with 64 and names what is near`(
    arguments: [String], words: String
  ) throws {
    let run = try Program.run(arguments, in: Scratch())
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(words))
  }

  @Test func `an unknown region is wrong usage`() throws {
    let run = try Program.run(["--pack", "tiny", "--region", "GX"], in: TinyPack.folder())
    #expect(run.status == 64)
    #expect(run.errors.contains("did you mean \"GB\"?"))
  }

  @Test func `help to a full disk ends with 74`() throws {
    #expect(try Program.run(["--help"], in: Scratch(), output: "/dev/full").status == 74)
  }

  @Test func `arguments with escape codes are printed without them`() throws {
    let run = try Program.run(["\u{1B}[31mchat"], in: Scratch())
    #expect(run.status == 64)
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test(arguments: [["chat"], ["explain", "x"], ["about"]])
  func `a pack that is not there ends with 66`(command: [String]) throws {
    let run = try Program.run(command + ["--pack", "tiny1"], in: TinyPack.folder())
    #expect(run.status == 66)
    #expect(run.errors.contains("did you mean \"tiny\"?"))
  }

  @Test func `a broken pack never starts a chat and every problem is listed`() throws {
    let folder = try TinyPack.folder {
      $0.replacing("signs: {ask", with: "signs: {aks").replacing(
        "how_common: common", with: "how_comon: common")
    }
    let run = try Program.run(["--pack", "tiny"], input: "chest pain\n", in: folder)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("aks"))
    #expect(run.errors.contains("how_comon"))
    #expect(run.errors.contains("Intents/tiny/all.yaml:"))
  }

  @Test func `check ends with 1 on errors and with 0 on a sound pack`() throws {
    let sound = try TinyPack.folder()
    #expect(try Program.run(["check", "tiny"], in: sound).status == 0)
    let broken = try TinyPack.folder { $0.replacing("calf swollen", with: "calf (swollen") }
    let run = try Program.run(["check", "tiny"], in: broken)
    #expect(run.status == 1)
    #expect(run.output.contains("all.yaml:"))
  }

  @Test func `about names the version, the pack and the licence`() throws {
    let run = try Program.run(["about", "--pack", "tiny"], in: TinyPack.folder())
    #expect(run.output.hasPrefix("heavylegs 1.0.0\n"))
    #expect(run.output.contains("pack tiny 0.1.0: Tiny, from Intents/tiny"))
    #expect(run.output.contains("GPL-3.0-or-later"))
  }

  @Test func `show prints a definition and who uses it`() throws {
    let run = try Program.run(["show", "--pack", "tiny", "calf_swelling"], in: TinyPack.folder())
    #expect(run.output.hasPrefix("finding calf_swelling  Intents/tiny/all.yaml:"))
    #expect(run.output.contains("red flag dvt"))
    #expect(run.output.contains("screen signs"))
  }

  @Test func `show tells who says some words`() throws {
    let folder = try TinyPack.folder()
    let run = try Program.run(["show", "--pack", "tiny", "it goes WELL"], in: folder)
    #expect(run.output.hasPrefix("wording goodbye  Intents/tiny/all.yaml:"))
    #expect(run.output.hasSuffix("\n  I hope it goes well.\n"))
    let none = try Program.run(["show", "--pack", "tiny", "it goes badly"], in: folder)
    #expect(none.status == 64)
  }

  @Test func `bench reports its figures as JSON`() throws {
    let folder = try TinyPack.folder()
    try folder.write("calf swollen\nheavy legs\n\nvitamins\n", to: "said.txt")
    let run = try Program.run(
      ["bench", "tiny", "--utterances", "said.txt", "--rounds", "2", "--json"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("{\"intents\": 5, \"patterns\": "))
    #expect(run.output.contains("\"replies\": 6, \"median_us\": "))
    #expect(run.output.contains("\"peak_mb\": "))
  }

  @Test func `a copy of the program with its share folder chats from an empty folder`() throws {
    let install = try Scratch()
    let packs = "share/heavylegs/Intents/tiny/"
    try install.write(TinyPack.head, to: packs + "pack.yaml")
    try install.write(TinyPack.body, to: packs + "all.yaml")
    try install.copyProgram(to: "bin/heavylegs")
    let run = try Program.run(
      ["--pack", "tiny"], input: "vitamins\n", in: Scratch(), program: install("bin/heavylegs"))
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Vitamins are not"))
  }
}
