import TestSupport
import Testing

/// The JSON contract of the chat and of `explain`, to the letter.
struct JSONProtocolTests {
  private func talk(_ lines: [String], _ arguments: [String] = []) throws -> Program.Run {
    try Program.run(
      ["chat", "--jsonl", "--pack", "tiny", "--date", "2026-03-02"] + arguments,
      input: lines.map { $0 + "\n" }.joined(), in: TinyPack.folder())
  }

  @Test func `the opening says which pack and version answers`() throws {
    let run = try talk([])
    #expect(run.status == 0)
    #expect(
      run.lines == [
        "{\"turn\": 0, \"pack\": \"tiny\", \"pack_version\": \"0.1.0\", \"version\": \"1.0.0\", "
          + "\"state\": \"welcome\", \"phase\": \"asking\", \"say\": "
          + "[\"I am a program with fixed rules, not a doctor.\", \"What is going on with your legs?\"], "
          + "\"question\": null, \"understood\": [], \"findings\": [], \"corrections\": [], "
          + "\"level\": \"routine\", \"red_flags\": [], \"causes\": []}"
      ])
  }

  @Test func `an answer holds everything in the documented order`() throws {
    let run = try talk(["{\"say\": \"left calf swollen\"}"], ["--region", "GB"])
    let fact =
      "[{\"finding\": \"calf_swelling\", \"value\": \"yes\", \"status\": \"affirmed\", "
      + "\"side\": \"left\", \"ago_days\": 0, \"turn\": 1, \"text\": \"calf swollen\"}]"
    let answer = run.lines.last ?? ""
    #expect(
      answer.hasPrefix(
        "{\"turn\": 1, \"state\": \"welcome\", \"phase\": \"escalated\", \"say\": [\"Get this leg checked today. Call 111 (UK advice line) or your GP now.\""
      ))
    #expect(answer.contains("\"understood\": \(fact), \"findings\": \(fact), \"corrections\": []"))
    #expect(
      answer.hasSuffix(
        "\"level\": \"urgent\", \"red_flags\": [{\"id\": \"dvt\", \"state\": \"raised\", "
          + "\"level\": \"urgent\"}], \"causes\": []}"))
  }

  @Test func `a screen is a question with items, and a screened no is no`() throws {
    let run = try talk(["{\"say\": \"heavy legs\"}", "{\"say\": \"none\"}"])
    #expect(
      run.lines[1].contains(
        "\"question\": {\"id\": \"signs\", \"kind\": \"any_of\", \"topic\": \"chest\", \"text\": "
          + "\"Any of these?\", \"items\": [{\"finding\": \"chest_pain\", \"topic\": \"chest\", "
          + "\"text\": \"chest pain\"}, {\"finding\": \"calf_swelling\", \"topic\": \"swelling\", "
          + "\"text\": \"one calf swollen\"}], \"options\": []}"))
    #expect(run.lines[2].contains("{\"finding\": \"chest_pain\", \"value\": \"no\", "))
  }

  @Test(arguments: [
    "nonsense", "", "[]", "{\"say\": 5}", "{}", "{\"say\": \"x\"", "{\"say\": \"x\"} y",
    "{\"say\": \"x\", \"at\": \"someday\"}", String(repeating: "[", count: 100_000),
  ])
  func `a line that is no request gets an error and the talk goes on`(line: String) throws {
    let run = try talk([line, "{\"say\": \"vitamins\"}"])
    #expect(run.status == 0)
    #expect(run.lines.count == 3)
    #expect(run.lines[1].hasPrefix("{\"error\": \""))
    #expect(run.lines[2].hasPrefix("{\"turn\": 1, "))
  }

  @Test func `reset begins anew`() throws {
    let run = try talk([
      "{\"say\": \"chest pain\"}", "{\"reset\": true}", "{\"say\": \"vitamins\"}",
    ])
    #expect(run.lines[2] == run.lines[0])
    #expect(run.lines[3].contains("\"level\": \"routine\""))
  }

  @Test func `a later day moves on`() throws {
    let run = try talk([
      "{\"say\": \"left calf swollen\"}", "{\"say\": \"vitamins\", \"at\": \"2026-03-05\"}",
    ])
    #expect(run.lines[2].contains("\"ago_days\": 3"))
  }

  @Test func `escapes are read and control characters are written as escapes`() throws {
    let run = try talk(["{\"say\": \"heavy\\u0020legs \\ud83d\\ude00 \\u009b\\u202e\"}"])
    #expect(run.lines[1].contains("\"finding\": \"heavy\""))
    #expect(!run.output.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
  }

  @Test func `a broken pack is one error and 65`() throws {
    let folder = try TinyPack.folder { $0.replacing("screens:", with: "screeens:") }
    let run = try Program.run(["chat", "--jsonl", "--pack", "tiny"], in: folder)
    #expect(run.status == 65)
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("{\"error\": \""))
  }

  @Test func `explain tells what was heard, by which pattern, and what it raised`() throws {
    let folder = try TinyPack.folder()
    let run = try Program.run(
      ["explain", "--json", "--pack", "tiny", "my left calf swollen"], in: folder)
    let place = TinyPack.line(of: "calf swollen")
    #expect(
      run.output
        == "{\"text\": \"my left calf swollen\", \"corrections\": [], \"findings\": "
        + "[{\"finding\": \"calf_swelling\", \"value\": \"yes\", \"status\": \"affirmed\", "
        + "\"side\": \"left\", \"text\": \"calf swollen\", \"start\": 8, \"end\": 20, "
        + "\"pattern\": \"calf swollen\", \"at\": \"all.yaml:\(place)\"}], \"intents\": [], "
        + "\"red_flags\": [{\"id\": \"dvt\", \"state\": \"raised\", \"level\": \"urgent\"}], "
        + "\"level\": \"urgent\"}\n")
  }

  @Test func `explain answers every line of its input, also empty ones`() throws {
    let run = try Program.run(
      ["explain", "--json", "--pack", "tiny"], input: "vitamins\n\nno chest pain",
      in: TinyPack.folder())
    #expect(run.lines.count == 3)
    #expect(run.lines[0].contains("\"intents\": [{\"intent\": \"vitamins\", \"score\": "))
    #expect(run.lines[0].contains("\"by\": \"pattern\"}]"))
    #expect(run.lines[1].hasPrefix("{\"text\": \"\", "))
    #expect(run.lines[2].contains("\"value\": \"no\", \"status\": \"negated\""))
  }

  @Test func `explain shows people the words, the winner and what came of it`() throws {
    let run = try Program.run(
      ["explain", "--pack", "tiny", "my left calf swollen"], in: TinyPack.folder())
    #expect(run.lines.prefix(2) == ["my left calf swollen", "        ^^^^ ^^^^^^^"])
    #expect(run.output.contains("recorded calf_swelling = yes, affirmed"))
    #expect(run.output.contains("red flag dvt raised, urgent because of calf_swelling"))
  }

  @Test func `why-not names the words that are missing`() throws {
    let run = try Program.run(
      ["explain", "--pack", "tiny", "--why-not", "calf_swelling", "calf hurts"],
      in: TinyPack.folder())
    #expect(run.output.contains("not there: swollen"))
  }

  @Test func `why-not tells what is only reached and never heard`() throws {
    let folder = try TinyPack.folder()
    let state = try Program.run(
      ["explain", "--pack", "tiny", "--why-not", "screening", "calf hurts"], in: folder)
    let screen = try Program.run(
      ["explain", "--pack", "tiny", "--why-not", "signs", "calf hurts"], in: folder)
    #expect(
      screen.output.hasPrefix("signs is a screen: it is reached, never heard; what can be heard: "))
    #expect(state.output.hasPrefix("screening is a state: it is reached, never heard"))
    let none = try Program.run(
      ["explain", "--pack", "tiny", "--why-not", "screenin", "calf hurts"], in: folder)
    #expect(none.errors.contains("did you mean \"screening\"?"))
  }

  @Test(arguments: [
    ("calf swollen sleeve", "\"sleeve\" must not stand with them"),
    ("calf hurts chest swollen", "of another body part"),
    ("calf fine. swollen", "not in its order, its clause or near enough"),
    ("swollen", "not there: calf\n"),
  ])
  func `why-not tells what kept the nearest pattern from fitting`(
    _ line: String, _ reason: String
  ) throws {
    let folder = try TinyPack.folder { body in
      body.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.drop { $0 == " " } == "calf swollen" ? "\($0) -(sleeve | sock)" : String($0) }
        .joined(separator: "\n")
    }
    let run = try Program.run(
      ["explain", "--pack", "tiny", "--why-not", "calf_swelling", line], in: folder)
    #expect(run.output.contains(reason), "\(run.output)")
  }

  @Test func `row 21, a line that was cut says so in every form`() throws {
    let folder = try TinyPack.folder {
      $0.replacing("goodbye: I hope", with: "line_cut: I read its ends.\n  goodbye: I hope")
    }
    let line = "vitamins " + String(repeating: "la ", count: 10_000)
    let talk = try Program.run(
      ["--pack", "tiny"], input: line + "\nvitamins\n", in: folder)
    let told = talk.blocks.map { $0.contains("\nI read its ends.") }
    #expect(told == [true, false], "\(talk.blocks)")
    let lines = try Program.run(
      ["chat", "--jsonl", "--pack", "tiny"],
      input: "{\"say\": \"\(line)\"}\n{\"say\": \"vitamins\"}\n", in: folder)
    #expect(lines.lines.map { $0.contains("\"I read its ends.\"]") } == [false, true, false])
  }
}
