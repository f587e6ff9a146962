import Glibc
import TestSupport
import Testing

/// Rows 14, 15, 17 and 34 of the checklist: nothing that a user, a pack, a file name or the environment holds steers the
/// terminal or is read as a template.
@Suite struct InjectionTests {
  /// Title, clipboard, cursor report, colour, C1 forms of them, direction marks, bell, backspace, delete.
  static let evil =
    "\u{1B}]0;t\u{7}\u{1B}]52;c;eA==\u{7}\u{1B}[6n\u{1B}[31m\u{9B}2J\u{9D}0;x\u{9C}\u{202E}\u{2066}\u{8}\u{7F}\u{B}\u{C}"

  /// What must never come out: control characters but the line feed, and marks of direction.
  static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func expectHarmless(_ run: Program.Run) {
    for text in [run.output, run.errors] {
      let found = text.unicodeScalars.filter(Self.isSteering).map { String($0.value, radix: 16) }
      #expect(found.isEmpty, "\(found) in \(text.debugDescription.prefix(400))")
    }
    #expect(run.status < 128)
  }

  @Test(arguments: [
    ["--pack", "tiny"], ["--pack", "tiny", "--save", "x.chat", "--summary", "-"],
    ["chat", "--jsonl", "--pack", "tiny"], ["explain", "--pack", "tiny"],
    ["explain", "--pack", "tiny", "--json"],
  ])
  func `rows 14 and 15, what a user types comes out harmless`(arguments: [String]) throws {
    let lines = [
      "heavy \(Self.evil)legs", "/sum\(Self.evil)", "/retry \(Self.evil) vitamins", "/back",
      "/explain", "/save \(Self.evil)", "/summary \(Self.evil)", "{\"say\": \"\(Self.evil)\"}",
      "bye",
    ]
    let folder = try TinyPack.folder()
    expectHarmless(
      try Program.run(arguments, input: lines.map { $0 + "\n" }.joined(), in: folder))
    #expect(!folder.read("x.chat").unicodeScalars.contains(where: Self.isSteering))
  }

  @Test(arguments: [
    ["--pack", "tiny"], ["check", "tiny"], ["check", "--json", "tiny"],
    ["check", "--format", "github", "tiny"], ["show", "--pack", "tiny", "heavy"],
    ["about", "--pack", "tiny", "--sources"], ["explain", "--pack", "tiny", "heavy legs"],
    ["chat", "--jsonl", "--pack", "tiny"], ["walk", "--pack", "tiny", "--turns", "30"],
    ["test", "--pack", "tiny", "a.chat"], ["gaps", "--pack", "tiny", "a.chat"],
  ])
  func `row 15, what a pack holds comes out harmless`(arguments: [String]) throws {
    // Written as escapes of YAML, so that the file itself is clean and the texts are not.
    let escaped = Self.evil.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    let folder = try TinyPack.folder {
      $0.replacing("name: heavy legs", with: "name: \"heavy \(escaped)legs\"")
        .replacing("name: leg day", with: "name: \"leg \(escaped)day\"")
        .replacing("goodbye: I hope", with: "goodbye: \"\(escaped)\"\n  other: I hope")
        .replacing("ask: Does your chest hurt?", with: "ask: \"Does\(escaped) your chest hurt?\"")
        .replacing("item: chest pain", with: "item: \"chest\(escaped) pain\"")
        .replacing(
          "Vitamins are not", with: "Vitamins \(Self.evil.filter { $0 != "\u{1B}" }) are not")
    }
    try folder.write(
      "title: \(Self.evil)\nuser: vitamins\nbot: nothing \(Self.evil)\n", to: "a.chat")
    let input =
      arguments.contains("--jsonl")
      ? "{\"say\": \"heavy legs\"}\n" : "heavy legs\nvitamins\nsquats\nnone\n"
    expectHarmless(try Program.run(arguments, input: input, in: folder))
  }

  @Test(arguments: [
    ["--pack", "tiny\(evil)"], ["--pack", "./dir\(evil)"], ["check", "dir\(evil)"],
    ["test", "--pack", "tiny", "no\(evil).chat"], ["test", "--pack", "tiny", "a\(evil).chat"],
    ["--pack", "tiny", "--resume", "no\(evil)"], ["--pack", "tiny", "--save", "no\(evil)/x"],
    ["--pack", "tiny", "--region", "G\(evil)"], ["--pack", "tiny", "--date", "\(evil)"],
    ["bench", "tiny", "--utterances", "\(evil)"], ["show", "--pack", "tiny", "\(evil)"],
    ["export", "--pack", "tiny", "copy\(evil)"], ["--\(evil)"], ["\(evil)"], ["gaps", "\(evil)"],
    ["explain", "--pack", "tiny", "--why-not", "\(evil)", "x"], ["check", "--explain", "\(evil)"],
  ])
  func `row 15, names of files and arguments come out harmless`(arguments: [String]) throws {
    let folder = try TinyPack.folder()
    try folder.write("user: vitamins\nbot: nothing\n", to: "a\(Self.evil).chat")
    try folder.write("a: [", to: "dir\(Self.evil)/pack.yaml")
    expectHarmless(try Program.run(arguments, input: "vitamins\n", in: folder))
  }

  @Test(arguments: [
    "LANG", "LC_ALL", "HEAVYLEGS_PACKS", "XDG_CONFIG_HOME", "HOME", "TZ", "TERM", "COLUMNS",
  ])
  func `row 15, the environment comes out harmless`(name: String) throws {
    for arguments in [["--pack", "tiny"], ["--pack", "nowhere"], ["forget"]] {
      expectHarmless(
        try Program.run(
          arguments, input: "vitamins\n", in: TinyPack.folder(),
          environment: [name: "/\(Self.evil)"]))
    }
  }

  @Test func `row 34, what looks like a template is printed as it was typed`() throws {
    let typed = "heavy legs {region} %s $(id) \\(x) {{x}}"
    let run = try Program.run(
      ["--pack", "tiny", "--region", "GB"], input: "\(typed)\ngo back\n", in: TinyPack.folder())
    #expect(run.output.contains("Taken back: \(typed)"))
  }

  @Test func `row 15, at a terminal only the program's own sequences are sent`() throws {
    let terminal = try PseudoTerminal(["--pack", "tiny"], in: TinyPack.folder())
    _ = try terminal.answer()
    terminal.paste("vitamins \u{1B}]0;t\u{7}\u{1B}[31m")
    terminal.type("\r")
    try terminal.wait(for: "Vitamins")
    terminal.type(PseudoTerminal.controlD)
    _ = try terminal.end()
    #expect(!terminal.raw.contains("\u{1B}]"))
    #expect(!terminal.raw.contains("\u{1B}[31m"))
    #expect(!terminal.raw.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) })
    #expect(!terminal.raw.contains("\u{202E}"))
  }
}
