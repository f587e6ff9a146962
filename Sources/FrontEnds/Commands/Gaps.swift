import ArgumentParser
import ConversationTesting
import IntentPacks

/// What saved chats said that nothing matched.
struct Gaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "List what users said in saved chats that was not understood.",
    discussion: """
      EXAMPLE:
        heavylegs gaps chats/*.chat

      Lines said alike stand together, with the nearest pattern and a test ready to
      be used.

      \(ExitStatus.help)
      """)

  @Argument(help: "Saved chats, or folders of them.")
  var paths: [String]

  @OptionGroup var pack: PackOption

  func run() throws {
    let loaded = try pack.load()
    let suite = ScriptSuite(paths: paths)
    guard suite.missing.isEmpty else {
      throw Stop(suite.missing.map { "there is no \($0)" }.joined(separator: "\n"), .missingInput)
    }
    guard !suite.diagnostics.contains(where: { $0.severity == .error }) else {
      let text = DiagnosticRenderer(files: suite.files).text(suite.diagnostics)
      throw Stop("not every chat can be read\n" + text.trimmedEnd, .badData)
    }
    guard !suite.scripts.isEmpty else { throw Stop("no chats were found", .missingInput) }
    let gaps = ConversationTesting.Gaps(in: suite.scripts, with: loaded.compiled)
    try Output.standard.write(Visible.text(gaps.text, lines: true))
  }
}
