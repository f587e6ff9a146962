import Glibc
import TestSupport
import Testing

/// The chat through pipes, run as a user runs it.
struct PipedChatTests {
  private func chat(
    _ arguments: [String] = [], _ input: String, environment: [String: String] = [:]
  ) throws -> Program.Run {
    let folder = try TinyPack.folder()
    return try Program.run(
      ["--pack", "tiny", "--date", "2026-03-02"] + arguments, input: input, in: folder,
      environment: environment)
  }

  @Test func `row 10, one reply a block, without prompt, opening or colour`() throws {
    let run = try chat([], "vitamins\nheavy legs\n")
    #expect(run.status == 0)
    #expect(run.blocks.count == 2)
    #expect(run.output.hasPrefix("Vitamins are not"))
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.output.contains("> "))
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: ["vitamins\r\nheavy legs\r\n", "vitamins\nheavy legs"])
  func `row 10, line ends of other systems and a last line without end are lines`(input: String)
    throws
  {
    #expect(try chat([], input).output == chat([], "vitamins\nheavy legs\n").output)
  }

  @Test func `no input is no conversation`() throws {
    let run = try chat([], "")
    #expect(run.output.isEmpty)
    #expect(run.status == 0)
  }

  @Test func `an empty line is answered and is no turn`() throws {
    let folder = try TinyPack.folder()
    let run = try Program.run(
      ["--pack", "tiny", "--save", "a.chat"], input: "\n  \nvitamins\n", in: folder)
    #expect(run.blocks.first == "I did not get any words there.")
    #expect(folder.read("a.chat").split(separator: "\n").count { $0.hasPrefix("user:") } == 1)
  }

  @Test func `the region on the command line gives a bare number`() throws {
    let run = try chat(["--region", "gb"], "chest pain\n")
    #expect(run.lines.first == "Call 999 now.")
    #expect(run.status == 0, "sending someone to help is no error")
  }

  @Test func `a locale gives no region to a pipe`() throws {
    let run = try chat([], "chest pain\n", environment: ["LANG": "en_US.UTF-8"])
    #expect(run.lines.first == "Call your local emergency number now.")
  }

  @Test func `the instruction is the last that is said when the input ends under an open flag`()
    throws
  {
    let run = try chat(["--region", "GB"], "chest pain\nvitamins\n")
    #expect(run.blocks.count == 2, "the last reply begins with it, so it is not said twice")
    #expect(run.blocks.last?.hasPrefix("Call 999 now.") == true)
    let urgent = try chat(["--region", "GB"], "left calf swollen\nheavy legs\n")
    #expect(urgent.blocks.last?.contains("Call 111") == true, "\(urgent.output)")
  }

  @Test(arguments: [
    ("/sumary", "There is no /sumary. Did you mean /summary?"),
    ("/b", "There is no /b. Did you mean /back?"),
    ("/chest pain", "There is no /chest. Did you mean /help?"),
  ])
  func `an unknown shortcut gets the nearest one and is never heard`(
    line: String, answer: String
  ) throws {
    let run = try chat([], line + "\n")
    #expect(run.output == answer + "\n")
  }

  @Test func `control characters in what is typed never come out`() throws {
    let run = try chat([], "\u{1B}]0;x\u{7}heavy legs \u{9B}31m\u{202E}\u{0}\n")
    #expect(run.output.hasPrefix("Heavy legs: noted."))
    #expect(!run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!run.output.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
  }

  @Test func `escape codes in a pack are shown, not sent`() throws {
    let folder = try TinyPack.folder {
      $0.replacing("Vitamins are", with: "\u{202E}Vitamins\u{9B}31m are")
    }
    let run = try Program.run(["--pack", "tiny"], input: "vitamins\n", in: folder)
    #expect(!run.output.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
    #expect(!run.output.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `row 12, other locales than UTF-8 get plain ASCII`() throws {
    let folder = try TinyPack.folder {
      $0.replacing("Vitamins are", with: "Vitamins – “naïve” … 日 are")
    }
    let run = try Program.run(
      ["--pack", "tiny"], input: "vitamins\n", in: folder, environment: ["LANG": "C"])
    #expect(run.output.hasPrefix("Vitamins - \"naive\" ... ? are"))
  }

  @Test func `a full disk is noticed`() throws {
    let folder = try TinyPack.folder()
    let run = try Program.run(
      ["--pack", "tiny"], input: "vitamins\n", in: folder, output: "/dev/full")
    #expect(run.status == 74)
    #expect(run.errors == "heavylegs: cannot write: no space left on device\n")
  }

  @Test func `the same words on the same day give the same bytes`() throws {
    let input = "heavy legs\nno\nsquats\nnone\nyes\nbye\n"
    #expect(try chat([], input).output == chat([], input, environment: ["TZ": "Asia/Tokyo"]).output)
  }

  @Test func `explain shows how the last line was read`() throws {
    let run = try chat([], "/explain\nleft calf swollen\n/explain\n")
    #expect(run.blocks.count >= 3)
    #expect(run.blocks[0] == "/explain: -", "nothing was said yet")
    #expect(run.output.contains("recorded calf_swelling = yes, affirmed"))
    #expect(run.output.contains("red flag dvt raised, urgent because of calf_swelling"))
  }

  @Test func `level tells how grave it is, before a danger and after it`() throws {
    let run = try chat([], "/level\nleft calf swollen\n/level\n")
    #expect(run.blocks.first == "How soon: no danger sign so far.")
    #expect(run.output.contains("How soon: be seen today."))
  }

  @Test func `retry takes the last line back and hears another`() throws {
    let retried = try chat(["--save", "a.chat"], "squats\n/retry heavy legs\n/explain\n")
    #expect(retried.output.contains("recorded heavy = yes"))
    #expect(!retried.output.contains("recorded squats"))
    #expect(try chat([], "/retry vitamins\n").output == "/retry TEXT\n")
    #expect(try chat([], "vitamins\n/retry\n").blocks.last == "/retry TEXT")
  }

  @Test func `retry does not let an emergency fall by an answer to what nobody saw`() throws {
    let run = try Program.run(
      ["--pack", TestPack.root + "/Intents/heavy-legs", "--region", "GB", "--date", "2026-03-02"],
      input: "I have crushing chest pain right now\n/retry no\n", in: Scratch())
    #expect(run.blocks.count >= 2)
    #expect(run.blocks.first?.hasPrefix("Call 999 now.") == true)
    #expect(run.blocks.last?.contains("Call 999 now.") == true, "\(run.output)")
  }
}
