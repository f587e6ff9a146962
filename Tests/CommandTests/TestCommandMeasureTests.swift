import Foundation
import TestSupport
import Testing

/// Updating, coverage, mutation, comparison, `gaps` and `walk`, as a tester calls them.
struct TestCommandMeasureTests {
  private static let stale = """
    title: Stale words
    # what the assistant says to vitamins
    user: vitamins
    bot: Vitamins are great*
    bot: ...
    # and to a swollen calf
    user: left calf swollen
    bot: Rest your leg.
    expect: level urgent

    """

  private func folder(_ script: String = stale) throws -> Scratch {
    let folder = try TinyPack.folder()
    try folder.write(script, to: "a.chat")
    return folder
  }

  // MARK: Updating

  @Test func `update rewrites bot lines alone, says what it changed, and leaves guarded turns`()
    throws
  {
    let folder = try folder()
    let run = try TestCommandTests.test("a.chat", "--update", in: folder)
    let text = folder.read("a.chat")
    #expect(!text.contains("great"))
    #expect(text.contains("# what the assistant says to vitamins\nuser: vitamins\nbot: "))
    #expect(
      text.contains("\n# and to a swollen calf\nuser: left calf swollen\nbot: Rest your leg.\n"))
    #expect(run.lines.contains("a.chat:4: - bot: Vitamins are great*"))
    #expect(
      run.lines.contains(
        "a.chat:8: this turn expects a level or a flag; name it (a.chat:8) to change it"))
    #expect(run.lines.contains { $0.hasPrefix("FAIL a.chat") })
    #expect(run.status == 1)
  }

  @Test func `update changes a guarded turn that is named, and the run then passes`() throws {
    let folder = try folder()
    let run = try TestCommandTests.test(
      "a.chat", "--update", "--update-guarded", "a.chat:8", in: folder)
    #expect(run.status == 0)
    #expect(folder.read("a.chat").contains("\nbot: Get this leg checked today."))
    #expect(folder.read("a.chat").contains("\nexpect: level urgent\n"))
    let again = try TestCommandTests.test("a.chat", "--update", in: folder)
    #expect(again.status == 0)
    #expect(again.lines[0] == "no bot: line differs")
  }

  @Test func `update is refused where CI is true`() throws {
    let folder = try folder()
    let run = try TestCommandTests.test(
      "a.chat", "--update", in: folder, environment: ["CI": "true"])
    #expect(run.status == 64)
    #expect(run.errors.contains("CI=true"))
    #expect(folder.read("a.chat") == Self.stale)
  }

  // MARK: Coverage

  @Test func `coverage tells totals, and file by file the lines of what is missing`() throws {
    let folder = try folder("title: x\nuser: chest pain\nexpect: level emergency\n")
    let run = try TestCommandTests.test("a.chat", "--coverage", in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("\nfindings: 1 of "))
    #expect(run.output.contains("\nflags: 1 of 6 (16.7 %)\n"))
    let body = TinyPack.line(of: "calf swollen")
    #expect(run.lines.contains("  \(body): pattern of calf_swelling: calf swollen"))
    #expect(run.lines.contains { $0.hasPrefix("Intents/tiny/all.yaml: ") })
    #expect(run.lines.last?.hasPrefix("in all: ") == true)
  }

  @Test func `coverage is written as JSON and LCOV, whose lines are those of the pack`() throws {
    let folder = try folder("title: x\nuser: chest pain\nexpect: level emergency\n")
    let run = try TestCommandTests.test(
      "a.chat", "--coverage-json", "c.json", "--lcov", "c.info", in: folder)
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.read("c.json").utf8)) as? [String: Any])
    let items = try #require(object["items"] as? [[String: Any]])
    let hit = items.filter { $0["hits"] as? Int ?? 0 > 0 }.compactMap { $0["id"] as? String }
    #expect(Set(hit) == ["chest_pain", "chest_pain_cardiac", "welcome"])
    let lcov = folder.read("c.info").split(separator: "\n")
    #expect(lcov.contains("SF:Intents/tiny/all.yaml"))
    #expect(lcov.contains("DA:\(TinyPack.line(of: "chest pain")),1"))
    #expect(lcov.contains("DA:\(TinyPack.line(of: "calf swollen")),0"))
    #expect(lcov.last == "end_of_record")
    let hits = lcov.filter { $0.hasPrefix("DA:") && !$0.hasSuffix(",0") }.count
    #expect(lcov.contains("LH:\(hits)"))
  }

  @Test(arguments: [("1", 0), ("99", 1)])
  func `too little coverage falls short`(least: String, status: Int) throws {
    let folder = try folder("title: x\nuser: chest pain\nexpect: level emergency\n")
    let run = try TestCommandTests.test("a.chat", "--min-coverage", least, in: folder)
    #expect(run.status == Int32(status))
    #expect(run.output.contains(" %, below 99 %\n") == (status == 1))
  }

  // MARK: Mutation

  @Test func `mutants that nothing notices are told with their places and fall short`() throws {
    let folder = try folder("title: x\nuser: chest pain\nexpect: level emergency\n")
    let run = try TestCommandTests.test("a.chat", "--mutate", in: folder)
    #expect(run.status == 1)
    let line = TinyPack.line(of: "urgent: |") + 1
    #expect(
      run.lines.contains(
        "survived (condition) Intents/tiny/all.yaml:\(line): dvt: urgent line 1 dropped"))
    #expect(!run.output.contains("chest_pain_cardiac: emergency line 1 dropped"))
    #expect(run.lines.contains { $0.hasPrefix("condition: 1 of 2 noticed (50 %)") })
  }

  @Test func `a sample of mutants is the same for the same seed`() throws {
    let folder = try folder("title: x\nuser: chest pain\nexpect: level emergency\n")
    func sample(_ seed: String) throws -> [String] {
      try TestCommandTests.test("a.chat", "--mutate", "--sample", "4", "--seed", seed, in: folder)
        .lines.filter { $0.hasPrefix("survived") }
    }
    #expect(try sample("3") == sample("3"))
    #expect(try Set((1...6).map { try sample(String($0)) }).count > 1)
  }

  @Test func `only mutants of the kinds that are named are made`() throws {
    let folder = try folder("title: x\nuser: chest pain\nexpect: level emergency\n")
    let run = try TestCommandTests.test(
      "a.chat", "--mutate", "--mutants", "level,pattern", in: folder)
    let kinds = Set(run.lines.compactMap { $0.split(separator: ":").first }.dropFirst())
    #expect(kinds.contains("level") && kinds.contains("pattern") && !kinds.contains("condition"))
  }

  // MARK: Comparison

  @Test func `against another pack levels, causes and replies that change are shown`() throws {
    let folder = try folder("title: x\nuser: left calf swollen\nexpect: level urgent\n")
    try folder.write(TinyPack.head, to: "edited/pack.yaml")
    try folder.write(
      TinyPack.body.replacing("urgent: |\n        calf", with: "emergency: |\n        calf"),
      to: "edited/all.yaml")
    let run = try TestCommandTests.test("a.chat", "--against", "edited", in: folder)
    #expect(run.status == 0)
    #expect(run.lines.contains("! a.chat"))
    #expect(run.lines.contains("    level at the end: urgent → emergency"))
    #expect(run.lines.last == "1 of 1 talks differ, 1 of them in a level or flag")
  }

  @Test func `with verbose the replies that differ are shown line by line`() throws {
    let folder = try folder("title: x\nuser: vitamins\nbot: *\n")
    try folder.write(TinyPack.head, to: "edited/pack.yaml")
    try folder.write(
      TinyPack.body.replacing("sleep is.", with: "food is."), to: "edited/all.yaml")
    let run = try TestCommandTests.test("a.chat", "--against", "edited", "--verbose", in: folder)
    #expect(run.lines.contains { $0.hasPrefix("      - Vitamins") && $0.contains("sleep is.") })
    #expect(run.lines.contains { $0.hasPrefix("      + Vitamins") && $0.contains("food is.") })
    #expect(run.lines.last == "1 of 1 talks differ, 0 of them in a level or flag")
  }

  // MARK: Gaps and walks

  @Test func `gaps lists what was not understood, alike things together, with a test to use`()
    throws
  {
    let folder = try folder("title: x\nuser: my calf is enormous\n")
    try folder.write("title: y\nuser: the calf is enormous\nuser: vitamins\n", to: "chats/b.chat")
    let run = try Program.run(["gaps", "--pack", "tiny", "a.chat", "chats"], in: folder)
    #expect(run.status == 0)
    let line = TinyPack.line(of: "calf swollen")
    #expect(
      run.output == """
        2 × "my calf is enormous"
            a.chat:2: my calf is enormous
            chats/b.chat:2: the calf is enormous
            nearest: calf_swelling by calf swollen (Intents/tiny/all.yaml:\(line)), which also needs swollen
            user: my calf is enormous
            expect: finding calf_swelling = yes

        2 of 3 lines were not understood

        """)
  }

  @Test(arguments: [(["none.chat"], 66), (["empty"], 66), (["bad.chat"], 65), ([], 64)])
  func `gaps ends with a code of its own when there is nothing to read`(
    paths: [String], status: Int
  ) throws {
    let folder = try folder("title: x\nuser: hi\n")
    try folder.write("", to: "empty/x.txt")
    try folder.write("usr: hi\n", to: "bad.chat")
    let run = try Program.run(["gaps", "--pack", "tiny"] + paths, in: folder)
    #expect(run.status == Int32(status))
    #expect(!run.errors.isEmpty)
  }

  @Test func `a walk on a sound pack finds nothing`() throws {
    let run = try Program.run(
      ["walk", "--pack", "english", "--turns", "300", "--seed", "7"], in: Scratch())
    #expect(run.status == 0)
    #expect(run.output == "300 turns with seed 7: nothing broke\n")
  }

  /// A sentence with a hole that nothing fills is what a walk finds out.
  @Test func `a failing walk is shrunk to a short script, the same for the same seed`() throws {
    let folder = try TinyPack.folder {
      $0.replacing("say: Vitamins are not", with: "say: Vitamins {hole are not")
    }
    func walk(_ seed: String) throws -> Program.Run {
      try Program.run(["walk", "--pack", "tiny", "--turns", "2000", "--seed", seed], in: folder)
    }
    let run = try walk("3")
    #expect(run.status == 1, "\(run.output)")
    #expect(run.lines.first?.hasPrefix("# ") == true)
    #expect(run.lines.count { $0.hasPrefix("user:") } == 1)
    #expect(try walk("3").output == run.output)
    try folder.write(run.output + "expect: words at most 0\n", to: "found.chat")
    #expect(try TestCommandTests.test("found.chat", in: folder).status == 1)
  }

  // MARK: Saving

  @Test(arguments: ["\\left", "vitamins\n/level", "heavy * legs\nnone"])
  func `a chat saved with a shortcut in its midst passes as a script unchanged`(said: String) throws
  {
    let folder = try TinyPack.folder()
    _ = try Program.run(
      ["--pack", "tiny", "--region", "GB"],
      input: said + "\n/save a.chat\nleft calf swollen\nbye\n",
      in: folder)
    let run = try TestCommandTests.test("a.chat", in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains(": 1 passed in "))
  }

  @Test(arguments: [["--turns", "0"], ["--turns", "x"], ["--seed", "-1"]])
  func `a walk without turns is wrong usage`(arguments: [String]) throws {
    let run = try Program.run(["walk", "--pack", "tiny"] + arguments, in: TinyPack.folder())
    #expect(run.status == 64)
  }
}
