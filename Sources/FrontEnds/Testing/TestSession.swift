import ConversationTesting
import DialogEngine
import Glibc
import IntentPacks
import LanguageProcessing

/// One `heavylegs test`: finds the scripts, runs them, says how it went.
struct TestSession {
  let options: Test
  let pack: LoadedPack

  /// The scripts of a run, and how they went.
  struct Round {
    var scripts: [Script]
    var report: TestReport
  }

  init(_ options: Test) throws {
    self.options = options
    pack = try options.talk.pack.load()
  }

  func run() throws {
    var printer = TestPrinter(
      options.json ? .json : options.tap ? .tap : .text, isVerbose: options.verbose)
    var round = try round()
    if options.update, try update(round.report, &printer) { round = try self.round() }
    let report = round.report
    try printer.add(report)
    if let path = options.junit { try TextFile.write(report.junit, to: path) }
    let fallsShort = try measure(round, &printer)
    try printer.finish()
    if report.diagnostics.contains(where: { $0.severity == .error }) { throw Stop("", .badData) }
    if report.failed > 0 || report.isNothing || fallsShort { throw Stop("", .fellShort) }
  }

  // MARK: Finding

  private func suite() throws -> ScriptSuite {
    let paths =
      options.paths.isEmpty ? pack.pack.folders : options.paths.flatMap(ScriptPaths.expanded)
    var suite = ScriptSuite(paths: paths)
    guard suite.missing.isEmpty else {
      throw Stop(
        suite.missing.map { "there is no \($0)" }.joined(separator: "\n"), .missingInput)
    }
    suite.filter(options.filter)
    suite.keep(tags: options.tags.flatMap { $0.split(separator: ",").map(String.init) })
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
  func name(of script: Script) -> String {
    guard let name = script.pack?.value, name != pack.pack.id, name != options.talk.pack.pack
    else { return "" }
    guard name.contains("/"), !name.hasPrefix("/") else { return name }
    return FileSystem.join(FileSystem.parent(of: script.file.path), name)
  }

  // MARK: Running

  private func round() throws -> Round {
    var suite = try suite()
    let record = FailureRecord()
    if options.failed { record.narrow(&suite) }
    let chosen = suite.scripts.count
    if let shard = options.shard { suite.keep(part: shard.part, of: shard.parts) }
    let (packs, diagnostics) = try packs(for: suite)
    let bad = Set(diagnostics.filter { $0.severity == .error }.map(\.place.file))
    let scripts = suite.scripts.filter { !bad.contains($0.file.path) }
    let start = Clock.nanoseconds
    var report = TestReport(
      results: play(scripts, packs), diagnostics: suite.diagnostics + diagnostics,
      files: suite.files)
    report.seconds = Double(Clock.nanoseconds - start) / 1e9
    report.found = suite.found
    report.leftToOthers = chosen - suite.scripts.count
    if options.failed { try record.keep(report) }
    return Round(scripts: scripts, report: report)
  }

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

  var jobs: Int {
    options.jobs > 0 ? options.jobs : Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}
