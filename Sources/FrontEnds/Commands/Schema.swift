import ArgumentParser
import PackChecking

/// The JSON Schema of pack files.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of pack files, for editors.",
    discussion: """
      EXAMPLE:
        heavylegs schema > Intents/schema.json

      \(ExitStatus.help)
      """)

  func run() throws { try Output.standard.write(PackSchema.text) }
}
