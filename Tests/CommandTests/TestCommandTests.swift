import Foundation
import TestSupport
import Testing

/// `heavylegs test`: which scripts run, and what the run ends with.
struct TestCommandTests {
  /// A pack with four scripts: three that pass, one of them in a folder, and one that fails.
  static func folder() throws -> Scratch {
    let folder = try TinyPack.folder()
    try folder.write(
      """
      title: A swollen calf is checked today
      tags: clot, quick
      user: left calf swollen
      expect: level urgent
      """, to: "talks/clot.chat")
    try folder.write(
      """
      title: Chest pain is an emergency
      tags: heart
      user: chest pain
      expect: level emergency
      """, to: "talks/heart.chat")
    try folder.write(
      """
      title: Vitamins are answered
      tags: quick
      user: vitamins
      bot: Vitamins are not*
      """, to: "talks/more/vitamins.chat")
    try folder.write(
      """
      title: A leg day is urgent
      user: squats
      expect: level urgent
      """, to: "talks/wrong.chat")
    return folder
  }

  static func test(
    _ arguments: String..., in folder: Scratch, environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.run(
      ["test", "--pack", "tiny"] + arguments, in: folder, environment: environment)
  }

  /// The scripts that a run named with `--verbose`, in its order.
  static func names(_ run: Program.Run) -> [String] {
    run.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard words.count > 1, words[0] == "ok" || words[0] == "FAIL" else { return nil }
      let path = words[1].hasSuffix(":") ? words[1].dropLast() : words[1]
      return path.split(separator: "/").last.map(String.init)
    }
  }

  // MARK: Choosing

  @Test(arguments: [
    (["talks"], ["clot.chat", "heart.chat", "vitamins.chat", "wrong.chat"]),
    (["talks/heart.chat"], ["heart.chat"]),
    (["talks/heart.chat", "talks/clot.chat"], ["heart.chat", "clot.chat"]),
    (["talks/more", "talks/more/vitamins.chat"], ["vitamins.chat"]),
    (["talks/*t.chat"], ["clot.chat", "heart.chat"]),
    (["talks/[ch]*.chat"], ["clot.chat", "heart.chat"]),
    (["talks", "--filter", "VITAMINS"], ["vitamins.chat"]),
    (["talks", "--filter", "clot", "--filter", "leg day"], ["clot.chat", "wrong.chat"]),
    (["talks", "--tags", "quick"], ["clot.chat", "vitamins.chat"]),
    (["talks", "--tags", "clot,heart"], ["clot.chat", "heart.chat"]),
    (["talks", "--tags=-quick"], ["heart.chat", "wrong.chat"]),
    (["talks", "--shard", "1/3"], ["clot.chat", "wrong.chat"]),
    (["talks", "--shard", "2/3"], ["heart.chat"]),
    (
      ["talks", "--jobs", "1", "--fail-fast", "--filter", "a"],
      [
        "clot.chat", "heart.chat", "vitamins.chat", "wrong.chat",
      ]
    ),
  ])
  func `files, folders, patterns, words, tags and parts choose the scripts`(
    arguments: [String], names: [String]
  ) throws {
    let run = try Program.run(
      ["test", "--pack", "tiny", "--verbose"] + arguments, in: Self.folder())
    #expect(Self.names(run) == names)
    #expect(run.status == (names.contains("wrong.chat") ? 1 : 0))
  }

  @Test func `without a path the pack's own scripts run`() throws {
    let folder = try Self.folder()
    try folder.write(
      "title: Own\nuser: chest pain\nexpect: level emergency", to: "Intents/tiny/talks/own.chat")
    let run = try Self.test("--verbose", in: folder)
    #expect(run.status == 0)
    #expect(run.lines[0] == "ok   Intents/tiny/talks/own.chat")
  }

  @Test(arguments: [
    ([], "no scripts were found"),
    (["talks", "--filter", "nothing is called so"], "none of 4 scripts was chosen"),
    (["talks", "--tags", "clott"], "none of 4 scripts was chosen"),
  ])
  func `running no script at all is a failure, and says why`(
    arguments: [String], words: String
  ) throws {
    let run = try Program.run(["test", "--pack", "tiny"] + arguments, in: Self.folder())
    #expect(run.status == 1)
    #expect(run.output == words + "\n")
  }

  @Test func `a part of the suite that is empty is left to the other machines`() throws {
    let run = try Self.test("talks/heart.chat", "--shard", "2/2", in: Self.folder())
    #expect(run.status == 0)
    #expect(run.output == "no scripts fall to this part; the others run 1\n")
  }

  @Test func `all parts together are the whole suite, each script once`() throws {
    let folder = try Self.folder()
    let parts = try (1...3).flatMap { part in
      Self.names(try Self.test("talks", "--verbose", "--shard", "\(part)/3", in: folder))
    }
    #expect(parts.sorted() == ["clot.chat", "heart.chat", "vitamins.chat", "wrong.chat"])
  }

  @Test func `failed runs again what failed, and all once nothing does`() throws {
    let folder = try Self.folder()
    let state = ["XDG_STATE_HOME": folder("state")]
    func run() throws -> Program.Run {
      try Self.test("talks", "--failed", "--verbose", in: folder, environment: state)
    }
    #expect(Self.names(try run()).count == 4)
    #expect(folder.mode(of: "state/heavylegs/failed-scripts") == 0o600)
    #expect(Self.names(try run()) == ["wrong.chat"])
    try folder.write(
      "title: A leg day\nuser: squats\nexpect: level routine", to: "talks/wrong.chat")
    #expect(try run().status == 0)
    #expect(Self.names(try run()).count == 4)
  }

  @Test func `nothing is remembered unless asked for`() throws {
    let folder = try Self.folder()
    _ = try Self.test("talks", in: folder, environment: ["XDG_STATE_HOME": folder("state")])
    #expect(folder.read("state/heavylegs/failed-scripts").isEmpty)
  }

  @Test(arguments: ["1", "2", "7"])
  func `results come in the order of the paths, however many jobs run`(jobs: String) throws {
    let folder = try TinyPack.folder()
    let names = (10..<40).map { "\($0).chat" }
    for name in names {
      let level = name.hasSuffix("3.chat") ? "soon" : "emergency"
      try folder.write("title: x\nuser: chest pain\nexpect: level \(level)", to: "t/\(name)")
    }
    let run = try Self.test("t", "--verbose", "--jobs", jobs, in: folder)
    #expect(Self.names(run) == names)
    #expect(run.status == 1)
    let fast = try Self.test("t", "--verbose", "--jobs", jobs, "--fail-fast", in: folder)
    #expect(Self.names(fast) == ["10.chat", "11.chat", "12.chat", "13.chat"])
  }

  // MARK: Ending

  @Test(arguments: [
    (["talks/clot.chat"], 0), (["talks/wrong.chat"], 1), (["talks/none.chat"], 66),
    (["talks/x*.chat"], 66), (["--shard", "5/4"], 64), (["--shard", "1"], 64),
    (["--shard", "0/2"], 64), (["--jobs", "-1"], 64), (["--tap", "--json"], 64),
    (["--update-guarded", "x.chat:1"], 64), (["--min-coverage", "101"], 64),
    (["--sample", "0"], 64), (["--mutants", "levl"], 64), (["--against", "no-such-pack"], 64 + 2),
    (["--region", "GX", "talks/clot.chat"], 64), (["talks/clot.chat", "--junit", "no/x.xml"], 73),
  ])
  func `the exit code tells how it went`(arguments: [String], status: Int) throws {
    let folder = try Self.folder()
    try folder.write(
      "title: Own\nuser: chest pain\nexpect: level emergency", to: "Intents/tiny/own.chat")
    let run = try Program.run(["test", "--pack", "tiny"] + arguments, in: folder)
    #expect(run.status == Int32(status))
    #expect((status > 1) == !run.errors.isEmpty)
  }

  @Test func `a mistake in a script is shown with its place and ends with 65; the others run`()
    throws
  {
    let folder = try Self.folder()
    try folder.write("title: x\nuser: hi\nexpect: flag dtv raised", to: "talks/typo.chat")
    let run = try Self.test("talks/typo.chat", "talks/clot.chat", in: folder)
    #expect(run.status == 65)
    #expect(
      run.output.hasPrefix(
        """
        talks/typo.chat:3:14: error: no red flag is called "dtv" [unknown-id]
          3 | expect: flag dtv raised
            |              ^~~ did you mean "dvt"?
        """))
    #expect(run.output.contains("1 script, 2 turns: 1 passed, 1 could not be run in "))
  }

  @Test func `a script that names another pack is run with that pack`() throws {
    let folder = try Self.folder()
    try folder.write(
      TinyPack.head.replacing("pack: tiny", with: "pack: other"), to: "Intents/other/pack.yaml")
    try folder.write(
      TinyPack.body.replacing("Vitamins are not", with: "Vitamins may be"),
      to: "Intents/other/all.yaml")
    try folder.write(
      "title: x\npack: other\nuser: vitamins\nbot: Vitamins may be*", to: "talks/other.chat")
    #expect(try Self.test("talks/other.chat", "talks/more", in: folder).status == 0)
    try folder.write("title: x\npack: none\nuser: vitamins\nbot: *", to: "talks/other.chat")
    #expect(try Self.test("talks/other.chat", in: folder).status == 66)
  }

  @Test func `date and region of the command line hold for scripts that name none`() throws {
    let folder = try Self.folder()
    try folder.write(
      "title: x\nuser: chest pain\nexpect: first line Call 911 now.", to: "us.chat")
    try folder.write(
      "title: x\nregion: GB\nuser: chest pain\nexpect: first line Call 999 now.", to: "gb.chat")
    #expect(try Self.test("us.chat", "gb.chat", "--region", "US", in: folder).status == 0)
    #expect(try Self.test("us.chat", in: folder).status == 1)
  }

  @Test func `a long run tells on a terminal how far it is, and a pipe sees nothing of it`() throws
  {
    let run = try Self.test("talks/clot.chat", in: Self.folder())
    #expect(run.errors.isEmpty)
    #expect(!run.output.contains("\r"))
  }
}
