import TestSupport
import Testing

/// The manual page and the completions that an installation brings.
struct InstallTests {
  @Test func `the manual page knows every command and every option`() throws {
    let page = Scratch.read(TestPack.root + "/docs/heavylegs.1")
    #expect(page.contains(".Dt HEAVYLEGS 1"))
    let help = try Program.run(["--help"], in: Scratch()).output
    let commands = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0 != "See" }
    #expect(commands.count >= 10)
    for command in commands {
      #expect(page.contains(".It Em \(command)"), "no \(command): run script/manual")
      let text = try Program.run([command, "--help"], in: Scratch()).output
      let words = text.drop { $0 != "\n" }.split {
        $0 == " " || $0 == "\n" || $0 == "/" || $0 == ","
      }
      for option in words where option.hasPrefix("--") && text.contains("  \(option)") {
        let name = option.dropFirst().prefix { $0.isLetter || $0 == "-" }
        let isThere = page.contains("Fl \(name)") || page.contains(", \(name)")
        #expect(isThere, "no -\(name) of \(command): run script/manual")
      }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are written for every shell`(shell: String) throws {
    let run = try Program.run(["--generate-completion-script", shell], in: Scratch())
    #expect(run.status == 0)
    for word in ["explain", "region", "pack"] { #expect(run.output.contains(word)) }
  }

  @Test func `bash completes commands and options`() throws {
    let folder = try Scratch()
    let script = try Program.run(["--generate-completion-script", "bash"], in: folder).output
    try folder.write(script, to: "completion.bash")
    let ask = """
      . ./completion.bash
      COMP_WORDS=(heavylegs "$1"); COMP_CWORD=1; COMP_LINE="heavylegs $1"; COMP_POINT=${#COMP_LINE}
      _heavylegs heavylegs "$1" heavylegs
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    try folder.write(ask, to: "ask.bash")
    let run = try Program.run([], in: folder, underShell: "exec bash ask.bash expl")
    #expect(run.output.contains("explain"), "\(run.errors)")
  }
}
