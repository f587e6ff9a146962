import ConversationTesting
import IntentPacks

/// The scripts that failed last, kept where the user asked for it with `--failed`.
struct FailureRecord {
  private let path: String?

  init() { path = Environment.stateFolder.map { FileSystem.join($0, "failed-scripts") } }

  /// Keeps the scripts that failed last; all of them when none is on record.
  func narrow(_ suite: inout ScriptSuite) {
    guard let path, let bytes = FileSystem.bytes(of: path, limit: 1 << 20) else { return }
    let names = Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    if suite.scripts.contains(where: { names.contains(Self.name($0)) }) {
      suite.keep { names.contains(Self.name($0)) }
    }
  }

  func keep(_ report: TestReport) throws {
    guard let path else { return }
    try PrivateFile.makeFolder(FileSystem.parent(of: path))
    let names = report.results.filter(\.hasFailed).map { Self.name($0.script) }
    let text = names.map { $0 + "\n" }.joined()
    try PrivateFile.write(text, to: path, mayOverwrite: true)
  }

  private static func name(_ script: Script) -> String {
    (FileSystem.resolved(script.file.path) ?? script.file.path)
      + (script.row.map { "\t\($0)" } ?? "")
  }
}
