import ArgumentParser
import IntentPacks
import PackChecking

/// Whether what an author wrote is sound.
struct Check: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, markdown }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a pack: every problem with its place and what to do.",
    discussion: """
      EXAMPLES:
        heavylegs check
        heavylegs check ./Intents/heavy-legs --strict
        heavylegs check --format github
        heavylegs check --watch                check again whenever a file is saved
        heavylegs check --explain unknown-finding
        heavylegs check --explain all --format markdown > docs/codes.md

      \(ExitStatus.help)
      """)

  @Argument(help: "Pack to check, by name or folder.")
  var pack = PackOption.defaultName

  @Flag(help: "One JSON object with everything found; the same as --format json.")
  var json = false

  @Flag(help: "Warnings count as errors.")
  var strict = false

  @Option(help: "How to print what is found; markdown is for --explain all.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Explain the code of a problem, with examples; all explains every code.", valueName: "code"))
  var explain: String?

  @Flag(help: "Check again whenever a file of the pack is saved, until Ctrl-C.")
  var watch = false

  func run() throws {
    if let explain { return try self.explain(explain) }
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
    let verdict = PackChecker().judge(reading)
    let diagnostics = verdict.diagnostics
    let renderer = DiagnosticRenderer(files: reading.files)
    switch json ? .json : format {
    case .text:
      let words = diagnostics.isEmpty ? "\(reading.draft.id): nothing to complain about\n" : ""
      let talk = verdict.longestTalk.flatMap {
        $0.questions == 0
          ? nil
          : "The longest talk found asks \($0.questions) questions; at most \(LongestTalk.limit) are right.\n"
      }
      try Output.standard.write(
        words + text(diagnostics, reading) + (talk ?? "") + OverrideList(reading.draft).text)
    case .json:
      try Output.standard.write(
        renderer.json(diagnostics, facts: [("longest_talk", verdict.longestTalk?.questions)]))
    case .github: try Output.standard.write(renderer.github(diagnostics))
    case .markdown: throw Stop("--format markdown is for --explain all", .wrongUsage)
    }
    let fails = diagnostics.contains { strict || $0.severity == .error }
    if fails { throw Stop("", .fellShort) }
  }

  private func explain(_ code: String) throws {
    if code == "all" {
      switch json ? .json : format {
      case .json: return try Output.standard.write(RulePages.json)
      case .markdown: return try Output.standard.write(RulePages.markdown)
      case .text, .github:
        let pages = RulePages.rules.map(RulePages.text).joined(separator: "\n")
        return try Output.standard.write(Visible.text(pages, lines: true))
      }
    }
    guard let rule = RuleCatalog.rule(code) else {
      let near = RuleCatalog.nearest(to: code).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Stop("no problem has the code \"\(code)\"\(near)", .wrongUsage)
    }
    try Output.standard.write(Visible.text(RulePages.text(rule), lines: true))
  }

  private func text(_ diagnostics: [Diagnostic], _ reading: PackReading) -> String {
    Visible.text(DiagnosticRenderer(files: reading.files).text(diagnostics), lines: true)
  }
}
