import ArgumentParser
import IntentPacks
import PackChecking

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
        heavylegs check --watch                check again whenever a file is saved
        heavylegs check --explain unknown-finding

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

  @Option(help: ArgumentHelp("Explain the code of a problem, with an example.", valueName: "code"))
  var explain: String?

  @Flag(help: "Check again whenever a file of the pack is saved, until Ctrl-C.")
  var watch = false

  func run() throws {
    if let explain { return try Self.explain(explain) }
    guard watch else { return try once(read()) }
    try Watching.run {
      let reading = read()
      return (reading.draft.folders, { try once(reading) })
    }
  }

  private func read() -> PackReading { PackReader(locator: LoadedPack.locator).read(pack) }

  private func once(_ reading: PackReading) throws {
    if reading.files.isEmpty {
      throw Stop(text(reading.diagnostics, reading).trimmedEnd, .missingInput)
    }
    let diagnostics = PackChecker().check(reading)
    let renderer = DiagnosticRenderer(files: reading.files)
    switch json ? .json : format {
    case .text:
      let words = diagnostics.isEmpty ? "\(reading.draft.id): nothing to complain about\n" : ""
      try Output.standard.write(
        words + text(diagnostics, reading) + OverrideList(reading.draft).text)
    case .json: try Output.standard.write(renderer.json(diagnostics))
    case .github: try Output.standard.write(renderer.github(diagnostics))
    }
    let fails = diagnostics.contains { strict || $0.severity == .error }
    if fails { throw Stop("", .fellShort) }
  }

  private static func explain(_ code: String) throws {
    guard let rule = RuleCatalog.rule(code) else {
      let near = RuleCatalog.nearest(to: code).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Stop("no problem has the code \"\(code)\"\(near)", .wrongUsage)
    }
    var page = "\(rule.id) (\(rule.severity.rawValue)): \(rule.summary)\n"
    for (title, example) in [("Wrong", rule.bad), ("Right", rule.good)] where !example.isEmpty {
      let lines = example.trimmedEnd.split(separator: "\n", omittingEmptySubsequences: false)
      page += "\n\(title):\n" + lines.map { "  \($0)\n" }.joined()
    }
    try Output.standard.write(Visible.text(page, lines: true))
  }

  private func text(_ diagnostics: [Diagnostic], _ reading: PackReading) -> String {
    Visible.text(DiagnosticRenderer(files: reading.files).text(diagnostics), lines: true)
  }
}
