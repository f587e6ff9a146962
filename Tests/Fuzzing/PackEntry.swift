import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing
import PackChecking
import TestSupport

/// The files of a pack, with a line `=== name` between one and the next: read, checked, and when
/// nothing is wrong with them talked with.
enum PackEntry {
  static func broken(by text: String) -> String? {
    let files = Self.files(of: text)
    let reader = PackReader(locator: PackLocator(folders: []))
    let reading = reader.read(texts: files)
    let known = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { a, _ in a })
    for (path, text) in known where known.count == files.count {
      let lines = SourceFile(path: path, text: text)
      for diagnostic in reading.diagnostics where diagnostic.place.file == path {
        guard diagnostic.place.line >= 1, diagnostic.place.line <= lines.lineCount + 1,
          diagnostic.place.column >= 1
        else { return "\(diagnostic.code) points at \(diagnostic.place)" }
      }
    }
    let again = reader.read(texts: files)
    guard again.diagnostics == reading.diagnostics else { return "read twice, two lists" }
    var diagnostics = PackChecker().errors(in: reading)
    let renderer = DiagnosticRenderer(files: reading.files)
    _ = renderer.text(diagnostics) + renderer.json(diagnostics) + renderer.github(diagnostics)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let pack = CompiledPack(reading.draft, diagnostics: &diagnostics)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return talk(with: pack)
  }

  /// A pack that may be talked with answers every line.
  private static func talk(with pack: CompiledPack) -> String? {
    let day = CalendarDate(dayNumber: 20_468)
    let flags = pack.pack.redFlags.flatMap { $0.examples.map(\.value) }
    let findings = pack.pack.findings.flatMap { $0.examples.map(\.value) }
    let intents = pack.pack.intents.flatMap { $0.examples.map(\.value) }
    let said =
      ["hello", "none", "1", "yes", "no", "not sure", "3 weeks", ""]
      + findings.prefix(8) + intents.prefix(8) + flags.prefix(8)
    var turn = Conversation(on: day, region: .unknown, with: pack).opening(with: pack)
    for line in said {
      turn = turn.conversation.hearing(line, on: day, with: pack)
    }
    _ = turn.conversation.summary(with: pack).lines
    _ = turn.conversation.leaving(with: pack)
    return nil
  }

  /// The first file is the pack's own.
  private static func files(of text: String) -> [(path: String, text: String)] {
    var files: [(path: String, text: String)] = [("pack.yaml", "")]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("==="), files.count < 8 {
        files.append(("file\(files.count).yaml", ""))
      } else {
        files[files.count - 1].text += line + "\n"
      }
    }
    return files
  }
}
