import ConversationTesting
import IntentPacks

/// Updating, coverage, mutants and the comparison with another pack.
extension TestSession {
  /// Rewrites `bot:` lines that no longer hold.
  ///
  /// - Returns: whether a file was changed.
  func update(_ report: TestReport, _ printer: inout TestPrinter) throws -> Bool {
    let updates = ScriptUpdater(named: options.updateGuarded).updates(for: report.results)
    var lines: [String] = []
    for update in updates {
      lines += update.changes + update.refusals
      guard !update.changes.isEmpty else { continue }
      try TextFile.write(update.text, to: update.path)
      lines.append(
        "\(update.path): \(update.changes.count) line\(update.changes.count == 1 ? "" : "s") changed"
      )
    }
    if updates.isEmpty { lines.append("no bot: line differs") }
    try printer.add(
      "update", text: lines.map { $0 + "\n" }.joined(), json: ScriptUpdater.json(updates))
    return updates.contains { !$0.changes.isEmpty }
  }

  /// What was asked for besides the results.
  ///
  /// - Returns: whether one of them fell short.
  func measure(_ round: Round, _ printer: inout TestPrinter) throws -> Bool {
    var fallsShort = false
    if options.measures.needsCoverage { fallsShort = try coverage(round.report, &printer) }
    if options.measures.mutate { fallsShort = try mutate(round.report, &printer) || fallsShort }
    if let other = options.against { try compare(round.scripts, with: LoadedPack(other), &printer) }
    return fallsShort
  }

  private func coverage(_ report: TestReport, _ printer: inout TestPrinter) throws -> Bool {
    let measures = options.measures
    var coverage = Coverage(of: pack.compiled)
    for result in report.results where name(of: result.script).isEmpty { coverage.add(result) }
    if measures.coverage {
      try printer.add("coverage", text: coverage.text, json: coverage.json)
    }
    if let path = measures.coverageJSON { try TextFile.write(coverage.json + "\n", to: path) }
    if let path = measures.lcov { try TextFile.write(coverage.lcov, to: path) }
    guard let least = measures.minCoverage, coverage.percent < least else { return false }
    let message = "coverage is \(coverage.share), below \(Coverage.shown(least)) %"
    try printer.add("coverage_falls_short", text: message + "\n", json: "true")
    return true
  }

  private func mutate(_ report: TestReport, _ printer: inout TestPrinter) throws -> Bool {
    let start = Clock.nanoseconds
    let measures = options.measures
    let run = MutationRun(
      pack: pack.compiled, results: report.results.filter { name(of: $0.script).isEmpty })
    let mutants = run.mutants(
      sample: measures.sample, seed: measures.seed, kinds: measures.mutants.kinds)
    let progress = Progress(of: mutants.count, "mutants")
    var outcome = MutationReport(run.run(mutants, jobs: jobs, progress: progress.told))
    outcome.equal = run.equal
    outcome.seconds = Double(Clock.nanoseconds - start) / 1e9
    try printer.add("mutation", text: outcome.text, json: outcome.json)
    return outcome.fallsShort
  }

  private func compare(
    _ scripts: [Script], with other: LoadedPack, _ printer: inout TestPrinter
  ) throws {
    let comparison = PackComparison(
      from: pack.compiled, to: other.compiled, showsReplies: options.verbose)
    let differences = comparison.differences(for: scripts)
    let grave = differences.count(where: \.isGrave)
    let text =
      differences.map(\.text).joined()
      + "\(differences.count) of \(scripts.count) talks differ, \(grave) of them in a level or flag\n"
    try printer.add("against", text: text, json: PackComparison.json(differences))
  }
}
