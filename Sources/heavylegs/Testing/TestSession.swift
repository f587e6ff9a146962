import ConversationTesting
import DialogEngine
import Glibc
import IntentPacks
import LanguageProcessing

/// One `heavylegs test`: finds the scripts, runs them, says how it went.
struct TestSession {
  let options: Test
  private let pack: LoadedPack

  init(_ options: Test) throws {
    self.options = options
    pack = try options.talk.pack.load()
  }

  func run() throws {
    var suite = try suite()
    let record = FailureRecord()
    if options.failed { record.narrow(&suite) }
    let (packs, diagnostics) = try packs(for: suite)
    let bad = Set(diagnostics.filter { $0.severity == .error }.map(\.place.file))
    let scripts = suite.scripts.filter { !bad.contains($0.file.path) }
    let start = Clock.nanoseconds
    let results = play(scripts, packs)
    let report = TestReport(
      results: results, diagnostics: suite.diagnostics + diagnostics, files: suite.files,
      seconds: Double(Clock.nanoseconds - start) / 1e9)
    if options.failed { try record.keep(report) }
    try print(report)
    let fallsShort = try after(report, scripts)
    if report.diagnostics.contains(where: { $0.severity == .error }) { throw Stop("", .badData) }
    if report.failed > 0 || report.isEmpty || fallsShort { throw Stop("", .fellShort) }
  }

  // MARK: Finding

  private func suite() throws -> ScriptSuite {
    let paths = options.paths.isEmpty ? pack.pack.folders : options.paths
    var suite = ScriptSuite(paths: paths)
    guard suite.missing.isEmpty else {
      throw Stop(
        suite.missing.map { "there is no \($0)" }.joined(separator: "\n"), .missingInput)
    }
    suite.filter(options.filter)
    suite.keep(tags: options.tags.flatMap { $0.split(separator: ",").map(String.init) })
    if let shard = options.shard { suite.keep(part: shard.part, of: shard.parts) }
    let region = options.talk.region == nil ? nil : try options.talk.regionChoice(in: pack.pack)
    suite.assume(date: options.talk.date, region: region)
    return suite
  }

  /// The packs that scripts name besides the one of the command line, and the unknown ids in all scripts.
  private func packs(for suite: ScriptSuite) throws -> ([String: LoadedPack], [Diagnostic]) {
    var packs: [String: LoadedPack] = [:]
    var checkers: [String: ScriptChecker] = ["": ScriptChecker(pack: pack.pack)]
    var diagnostics: [Diagnostic] = []
    for script in suite.scripts {
      let name = name(of: script)
      if checkers[name] == nil {
        let loaded = try LoadedPack(name)
        packs[name] = loaded
        checkers[name] = ScriptChecker(pack: loaded.pack)
      }
      diagnostics += checkers[name]?.check(script) ?? []
    }
    return (packs, diagnostics.uniquedAndSorted())
  }

  /// The name under which a script's pack is loaded; empty for the one of the command line.
  private func name(of script: Script) -> String {
    guard let name = script.pack?.value, name != pack.pack.id, name != options.talk.pack.pack
    else { return "" }
    guard name.contains("/"), !name.hasPrefix("/") else { return name }
    return FileSystem.join(FileSystem.parent(of: script.file.path), name)
  }

  // MARK: Running

  private func play(_ scripts: [Script], _ packs: [String: LoadedPack]) -> [ScriptResult] {
    let names = scripts.map(name)
    var results = [ScriptResult?](repeating: nil, count: scripts.count)
    for name in Set(names).sorted() {
      let numbers = scripts.indices.filter { names[$0] == name }
      let played = testRun(numbers.count).run(
        numbers.map { scripts[$0] }, with: (packs[name] ?? pack).compiled,
        other: { ScriptSuite.script(at: $0) })
      for (number, result) in zip(numbers, played) { results[number] = result }
    }
    return results.compactMap { $0 }
  }

  private func testRun(_ count: Int) -> TestRun {
    var run = TestRun()
    run.jobs = jobs
    run.failsFast = options.failFast
    run.keepsPlays = options.update || options.measures.needsPlays
    run.progress = Progress(of: count, "scripts").told
    return run
  }

  private var jobs: Int {
    options.jobs > 0 ? options.jobs : Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  // MARK: Telling

  private func print(_ report: TestReport) throws {
    let text =
      options.json ? report.json : options.tap ? report.tap : report.text(verbose: options.verbose)
    try Output.standard.write(Visible.text(text, lines: true))
    if let path = options.junit { try TextFile.write(report.junit, to: path) }
  }

  /// Updating, coverage, mutants and the comparison with another pack.
  ///
  /// - Returns: whether one of them fell short.
  private func after(_ report: TestReport, _ scripts: [Script]) throws -> Bool {
    if options.update { try update(report) }
    var fallsShort = false
    if options.measures.needsPlays { fallsShort = try coverage(report) }
    if options.measures.mutate { fallsShort = try mutate(report) || fallsShort }
    if let other = options.against { try compare(scripts, with: LoadedPack(other)) }
    return fallsShort
  }

  private func update(_ report: TestReport) throws {
    let updates = ScriptUpdater(named: options.updateGuarded).updates(for: report.results)
    for update in updates {
      for line in update.changes + update.refusals { try say(line) }
      if !update.changes.isEmpty {
        try TextFile.write(update.text, to: update.path)
        try say("\(update.path): \(update.changes.count) lines changed")
      }
    }
    if updates.isEmpty { try say("no bot: line differs") }
  }

  private func coverage(_ report: TestReport) throws -> Bool {
    var coverage = Coverage(of: pack.compiled)
    for result in report.results where name(of: result.script).isEmpty { coverage.add(result) }
    if options.measures.coverage { try say(coverage.text, terminator: "") }
    if let path = options.measures.coverageJSON { try TextFile.write(coverage.json, to: path) }
    if let path = options.measures.lcov { try TextFile.write(coverage.lcov, to: path) }
    guard let least = options.measures.minCoverage, coverage.percent < least else { return false }
    try say("coverage is below \(least) %")
    return true
  }

  private func mutate(_ report: TestReport) throws -> Bool {
    let run = MutationRun(
      pack: pack.compiled, results: report.results.filter { name(of: $0.script).isEmpty })
    let mutants = run.mutants(sample: options.measures.sample, seed: options.measures.seed)
    let progress = Progress(of: mutants.count, "mutants")
    let outcome = MutationReport(run.run(mutants, jobs: jobs, progress: progress.told))
    try say(options.json ? outcome.json : outcome.text, terminator: "")
    return outcome.fallsShort
  }

  private func compare(_ scripts: [Script], with other: LoadedPack) throws {
    let comparison = PackComparison(
      from: pack.compiled, to: other.compiled, showsReplies: options.verbose)
    let differences = comparison.differences(for: scripts)
    for difference in differences { try say(difference.text, terminator: "") }
    let grave = differences.count(where: \.isGrave)
    try say(
      "\(differences.count) of \(scripts.count) talks differ, \(grave) of them in a level or flag")
  }

  private func say(_ text: String, terminator: String = "\n") throws {
    try Output.standard.write(Visible.text(text, lines: true) + terminator)
  }
}
