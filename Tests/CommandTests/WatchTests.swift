import Glibc
import TestSupport
import Testing

/// `--watch`: what is saved is checked or tested again, however an editor saves it.
struct WatchTests {
  private static let waiting = "Watching for changes; Ctrl-C ends it."

  @Test func `check runs again on a save, a rename, a new file and a new folder`() throws {
    let folder = try TinyPack.folder()
    let terminal = try PseudoTerminal(["check", "--watch", "tiny"], in: folder)
    try terminal.wait(for: Self.waiting)

    try folder.write("causes: 7\n", to: "Intents/tiny/more.yaml")
    try terminal.wait(for: "Saved: Intents/tiny/more.yaml")
    try terminal.wait(for: "[wrong-type]")
    try terminal.wait(for: Self.waiting)

    // An editor that writes beside the file and puts it in its place.
    try folder.write("concepts: {}\n", to: "Intents/tiny/.more.yaml.new")
    #expect(rename(folder("Intents/tiny/.more.yaml.new"), folder("Intents/tiny/more.yaml")) == 0)
    try terminal.wait(for: "Saved: Intents/tiny/more.yaml")
    let mended = try terminal.wait(for: Self.waiting)
    #expect(!mended.contains("wrong-type"))

    try folder.write("causes: 7\n", to: "Intents/tiny/deep/deeper/new.yaml")
    try terminal.wait(for: "new.yaml")
    try terminal.wait(for: "[wrong-type]")
    try terminal.wait(for: Self.waiting)

    unlink(folder("Intents/tiny/deep/deeper/new.yaml"))
    try terminal.wait(for: "Saved: Intents/tiny/deep/deeper/new.yaml")
    let gone = try terminal.wait(for: Self.waiting)
    #expect(!gone.contains("wrong-type"))
    terminal.type(PseudoTerminal.controlC)
    #expect(try terminal.end() == 130)
  }

  @Test func `test runs again when a script or the pack is saved, also after a broken pack`() throws
  {
    let folder = try TinyPack.folder()
    try folder.write(
      "title: One\nuser: my left calf is swollen\nexpect: level urgent\n", to: "one.chat")
    let terminal = try PseudoTerminal(
      ["test", "--watch", "--pack", "tiny", "one.chat"], in: folder)
    try terminal.wait(for: "1 passed")
    try terminal.wait(for: Self.waiting)
    try folder.write(
      "title: One\nuser: my left calf is swollen\nexpect: level routine\n", to: "one.chat")
    try terminal.wait(for: "FAIL one.chat")
    try terminal.wait(for: Self.waiting)
    try folder.write("causes: 7\n", to: "Intents/tiny/more.yaml")
    try terminal.wait(for: "cannot be used")
    try terminal.wait(for: Self.waiting)
    unlink(folder("Intents/tiny/more.yaml"))
    try folder.write(
      "title: One\nuser: my left calf is swollen\nexpect: level urgent\n", to: "one.chat")
    try terminal.wait(for: "1 passed")
    terminal.type(PseudoTerminal.controlC)
    #expect(try terminal.end() == 130)
  }

  @Test func `a pack that is not there is not waited for`() throws {
    let run = try Program.run(["check", "--watch", "nowhere"], in: Scratch())
    #expect(run.status == 66)
  }
}
