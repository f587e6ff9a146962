import TestSupport
import Testing

/// Row 24 of the checklist: the same input gives the same bytes, whatever the locale, the time zone and the seed that
/// Swift draws for its hash tables on every start.
@Suite struct DeterminismTests {
  private static let surroundings: [[String: String]] = [
    [:], [:],
    ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"],
    ["LANG": "tr_TR.UTF-8", "LC_CTYPE": "tr_TR.UTF-8", "TZ": "America/St_Johns"],
    ["LC_ALL": "ja_JP.utf8", "TZ": "Nowhere/Land", "COLUMNS": "20"],
    ["TZ": ":/etc/passwd", "SWIFT_DETERMINISTIC_HASHING": "1", "TERM": "dumb"],
  ]

  private static let shipped = ["--pack", TestPack.root + "/Intents/heavy-legs"]
  private static let talk = """
    my legs feel heavy on every run since march, about 3 weeks
    no. none
    I sleep 5 hours and I'm vegan, period's heavy
    what about iron?
    both calves, worse on the left
    yes
    it's swollen, warm and red; I flew from tokyo on tuesday
    go back
    how bad is it
    bye
    """

  /// Runs the program in several surroundings and looks that it says the same in all.
  ///
  /// - Parameter surroundings: which of them; the shipped pack takes a debug build long to read, so not all there.
  private func isSame(
    _ arguments: [String], input: String = "", in surroundings: ArraySlice<[String: String]>
  ) throws {
    var outputs: Set<String> = []
    for surroundings in surroundings {
      let run = try Program.run(
        arguments, input: input, in: TinyPack.folder(), environment: surroundings)
      #expect(run.status == 0 || run.status == 1)
      #expect(!run.output.isEmpty)
      outputs.insert(run.output)
    }
    #expect(outputs.count == 1)
  }

  @Test func `row 24, the same words give the same bytes`() throws {
    try isSame(
      ["chat", "--date", "2026-03-02", "--region", "GB"] + Self.shipped, input: Self.talk,
      in: Self.surroundings[1...3])
  }

  @Test func `row 24, the protocol gives the same bytes`() throws {
    let lines = Self.talk.split(separator: "\n").map { "{\"say\": \"\($0)\"}\n" }.joined()
    try isSame(
      ["chat", "--jsonl", "--date", "2026-03-02"] + Self.shipped, input: lines,
      in: Self.surroundings[3...5])
  }

  @Test(arguments: [
    ["check", "--json", "tiny"], ["about", "--pack", "tiny", "--sources"], ["schema"],
    ["show", "--pack", "tiny", "calf_swelling"], ["walk", "--pack", "tiny", "--turns", "300"],
    ["explain", "--pack", "tiny", "--json", "left calf swollen, squats, no chest pain"],
  ])
  func `row 24, what authors see is the same every time`(arguments: [String]) throws {
    try isSame(arguments, in: Self.surroundings[...])
  }
}
