import Glibc
import TestSupport
import Testing

/// The chat at a terminal, driven through a real pseudo-terminal.
@Suite(.serialized) struct TerminalChatTests {
  private func chat(
    _ arguments: [String] = [], in folder: Scratch? = nil, environment: [String: String] = [:],
    columns: UInt16 = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["--pack", "tiny", "--date", "2026-03-02"] + arguments, in: folder ?? TinyPack.folder(),
      environment: environment, columns: columns)
    let opening = try terminal.answer()
    #expect(opening.contains("What is going on with your legs?"))
    return terminal
  }

  @Test func `a talk from the first words to the last`() throws {
    let terminal = try chat(["--region", "GB"])
    let reply = try terminal.say("left calf swollen")
    #expect(reply.contains("Get this leg checked today. Call 111 (UK advice line) or your GP now."))
    terminal.type("bye\r")
    try terminal.wait(for: "I hope it goes well.")
    #expect(try terminal.end() == 0)
  }

  @Test(arguments: [[], ["--region", "GB"]])
  func `the shipped pack asks after at most six lines, and says that nothing is stored`(
    region: [String]
  ) throws {
    let terminal = try PseudoTerminal(
      ["--pack", TestPack.root + "/Intents/heavy-legs"] + region, in: Scratch())
    let opening = try terminal.answer()
    let lines = opening.split(separator: "\n").map { $0.filter { $0 != "\r" } }
    let question = try #require(lines.firstIndex { $0.hasSuffix("going on with your legs?") })
    #expect(question <= 6)
    #expect(lines[..<question].contains("Nothing you type is stored."))
    terminal.type(PseudoTerminal.controlD)
    #expect(try terminal.end() == 0)
  }

  @Test func `a pack with a broken pattern answers nothing and every problem is listed`() throws {
    let folder = try TinyPack.folder { $0.replacing("calf swollen", with: "calf (swollen") }
    let terminal = try PseudoTerminal(["--pack", "tiny"], in: folder)
    terminal.type("left calf swollen\r")
    #expect(try terminal.end() == 65)
    #expect(terminal.text.contains("all.yaml:\(TinyPack.line(of: "calf swollen"))"))
    #expect(!terminal.text.contains("Get this leg checked today"))
  }

  @Test func `row 3, Ctrl-C drops what was typed and nothing of it survives`() throws {
    let terminal = try chat()
    terminal.type("chest pa")
    try terminal.wait(for: "chest pa")
    terminal.type(PseudoTerminal.controlC)
    _ = try terminal.answer()
    let reply = try terminal.say("vitamins")
    #expect(reply.contains("vitamins\nVitamins are not"))
    #expect(!reply.contains("chest"), "the dropped words were kept")
  }

  @Test func `row 3, Ctrl-C on an empty line says how to leave, twice leaves`() throws {
    let terminal = try chat()
    terminal.type(PseudoTerminal.controlC)
    #expect(try terminal.answer().contains("Press Ctrl-C again to leave."))
    terminal.type(PseudoTerminal.controlC)
    #expect(try terminal.end() == 130)
    #expect(terminal.text.contains("I hope it goes well."))
  }

  @Test func `row 3, Ctrl-C, words, Ctrl-C does not leave`() throws {
    let terminal = try chat()
    terminal.type(PseudoTerminal.controlC)
    _ = try terminal.answer()
    _ = try terminal.say("vitamins")
    terminal.type(PseudoTerminal.controlC)
    #expect(try terminal.answer().contains("Press Ctrl-C again to leave."))
    terminal.type(PseudoTerminal.controlD)
    #expect(try terminal.end() == 0)
  }

  @Test func `row 1, Ctrl-D says goodbye with the advice that stands`() throws {
    let terminal = try chat(["--region", "GB"])
    _ = try terminal.say("chest pain")
    terminal.type(PseudoTerminal.controlD)
    let farewell = try terminal.wait(for: "I hope it goes well.")
    #expect(farewell.contains("Call 999 now."))
    #expect(try terminal.end() == 0)
  }

  @Test func `row 2, Ctrl-D behind text submits nothing`() throws {
    let terminal = try chat()
    terminal.type("vitamins" + PseudoTerminal.controlD + "\r")
    #expect(try terminal.answer().contains("Vitamins are not"))
  }

  @Test(arguments: [(SIGTERM, Int32(143)), (SIGHUP, Int32(129))])
  func `row 5, a signal to end leaves the terminal clean and the chat saved`(
    signal: Int32, status: Int32
  ) throws {
    let folder = try TinyPack.folder()
    let terminal = try chat(["--save", "a.chat"], in: folder)
    _ = try terminal.say("vitamins")
    terminal.type("half a li")
    try terminal.wait(for: "half a li")
    terminal.send(signal)
    #expect(try terminal.end() == status)
    #expect(folder.read("a.chat").contains("user: vitamins\n"))
    #expect(terminal.raw.hasSuffix("\u{1B}[?2004l\r\r\n") || terminal.raw.contains("\u{1B}[?2004l"))
  }

  @Test func `row 4, Ctrl-Z stops, and the line goes on where it was`() throws {
    // Only below a shell with job control can a program be stopped from the terminal.
    let terminal = try PseudoTerminal(
      ["--pack", "tiny"], in: TinyPack.folder(),
      underShell: "set -m; \"$@\"; echo stopped; read go; fg >/dev/null; echo ended $?")
    _ = try terminal.answer()
    terminal.type("vita")
    try terminal.wait(for: "vita")
    terminal.type(PseudoTerminal.controlZ)
    try terminal.wait(for: "stopped\n")
    terminal.type("\r")
    try terminal.wait(for: "> vita")
    terminal.type("mins\r")
    #expect(try terminal.answer().contains("Vitamins are not"))
    terminal.type(PseudoTerminal.controlD)
    try terminal.wait(for: "ended 0")
  }

  @Test func `a paste of several lines is one utterance`() throws {
    let folder = try TinyPack.folder()
    let terminal = try chat(["--save", "a.chat"], in: folder)
    terminal.paste("heavy legs\nsquats\n\nvitamins")
    try terminal.wait(for: "vitamins")
    terminal.type("\r")
    _ = try terminal.answer()
    #expect(folder.read("a.chat").contains("user: heavy legs, squats, vitamins\n"))
  }

  @Test(arguments: [("/su", "mmary"), ("/ret", "ry")])
  func `Tab completes commands`(typed: String, rest: String) throws {
    let terminal = try chat()
    terminal.type(typed + PseudoTerminal.tab)
    try terminal.wait(for: typed + rest)
  }

  @Test(arguments: [("che", "chest pain"), ("non", "none of these"), ("one c", "one calf swollen")])
  func `Tab completes what the open question understands`(typed: String, word: String) throws {
    let terminal = try chat()
    _ = try terminal.say("heavy legs")
    terminal.type(typed + PseudoTerminal.tab)
    try terminal.wait(for: word)
  }

  @Test func `the arrow key brings the last words back, answers are left out`() throws {
    let terminal = try chat()
    _ = try terminal.say("heavy legs")
    _ = try terminal.say("no")
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "heavy legs")
  }

  @Test func `settings of inputrc for heavylegs hold`() throws {
    let folder = try TinyPack.folder()
    try folder.write("$if heavylegs\n\"\\C-o\": \"vitamins\"\n$endif\n", to: "inputrc")
    let terminal = try chat(in: folder, environment: ["INPUTRC": folder("inputrc")])
    terminal.type("\u{F}\r")
    #expect(try terminal.answer().contains("Vitamins are not"))
  }

  @Test(arguments: [UInt16(1), 2, 7, 12, 20, 40, 80, 300])
  func `row 9, lines fit the width and a number is never cut`(columns: UInt16) throws {
    let terminal = try PseudoTerminal(
      ["--pack", "tiny", "--region", "GB"], in: TinyPack.folder(), columns: columns)
    try terminal.wait(for: "?")
    terminal.type("\r")
    try terminal.wait(for: ".")
    terminal.type(PseudoTerminal.controlC)
    try terminal.wait(for: ".")
    terminal.type("vitamins\r")
    let reply = try terminal.wait(for: "0800 111 0 111.")
    let lines: [Substring] = reply.split(separator: "\n")
    let answer = lines.drop { !$0.hasPrefix("Vit") && $0 != "V" }
    let longest = answer.map(\.count).max() ?? 0
    #expect(longest <= max(Int(columns), "0800 111 0 111.".count))
  }

  @Test func `row 9, a resize is seen by the next reply`() throws {
    let terminal = try chat(columns: 200)
    #expect(try !terminal.say("vitamins").contains("look\n"))
    terminal.resize(columns: 30)
    let reply = try terminal.say("vitamins")
    let lines: [Substring] = reply.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 30 })
  }

  @Test func `the first line of an emergency stands alone and is ruled off`() throws {
    let terminal = try chat(["--region", "GB"])
    let reply = try terminal.say("chest pain")
    #expect(reply.contains("\nCall 999 now.\n=============\n"))
  }

  @Test func `plain output has no rules`() throws {
    let terminal = try chat(["--region", "GB", "--plain"])
    let reply = try terminal.say("chest pain")
    #expect(reply.contains("\nCall 999 now.\n"))
    #expect(!reply.contains("==="))
  }

  @Test(
    arguments: [
      ([:], [], true),
      (["NO_COLOR": "1"], [], false),
      (["NO_COLOR": "1"], ["--color", "always"], true),
      ([:], ["--color", "never"], false),
      ([:], ["--plain"], false),
      (["TERM": "dumb"], [], false),
      (["TERM": "dumb", "CLICOLOR_FORCE": "1"], [], true),
    ] as [([String: String], [String], Bool)])
  func `row 11, colours come and go as asked`(
    environment: [String: String], arguments: [String], isColoured: Bool
  ) throws {
    let terminal = try chat(arguments, environment: environment)
    _ = try terminal.say("chest pain")
    #expect(terminal.raw.contains("\u{1B}[1;31m") == isColoured)
  }

  @Test func `a locale gives a region at a terminal, and says so`() throws {
    let terminal = try chat(environment: ["LC_MESSAGES": "en_US.UTF-8"])
    let reply = try terminal.say("chest pain")
    #expect(reply.contains("Call 911 now (United States). Elsewhere: 112, 999 or 000."))
  }

  @Test func `rows 35 and 36, history is kept on disk only when asked for, private`() throws {
    let state = try Scratch()
    let environment = ["XDG_STATE_HOME": state.path]
    let first = try chat(["--history"], environment: environment)
    _ = try first.say("vitamins")
    _ = try first.say("no")
    first.type(PseudoTerminal.controlD)
    #expect(try first.end() == 0)
    #expect(state.read("heavylegs/history") == "vitamins\n")
    #expect(state.mode(of: "heavylegs/history") == 0o600)
    #expect(state.mode(of: "heavylegs") == 0o700)
    let second = try chat(["--history"], environment: environment)
    second.type("\u{1B}[A")
    try second.wait(for: "vitamins")
    let forgotten = try Program.run(["forget"], in: Scratch(), environment: environment)
    #expect(forgotten.output.contains("Deleted \(state.path)/heavylegs/history"))
    #expect(state.read("heavylegs/history").isEmpty)
  }

  @Test(
    arguments: [
      ([], true), (["--history"], false), (["--save", "kept.chat"], false),
    ] as [([String], Bool)])
  func `what is kept because it was asked for is not said to be stored nowhere`(
    arguments: [String], isPromised: Bool
  ) throws {
    let question = "What is going on with your legs?"
    let folder = try TinyPack.folder {
      $0.replacing(question, with: "{nothing_stored} " + question)
    }
    try folder.write(
      "wordings:\n  nothing_stored: Nothing is stored.\n  stored_as_asked: It is kept.\n",
      to: "Intents/tiny/kept.yaml")
    let terminal = try chat(
      arguments, in: folder, environment: ["XDG_STATE_HOME": folder("state")])
    #expect(terminal.text.contains("Nothing is stored.") == isPromised)
    #expect(terminal.text.contains("It is kept.") == !isPromised)
    terminal.type(PseudoTerminal.controlD)
    #expect(try terminal.end() == 0)
    // The saved chat passes as a script all the same.
    guard arguments.contains("--save") else { return }
    #expect(try Program.run(["test", "kept.chat"], in: folder).status == 0)
  }

  @Test func `row 12, a line in UTF-8 is understood in every locale`() throws {
    let terminal = try chat(environment: ["LANG": "C"])
    #expect(try terminal.say("héavy vitamins").contains("Vitamins are not"))
  }

  @Test func `reverse search brings a line back`() throws {
    let terminal = try chat()
    _ = try terminal.say("vitamins")
    _ = try terminal.say("heavy legs")
    terminal.type("\u{12}")
    try terminal.wait(for: "(reverse-i-search)")
    // Readline draws only what changes, so the line may come in pieces.
    terminal.type("vita")
    try terminal.wait(for: "vitamins")
    terminal.type("\r")
    #expect(try terminal.answer().contains("Vitamins are not"))
  }

  @Test func `Ctrl-C in a search leaves the search and nothing of it`() throws {
    let terminal = try chat()
    _ = try terminal.say("heavy legs")
    terminal.type("\u{12}")
    try terminal.wait(for: "(reverse-i-search)")
    // One letter, so that nothing is on its way when the search is left.
    terminal.type("h")
    try terminal.wait(for: "heavy legs")
    terminal.type(PseudoTerminal.controlC)
    _ = try terminal.answer()
    let reply = try terminal.say("vitamins")
    #expect(reply.contains("vitamins\nVitamins are not"))
  }

  @Test func `Ctrl-C while a search is typed is never kept waiting`() throws {
    let terminal = try chat()
    _ = try terminal.say("heavy legs")
    // The terminal drops letters that the program was just told of: now and then it comes to read one that is gone.
    for round in 0..<600 {
      terminal.type("\u{12}")
      try terminal.wait(for: "(reverse-i-search)")
      for letter in String(repeating: "heavy legs ", count: 4).prefix(1 + round % 40) {
        terminal.type(String(letter))
      }
      terminal.type(PseudoTerminal.controlC)
      _ = try terminal.answer()
    }
  }
}
