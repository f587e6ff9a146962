import TestSupport
import Testing

/// `check`, as an author and a pull request see it.
struct CheckCommandTests {
  private func folder(_ change: (String) -> String = { $0 }) throws -> Scratch {
    try TinyPack.folder(changing: change)
  }

  /// A pack with one error and its place.
  private func broken() throws -> Scratch {
    try folder { $0.replacing("calf swollen", with: "calf (swollen") }
  }

  @Test func `the longest talk is reported`() throws {
    let run = try Program.run(["check", "tiny"], in: folder())
    #expect(run.output.contains("The longest talk found asks "))
    let json = try Program.run(["check", "tiny", "--json"], in: folder())
    #expect(json.output.hasPrefix("{\"errors\": 0, "))
    #expect(json.output.contains("\"longest_talk\": "))
  }

  @Test func `json holds every problem on one line`() throws {
    let run = try Program.run(["check", "tiny", "--json"], in: broken())
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    #expect(run.output.contains("\"code\": \"pattern-syntax\", \"severity\": \"error\""))
    let same = try Program.run(["check", "tiny", "--format", "json"], in: broken())
    #expect(same.output == run.output)
  }

  @Test func `the form for pull requests puts each problem on its line`() throws {
    let run = try Program.run(["check", "tiny", "--format", "github"], in: broken())
    #expect(run.status == 1)
    let line = run.lines.first { $0.contains("title=pattern-syntax") } ?? ""
    #expect(line.hasPrefix("::error file=Intents/tiny/all.yaml,line="))
    #expect(line.contains("%0A"))
  }

  @Test func `strict makes warnings count`() throws {
    let change = { (text: String) in text + "\nsources:\n  UNUSED: {title: A book}\n" }
    let scratch = try Scratch()
    try scratch.write(TinyPack.head, to: "Intents/tiny/pack.yaml")
    try scratch.write(TinyPack.body, to: "Intents/tiny/all.yaml")
    try scratch.write(change(""), to: "Intents/tiny/sources.yaml")
    #expect(try Program.run(["check", "tiny"], in: scratch).status == 0)
    let strict = try Program.run(["check", "tiny", "--strict"], in: scratch)
    #expect(strict.status == 1)
    #expect(strict.output.contains("[unused-source]"))
  }

  @Test func `what is said of a pack is the same every time`() throws {
    let scratch = try folder { $0.replacing("how_common: common", with: "how_comon: common") }
    let first = try Program.run(["check", "tiny"], in: scratch)
    #expect(first.output.contains("did you mean \"how_common\"?"))
    #expect(try Program.run(["check", "tiny"], in: scratch).output == first.output)
  }

  @Test func `a code is explained with a wrong and a right example`() throws {
    let run = try Program.run(["check", "--explain", "unused-source"], in: Scratch())
    #expect(run.status == 0)
    #expect(run.output.contains("Wrong:\n"))
    #expect(run.output.contains("Right:\n"))
    let unknown = try Program.run(["check", "--explain", "unused-sorce"], in: Scratch())
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean \"unused-source\"?"))
  }

  @Test func `all codes are explained at once, also for the handbook and for machines`() throws {
    let text = try Program.run(["check", "--explain", "all"], in: Scratch())
    #expect(text.output.contains("unused-source (warning): "))
    let page = try Program.run(
      ["check", "--explain", "all", "--format", "markdown"], in: Scratch())
    #expect(page.output == Scratch.read(TestPack.root + "/docs/codes.md"))
    let json = try Program.run(["check", "--explain", "all", "--json"], in: Scratch())
    #expect(json.output.contains("\"refused_by_schema\": true"))
    let wrong = try Program.run(["check", "tiny", "--format", "markdown"], in: folder())
    #expect(wrong.status == 64)
  }
}
