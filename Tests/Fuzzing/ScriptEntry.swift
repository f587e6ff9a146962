import ConversationTesting
import DialogEngine
import IntentPacks
import TestSupport

/// A script: read, checked, run on a small pack, reported in every form and updated.
enum ScriptEntry {
  static func broken(by text: String) -> String? {
    guard let pack else { return "no pack" }
    let suite = ScriptSuite(
      texts: [("fuzz.chat", text)], including: ["other.chat": "user: heavy legs\n"])
    let count = SourceFile(path: "fuzz.chat", text: text).lineCount
    for diagnostic in suite.diagnostics where diagnostic.place.file == "fuzz.chat" {
      guard diagnostic.place.line >= 1, diagnostic.place.line <= count + 1,
        diagnostic.place.column >= 1
      else { return "\(diagnostic.code) points at \(diagnostic.place)" }
    }
    let checker = ScriptChecker(pack: pack.pack)
    let diagnostics = suite.diagnostics + suite.scripts.prefix(8).flatMap(checker.check)
    _ = DiagnosticRenderer(files: suite.files).text(diagnostics)
    let runner = ScriptRunner(pack: pack)
    let results = suite.scripts.filter { $0.steps.count <= 60 }.prefix(4).map(runner.run)
    let report = TestReport(results: Array(results), diagnostics: diagnostics, files: suite.files)
    _ = report.text() + report.json() + report.tap + report.junit
    _ = ScriptUpdater().updates(for: Array(results))
    let again = suite.scripts.filter { $0.steps.count <= 60 }.prefix(4).map(runner.run)
    guard zip(results, again).allSatisfy({ $0.hasFailed == $1.hasFailed }) else {
      return "a script failed once and passed once"
    }
    return nil
  }

  private static let pack: CompiledPack? = {
    let reader = PackReader(locator: PackLocator(folders: []))
    let reading = reader.read(texts: [
      ("pack.yaml", TinyPack.head), ("all.yaml", TinyPack.body),
    ])
    var diagnostics: [Diagnostic] = []
    return reading.hasErrors ? nil : CompiledPack(reading.draft, diagnostics: &diagnostics)
  }()
}
