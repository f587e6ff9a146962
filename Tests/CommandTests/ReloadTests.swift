import Glibc
import TestSupport
import Testing

/// `/reload`: an author changes the pack while the chat stands.
struct ReloadTests {
  private let folder: Scratch
  private let terminal: PseudoTerminal

  init() throws {
    folder = try TinyPack.folder {
      $0.replacing(
        "  goodbye:",
        with: """
            reload_files: "Changed: {files}."
            reload_nothing: Nothing changed.
            reload_broken: I keep the pack I have.
            reload_refused: Milder. I keep the pack I have.
            reload_removes: "Lost: {names}."
            reloaded: "Read again, {count} differ."
            reload_differs: "At {line}: {reply}"
            goodbye:
          """)
    }
    terminal = try PseudoTerminal(["--pack", "tiny", "--region", "GB"], in: folder, columns: 200)
    _ = try terminal.answer()
  }

  private func change(_ from: String, _ to: String) throws {
    let text = folder.read("Intents/tiny/all.yaml")
    #expect(text.contains(from))
    try folder.write(text.replacing(from, with: to), to: "Intents/tiny/all.yaml")
  }

  @Test func `it says which files changed and what comes out differently`() throws {
    #expect(try terminal.say("/reload").contains("Nothing changed."))
    _ = try terminal.say("my left calf is swollen")
    try change("first: Get this leg checked", "first: Have this leg seen")
    let shown = try terminal.say("/reload")
    #expect(shown.contains("Changed: Intents/tiny/all.yaml."))
    #expect(shown.contains("Read again, 1 differ."), "\(shown)")
    #expect(shown.contains("At my left calf is swollen:"))
    #expect(shown.contains("Have this leg seen"))
    #expect(try terminal.say("/reload").contains("Nothing changed."))
  }

  @Test func `a bad edit keeps the last good pack and says why`() throws {
    let text = folder.read("Intents/tiny/all.yaml")
    try change("raise:", "rise:")
    let shown = try terminal.say("/reload")
    #expect(shown.contains("I keep the pack I have."))
    #expect(shown.contains("[unknown-key]"))
    #expect(shown.contains("all.yaml:"))
    #expect(try terminal.say("my left calf is swollen").contains("calf is swollen"))
    try folder.write(text, to: "Intents/tiny/all.yaml")
    #expect(try terminal.say("/reload").contains("Nothing changed."))
  }

  @Test func `a milder pack is not taken once a danger stands`() throws {
    _ = try terminal.say("my left calf is swollen")
    try change("      urgent: |", "      soon: |")
    let shown = try terminal.say("/reload")
    #expect(shown.contains("Milder. I keep the pack I have."), "\(shown)")
  }
}
