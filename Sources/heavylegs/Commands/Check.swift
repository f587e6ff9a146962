import ArgumentParser
import DialogEngine
import IntentPacks

/// Whether what an author wrote is sound.
struct Check: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github }

  static let configuration = CommandConfiguration(
    abstract: "Check a pack: every problem with its place and what to do.",
    discussion: """
      EXAMPLES:
        heavylegs check
        heavylegs check ./Intents/heavy-legs --strict
        heavylegs check --format github

      \(ExitStatus.help)
      """)

  @Argument(help: "Pack to check, by name or folder.")
  var pack = "heavy-legs"

  @Flag(help: "One JSON object with everything found; the same as --format json.")
  var json = false

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @Option(help: "How to print what is found.")
  var format = Format.text

  func run() throws {
    let reading = PackReader(locator: LoadedPack.locator).read(pack)
    var diagnostics = reading.diagnostics
    if reading.files.isEmpty { throw Stop(text(diagnostics, reading).trimmedEnd, .missingInput) }
    _ = CompiledPack(reading.draft, diagnostics: &diagnostics)
    diagnostics = diagnostics.uniquedAndSorted()
    let renderer = DiagnosticRenderer(files: reading.files)
    switch json ? .json : format {
    case .text:
      let words = diagnostics.isEmpty ? "\(reading.draft.id): nothing to complain about\n" : ""
      try Output.standard.write(words + text(diagnostics, reading))
    case .json: try Output.standard.write(renderer.json(diagnostics))
    case .github: try Output.standard.write(renderer.github(diagnostics))
    }
    let fails = diagnostics.contains { strict || $0.severity == .error }
    if fails { throw Stop("", .fellShort) }
  }

  private func text(_ diagnostics: [Diagnostic], _ reading: PackReading) -> String {
    Visible.text(DiagnosticRenderer(files: reading.files).text(diagnostics), lines: true)
  }
}
