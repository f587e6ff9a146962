import Glibc
import TestSupport
import Testing

/// What stands on the screen in five conversations, whole: `RECORD_SNAPSHOTS=1 swift test --filter Screen` writes the
/// snapshots anew.
@Suite(.serialized) struct ScreenTests {
  struct Screen: CustomTestStringConvertible, Sendable {
    var name: String
    var said: [String]
    var arguments: [String] = ["--region", "GB"]
    var environment: [String: String] = [:]
    var columns: UInt16 = 80

    var testDescription: String { name }
  }

  static let screens = [
    Screen(
      name: "an emergency in colour", said: ["crushing chest pain", "vitamins", "heavy legs"]),
    Screen(
      name: "a swollen calf without colour in 40 columns",
      said: ["left calf swollen", "how bad", "no calf swollen"],
      environment: ["NO_COLOR": "1"], columns: 40),
    Screen(
      name: "heavy legs to the causes in 60 columns", said: ["heavy legs", "none", "yes", "why"],
      environment: ["NO_COLOR": "1"], columns: 60),
    Screen(
      name: "commands in ASCII for a screen reader",
      said: [
        "/help", "/sumary", "heavy legs", "2", "/explain", "/level", "/back", "/retry vitamins",
      ],
      arguments: ["--plain"], environment: ["LANG": "C"], columns: 100),
    Screen(
      name: "a narrow screen of 18 columns",
      said: ["heavy legs", "not sure", "blah blah", "", "chest pain"],
      environment: ["TERM": "dumb"], columns: 18),
  ]

  @Test(arguments: screens)
  func `the whole screen is as it was`(screen: Screen) throws {
    let terminal = try PseudoTerminal(
      ["--pack", "tiny", "--date", "2026-03-02"] + screen.arguments, in: TinyPack.folder(),
      environment: screen.environment, columns: screen.columns)
    _ = try terminal.answer()
    for line in screen.said { _ = try terminal.say(line) }
    terminal.type(PseudoTerminal.controlD)
    #expect(try terminal.end() == 0)
    let shown = Self.shown(terminal.raw)
    let path =
      TestPack.root + "/Tests/CommandTests/Snapshots/"
      + screen.name.map { $0 == " " ? "-" : String($0) }.joined() + ".txt"
    if getenv("RECORD_SNAPSHOTS") != nil { try Self.record(shown, at: path) }
    let stored = Scratch.read(path)
    #expect(!stored.isEmpty, "no snapshot; record it and look at it")
    #expect(shown == stored)
  }

  /// The stream with colours made visible; what switches pastes and moves to the line's start is left out.
  private static func shown(_ raw: String) -> String {
    raw.replacing("\u{1B}[?2004h", with: "").replacing("\u{1B}[?2004l", with: "")
      .unicodeScalars.filter { $0 != "\r" }
      .map { $0 == "\u{1B}" ? "␛" : String($0) }.joined()
  }

  private static func record(_ text: String, at path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw TestFailure("cannot write \(path): \(errno)") }
    defer { close(descriptor) }
    var text = text
    text.withUTF8 { bytes in _ = Glibc.write(descriptor, bytes.baseAddress, bytes.count) }
  }
}
