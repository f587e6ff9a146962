import Glibc
import TestSupport
import Testing

/// Rows 23, 35, 36, 37 and 41 of the checklist: the user's own folders, long talks, odd clocks.
@Suite(.serialized) struct HomeTests {
  private func talk(_ said: [String], _ environment: [String: String]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["--pack", "tiny", "--history"], in: TinyPack.folder(), environment: environment)
    _ = try terminal.answer()
    for line in said { _ = try terminal.say(line) }
    terminal.type(PseudoTerminal.controlD)
    #expect(try terminal.end() == 0)
    return terminal
  }

  @Test func `row 35, a link in the place of the history is not followed, and the chat goes on`()
    throws
  {
    let state = try Scratch()
    let other = try Scratch()
    mkdir(state("heavylegs"), 0o700)
    symlink(other("stolen"), state("heavylegs/history"))
    let terminal = try talk(["vitamins"], ["XDG_STATE_HOME": state.path])
    #expect(terminal.text.contains("no history"))
    #expect(terminal.text.contains("Vitamins are not"))
    #expect(other.isEmpty)
  }

  @Test func `row 35, a link in the place of its folder is not followed either`() throws {
    let state = try Scratch()
    let other = try Scratch()
    symlink(other.path, state("heavylegs"))
    let terminal = try talk(["vitamins"], ["XDG_STATE_HOME": state.path])
    #expect(terminal.text.contains("no history"))
    #expect(other.isEmpty)
  }

  @Test func `row 36, a line behind a space, answers and long pastes are not kept`() throws {
    let state = try Scratch()
    let long = String(repeating: "la ", count: 2000)
    _ = try talk([" squats", "vitamins", "no", "12", long], ["XDG_STATE_HOME": state.path])
    #expect(state.read("heavylegs/history") == "vitamins\n")
  }

  @Test func `row 36, a long history is shortened and keeps its newest lines`() throws {
    let state = try Scratch()
    let old = (0..<3000).map { "line \($0)\n" }.joined()
    try state.write(old, to: "heavylegs/history")
    _ = try talk(["vitamins"], ["XDG_STATE_HOME": state.path])
    let kept = state.read("heavylegs/history").split(separator: "\n")
    #expect(kept.count == 1001)
    #expect(kept.first == "line 2000")
    #expect(kept.suffix(2) == ["line 2999", "vitamins"])
    #expect(state.mode(of: "heavylegs/history") == 0o600)
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "relative"], ".local/state/heavylegs/history"),
    ([:], ".local/state/heavylegs/history"),
  ])
  func `row 37, a relative folder is ignored and the usual one taken`(
    environment: [String: String], path: String
  ) throws {
    let home = try Scratch()
    _ = try talk(["vitamins"], environment.merging(["HOME": home.path]) { a, _ in a })
    #expect(home.read(path) == "vitamins\n")
  }

  @Test(arguments: [
    ["HOME": "", "XDG_STATE_HOME": ""], ["HOME": "/proc"], ["HOME": "x"],
    ["XDG_STATE_HOME": "/dev/null"],
  ])
  func `row 37, without a folder to write to the chat goes on without history`(
    environment: [String: String]
  ) throws {
    #expect(try talk(["vitamins"], environment).text.contains("Vitamins are not"))
  }

  @Test(arguments: ["1970-01-01", "2038-01-19", "2100-02-28", "9999-12-31", "0001-01-01"])
  func `row 41, a clock at the end of its range tells no nonsense`(date: String) throws {
    let run = try Program.run(
      ["chat", "--jsonl", "--pack", "tiny", "--date", date],
      input: """
        {"say": "left calf swollen for 3 weeks"}
        {"say": "squats 400 years ago", "at": "1990-01-01"}
        {"say": "vitamins", "at": "0001-01-01"}
        {"say": "vitamins", "at": "9999-12-31"}

        """, in: TinyPack.folder())
    #expect(run.status == 0)
    #expect(!run.output.contains("\"ago_days\": -"))
    #expect(run.lines.count == 5)
  }

  @Test(.enabled(if: FullRun.isOn && Sanitizer.name == nil, "only in the full run"))
  func `row 23, memory grows by what was said and no more`() throws {
    let turns = 10_000
    func peak(_ count: Int) throws -> Int {
      let lines = ["vitamins", "heavy legs", "none", "how bad"]
      let input = (0..<count).map { "{\"say\": \"\(lines[$0 % 4])\"}\n" }.joined()
      let run = try Program.run(
        ["chat", "--jsonl", "--pack", "tiny"], input: input, in: TinyPack.folder(),
        output: "/dev/null")
      #expect(run.status == 0)
      return run.peak
    }
    let (few, many) = (try peak(1000), try peak(turns))
    // A talk is the list of what was said: half a kilobyte a turn, a tenth for the rest.
    #expect(
      many - few < few / 10 + turns / 2, "\(few) KB after 1000 turns, \(many) KB after \(turns)")
  }

  @Test func `forget deletes all that was stored, and says so`() throws {
    let state = try Scratch()
    try state.write("vitamins\n", to: "heavylegs/history")
    try state.write("a.chat\n", to: "heavylegs/failed-scripts")
    let run = try Program.run(
      ["forget"], in: Scratch(), environment: ["XDG_STATE_HOME": state.path])
    #expect(
      run.lines == ["history", "failed-scripts"].map { "Deleted \(state("heavylegs/"))\($0)" })
    #expect(state.isEmpty)
  }
}
