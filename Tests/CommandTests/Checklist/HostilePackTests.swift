import Glibc
import TestSupport
import Testing

/// Rows 15, 17, 25 to 31, 33 and 43 of the checklist: packs that nobody wrote with a good intention, or that were
/// caught half written.
@Suite(.enabled(if: FullRun.isOn, "only in the full run")) struct HostilePackTests {
  private func check(_ text: String) throws -> Program.Run {
    let folder = try TinyPack.folder()
    try folder.write(text, to: "Intents/tiny/evil.yaml")
    return try Program.run(["check", "tiny"], in: folder)
  }

  @Test func `row 25, anchors and aliases are refused before they are expanded`() throws {
    var bomb = "wordings:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for step in 1...30 {
      let part = "*a\(step - 1)"
      let parts = Array(repeating: part, count: 9).joined(separator: ", ")
      bomb += "  a\(step): &a\(step) [\(parts)]\n"
    }
    let run = try check(bomb)
    #expect(run.status == 1)
    #expect(run.output.contains("evil.yaml:2:7: error: an & at the start of a value"))
  }

  @Test(
    arguments: ["[", "{a: ", "- ", "? ", "a: {", "[{", "\"", "|\n "], [10, 100, 1000, 100_000])
  func `row 26, nesting without end is refused with its place`(sign: String, depth: Int) throws {
    let run = try check("wordings:\n  a: \(String(repeating: sign, count: depth))x\n")
    #expect(run.status == 1)
    #expect(run.output.contains("evil.yaml:"))
    #expect(run.errors.isEmpty)
  }

  @Test func `row 26, indentation without end is refused with its place`() throws {
    let steps = (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    let run = try check(steps)
    #expect(run.status == 1)
    #expect(run.output.contains("[too-deep]"))
  }

  @Test func `row 27, a file beyond the cap is refused before it is read`() throws {
    let folder = try TinyPack.folder()
    try folder.write("", to: "Intents/tiny/huge.yaml")
    #expect(truncate(folder("Intents/tiny/huge.yaml"), 1 << 40) == 0)
    let run = try Program.run(["check", "tiny"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("this file has more than 16 MB [too-large]"))
    let chat = try Program.run(["--pack", "tiny"], input: "chest pain\n", in: folder)
    #expect(chat.status == 65)
  }

  @Test(arguments: [
    String(repeating: "\t\n", count: 300_000),
    "# c\n" + String(repeating: "---\n", count: 300_000),
    "wordings:\n  a: " + String(repeating: "x", count: 1_000_000) + "\n",
    "wordings:\n" + (0..<40_000).map { "  k\($0): x\n" }.joined(),
    "findings:\n" + String(repeating: "  a: {}\n", count: 2000),
    "concepts:\n  a: |\n" + String(repeating: "    (\n", count: 20_000),
  ])
  func `row 27, a file of nothing but mistakes comes to an end`(text: String) throws {
    let run = try check(text)
    #expect(run.status == 0 || run.status == 1)
  }

  @Test(arguments: [
    ("wordings:\n  a: !!python/object:os.system ls\n", "[tag]"),
    ("wordings:\n  a: !include other.yaml\n", "[tag]"),
    ("wordings:\n  <<: {a: b}\n", "[bad-id]"),
    ("wordings:\n  a: b\n---\nwordings:\n  c: d\n", "[many-documents]"),
    ("%YAML 1.1\n---\nwordings:\n  a: b\n", "error"),
    ("wordings:\n  a: b\n  a: c\n", "[duplicate-key]"),
    ("wordings:\n\ta: b\n", "[tab]"),
    ("wordings:\n  a: no\n", "[changed-by-yaml]"),
    ("wordings:\n  a: \u{202E}b\n", "[hidden-character]"),
    ("wordings:\n  a: \"\u{1B}[31mb\"\n", "error"),
    ("wordings:\n  a: \"\\e[31mb\"\n", "[hidden-character]"),
  ])
  func `rows 15, 17, 28 and 29, what YAML would turn into something else is refused`(
    text: String, message: String
  ) throws {
    let run = try check(text)
    #expect(run.status == 1)
    #expect(run.output.contains(message), "\(run.output)")
    #expect(run.output.contains("evil.yaml:"))
    #expect(!run.output.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: ["\u{FEFF}", ""], ["\r\n", "\n"])
  func `row 28, a mark at the start and line ends of other systems change nothing`(
    mark: String, end: String
  ) throws {
    let text = mark + "wordings:\n  never_said: |\n    One.\n    Two.\n".replacing("\n", with: end)
    #expect(try check(text).status == 0)
  }

  @Test func `row 31, only regular files of the pack's own folder are read`() throws {
    let folder = try TinyPack.folder()
    let secret = try Scratch()
    try secret.write("wordings:\n  stolen: STOLEN\n  a: [\n", to: "secret.yaml")
    let pack = folder("Intents/tiny/")
    symlink(secret("secret.yaml"), pack + "link.yaml")
    symlink("/dev/zero", pack + "zero.yaml")
    symlink(secret.path, pack + "linked")
    symlink("../tiny", pack + "loop")
    mkfifo(pack + "pipe.yaml", 0o600)
    mkdir(pack + "folder.yaml", 0o755)
    let run = try Program.run(["check", "tiny"], in: folder)
    #expect(!run.output.contains("STOLEN"))
    for name in ["link.yaml", "zero.yaml", "linked", "loop"] {
      #expect(run.output.contains("tiny/\(name):1:1: warning: this is a link"), "\(name)")
    }
    let chat = try Program.run(["--pack", "tiny"], input: "chest pain\n", in: folder)
    #expect(chat.status == 0)
    #expect(chat.output.contains("Call your local emergency number now."))
  }

  @Test(arguments: ["\\xff\\xfe", "\\x00", "wordings:\\n  a: \\xc3\\n"])
  func `row 30, a file that is no text or half written stops the start and is named`(
    bytes: String
  ) throws {
    let folder = try TinyPack.folder()
    _ = try Program.run(
      [], in: folder, underShell: "exec printf '\(bytes)' >Intents/tiny/half.yaml")
    let run = try Program.run(["--pack", "tiny"], input: "chest pain\n", in: folder)
    #expect(run.status == 65)
    #expect(run.errors.contains("half.yaml:"))
  }

  @Test func `row 30, files an editor leaves beside are not read`() throws {
    let folder = try TinyPack.folder()
    for name in [".all.yaml.swp", "all.yaml~", "#all.yaml#", ".hidden.yaml", "all.yaml.new"] {
      try folder.write("not: [a pack", to: "Intents/tiny/" + name)
    }
    #expect(try Program.run(["check", "tiny"], in: folder).status == 0)
  }

  @Test(arguments: [
    "(a+)+b", "(.*)*x", "a a a a a a b", "\"a ... a ... a ... a ... a ... b\"",
    String(repeating: "(a | b) ", count: 40),
    String(repeating: "[a] ", count: 300), String(repeating: "\"a ... \" ", count: 200),
    String(repeating: "(", count: 1000) + "a" + String(repeating: ")", count: 1000),
    "(" + (0..<300).map { "w\($0)" }.joined(separator: " | ") + ")",
  ])
  func `row 33, no pattern makes a line cost more than its length`(pattern: String) throws {
    let folder = try TinyPack.folder {
      $0.replacing(
        "      vitamins\n    examples", with: "      \(pattern)\n    examples")
    }
    let check = try Program.run(["check", "tiny"], in: folder)
    #expect(check.status == 0 || check.status == 1)
    let line = String(repeating: "a ", count: 8000)
    let chat = try Program.run(["--pack", "tiny"], input: line + "\nchest pain\n", in: folder)
    #expect(chat.status == 0 || chat.status == 65)
    if chat.status == 0 { #expect(chat.output.contains("Call")) }
  }

  @Test func `row 43, a pack that anybody may change is warned of`() throws {
    let folder = try TinyPack.folder()
    chmod(folder("Intents/tiny"), 0o777)
    let run = try Program.run(["--pack", "tiny"], input: "chest pain\n", in: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("Intents/tiny"))
    chmod(folder("Intents/tiny"), 0o755)
    chmod(folder("Intents/tiny/all.yaml"), 0o666)
    let file = try Program.run(["--pack", "tiny"], input: "chest pain\n", in: folder)
    #expect(file.errors.contains("all.yaml"))
  }
}
