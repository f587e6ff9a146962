import ArgumentParser
import DialogEngine
import IntentPacks
import PackChecking

/// `--pack`, for every command that reads one.
struct PackOption: ParsableArguments {
  static let defaultName = "heavy-legs"

  @Option(help: ArgumentHelp("Pack to talk with, by name or folder.", valueName: "name"))
  var pack = Self.defaultName

  /// The pack, read and compiled.
  ///
  /// - Throws: `Stop` with every problem when it cannot be talked with.
  func load() throws -> LoadedPack { try LoadedPack(pack) }
}

/// A pack ready for conversations, and how it was read.
struct LoadedPack: Sendable {
  let compiled: CompiledPack
  let reading: PackReading
  /// Warnings; a pack with errors is never loaded.
  let diagnostics: [Diagnostic]

  var pack: Pack { compiled.pack }

  /// Finds packs where the command line is used.
  static var locator: PackLocator {
    PackLocator(environment: Environment.forPacks, executable: FileSystem.executable)
  }

  /// - Parameter argument: a pack's name or folder.
  init(_ argument: String) throws {
    try self.init(argument, PackReader(locator: Self.locator).read(argument))
  }

  /// - Parameter reading: what was read for that argument.
  init(_ argument: String, _ reading: PackReading) throws {
    let (errors, made) = concurrently {
      PackChecker().errors(in: reading)
    } and: {
      var faulty: [Diagnostic] = []
      return (pack: CompiledPack(reading.draft, diagnostics: &faulty), faulty: faulty)
    }
    compiled = made.pack
    let diagnostics = (reading.diagnostics + errors + made.faulty).uniquedAndSorted()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw Self.broken(argument, reading, diagnostics)
    }
    self.reading = reading
    self.diagnostics = diagnostics
    warnOfOthers()
  }

  /// Advice that anybody on the machine may rewrite is told on standard error: whoever reads it should know.
  private func warnOfOthers() {
    let files = reading.files.keys.filter { $0.contains("/") }
    for path in (pack.folders + files).sorted() where FileSystem.isWritableByAll(path) {
      let words = "heavylegs: anybody on this machine may change \(path)"
      try? Output.errors.line(Visible.text(words))
      return
    }
  }

  private static func broken(
    _ argument: String, _ reading: PackReading, _ diagnostics: [Diagnostic]
  ) -> Stop {
    let errors = diagnostics.filter { $0.severity == .error }
    let text = DiagnosticRenderer(files: reading.files).text(errors)
    let isMissing =
      errors.count == 1 && errors.first?.code == "unknown-pack" && reading.files.isEmpty
    return isMissing
      ? Stop(text.trimmedEnd, .missingInput)
      : Stop("the pack \"\(argument)\" cannot be used\n" + text.trimmedEnd, .badData)
  }
}

extension String {
  /// Without line feeds at the end.
  var trimmedEnd: String {
    var text = self[...]
    while text.last == "\n" { text = text.dropLast() }
    return String(text)
  }
}
