import Glibc
import TestSupport
import Testing

/// Rows 7, 8, 38, 39, 40 and 42 of the checklist: disks that are full, files that may not grow, ends in the middle of a
/// write. Whatever happens, the old or the new stands there, whole.
@Suite struct FaultTests {
  private static let pack = ["--pack", "tiny", "--date", "2026-03-02"]

  @Test(arguments: [
    ["--pack", "tiny"], ["explain", "--pack", "tiny", "vitamins"], ["check", "tiny"],
    ["show", "--pack", "tiny", "heavy"], ["about", "--pack", "tiny"], ["--help"], ["--version"],
    ["chat", "--jsonl", "--pack", "tiny"], ["test", "--pack", "tiny", "a.chat"], ["schema"],
    ["walk", "--pack", "tiny", "--turns", "5"], ["forget"],
  ])
  func `row 7, a full disk is told and ends with 74`(arguments: [String]) throws {
    let folder = try TinyPack.folder()
    try folder.write("user: vitamins\nbot: *\nbot: ...\n", to: "a.chat")
    let run = try Program.run(arguments, input: "vitamins\n", in: folder, output: "/dev/full")
    #expect(run.status == 74)
    #expect(run.errors.contains("cannot write"))
  }

  @Test(arguments: [">&-", "2>&-", ">&- 2>&-", "<&-"])
  func `row 8, a closed stream is no crash`(closed: String) throws {
    let run = try Program.run(
      Self.pack, input: "chest pain\n", in: TinyPack.folder(),
      underShell: "exec \"$@\" \(closed)")
    #expect(run.status == (closed.hasPrefix(">&-") ? 74 : 0))
  }

  @Test func `row 6, a reader that has had enough ends the program quietly`() throws {
    let lines = String(repeating: "vitamins\n", count: 3000)
    let run = try Program.run(
      Self.pack, input: lines, in: TinyPack.folder(),
      underShell: "{ \"$@\"; echo $? >status; } | head -n 1")
    #expect(run.errors.isEmpty)
    #expect(run.lines.count == 1)
  }

  // The thread sanitizer itself writes files, and ends where it may not.
  @Test(.enabled(if: Sanitizer.name != "thread"), arguments: 1...6)
  func `row 7, a saved chat that may not grow keeps whole turns only`(blocks: Int) throws {
    let folder = try TinyPack.folder()
    let run = try Program.run(
      Self.pack + ["--save", "a.chat"],
      input: String(repeating: "heavy legs\nvitamins\n", count: 30),
      in: folder, output: "/dev/null", underShell: "ulimit -f \(blocks); exec \"$@\"")
    let saved = folder.read("a.chat")
    #expect(run.status == 74 || run.status == 73)
    #expect(saved.isEmpty || saved.hasSuffix("\n"))
    guard !saved.isEmpty else { return }
    let again = try Program.run(
      Self.pack + ["--resume", "a.chat"], in: folder, output: "/dev/null")
    #expect(again.status == 0)
    #expect(try Program.run(["test", "--pack", "tiny", "a.chat"], in: folder).status == 0)
  }

  @Test(.enabled(if: Sanitizer.name != "thread"))
  func `row 38, an old summary stays when the new one cannot be written`() throws {
    let folder = try TinyPack.folder()
    let old = String(repeating: "old\n", count: 2000)
    try folder.write(old, to: "page.md")
    let said = String(repeating: "heavy legs\n", count: 3)
    let run = try Program.run(
      Self.pack + ["--summary", "page.md", "--force"], input: said, in: folder,
      output: "/dev/null", underShell: "ulimit -f 0; exec \"$@\"")
    #expect(run.status == 74)
    #expect(folder.read("page.md") == old)
    #expect(folder.names == ["Intents", "page.md"])
  }

  @Test(.enabled(if: Strace.isAllowed, "strace is not allowed here"), arguments: 1...10)
  func `row 38, killed at any write the old or the new stands there`(step: Int) throws {
    let folder = try TinyPack.folder()
    try folder.write("old\n", to: "page.md")
    try folder.write("old\n", to: "a.chat")
    let calls = "write,fsync,rename,renameat,ftruncate,link,unlink,fchmod"
    _ = try Program.run(
      Self.pack + ["--summary", "page.md", "--save", "a.chat", "--force"],
      input: "heavy legs\nvitamins\n", in: folder, output: "/dev/null",
      underShell: Strace.injecting("\(calls):signal=KILL:when=\(step)"))
    let page = folder.read("page.md")
    #expect(page == "old\n" || page.hasPrefix("# Summary") && page.hasSuffix("\n"))
    let saved = folder.read("a.chat")
    #expect(saved == "old\n" || saved.hasPrefix("title: A chat of 2026-03-02\n"))
    #expect(saved.hasSuffix("\n"))
  }

  @Test(
    .enabled(if: Strace.isAllowed, "strace is not allowed here"),
    arguments: ["write:error=ENOSPC", "write:error=EIO", "fsync:error=EIO", "rename:error=EACCES"],
    1...3)
  func `row 38, a step that fails leaves the old or the new`(fault: String, step: Int) throws {
    let folder = try TinyPack.folder()
    try folder.write("old\n", to: "page.md")
    let run = try Program.run(
      Self.pack + ["--summary", "page.md", "--force"], input: "heavy legs\n", in: folder,
      output: "/dev/null", underShell: Strace.injecting("\(fault):when=\(step)"))
    let page = folder.read("page.md")
    #expect(page == "old\n" || page.hasPrefix("# Summary") && page.hasSuffix("\n"))
    #expect(run.status == 0 ? page != "old\n" : [73, 74].contains(run.status))
    #expect(!folder.names.contains { $0.hasSuffix(".new") })
  }

  @Test(.enabled(if: Strace.isAllowed, "strace is not allowed here"))
  func `row 38, short writes are gone on with`() throws {
    let folder = try TinyPack.folder()
    let run = try Program.run(
      Self.pack + ["--save", "a.chat", "--summary", "page.md"], input: "heavy legs\nvitamins\n",
      in: folder, underShell: Strace.injecting("write:retval=1:when=1+2"))
    #expect(run.status == 0)
    // An injected return value writes nothing: what counts is that the program believes it and goes on.
    #expect(folder.mode(of: "a.chat") == 0o600)
  }

  @Test func `row 39, two chats at once keep whole lines in one history`() throws {
    let state = try Scratch()
    let folder = try TinyPack.folder()
    let environment = ["XDG_STATE_HOME": state.path]
    let chats = try (0..<2).map { _ in
      try PseudoTerminal(
        ["--pack", "tiny", "--history"], in: folder, environment: environment)
    }
    for chat in chats { _ = try chat.answer() }
    for number in 0..<12 {
      for (name, chat) in zip(["first", "second"], chats) {
        chat.type("\(name) chat line \(number) vitamins\r")
      }
      for chat in chats { _ = try chat.answer() }
    }
    for chat in chats { chat.type(PseudoTerminal.controlD) }
    for chat in chats { #expect(try chat.end() == 0) }
    let lines = state.read("heavylegs/history").split(separator: "\n").map(String.init)
    let wanted = ["first", "second"].flatMap { name in
      (0..<12).map { "\(name) chat line \($0) vitamins" }
    }
    #expect(lines.sorted() == wanted.sorted())
  }

  @Test(arguments: [
    "ulimit -n 8", "ulimit -s 256", "ulimit -v 1500000", "ulimit -c 0; ulimit -t 60", "umask 777",
  ])
  func `row 42, tight limits give an answer or a clean message`(limit: String) throws {
    guard Sanitizer.name == nil else { return }
    let run = try Program.run(
      Self.pack, input: "chest pain\n", in: TinyPack.folder(),
      underShell: "\(limit); exec \"$@\"")
    #expect(run.status == 0, "\(limit): \(run.errors)")
    #expect(run.output.contains("Call"))
  }
}
