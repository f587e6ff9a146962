import ArgumentParser
import DialogEngine
import Dispatch
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

  /// The pack, read; what it hears with is not compiled: see `prepare` and `settle`.
  ///
  /// - Throws: `Stop` with every problem when reading found one that forbids to talk.
  func begin() throws -> LoadedPack {
    try LoadedPack(pack, PackReader(locator: LoadedPack.locator).read(pack), settled: false)
  }
}

/// A pack ready for conversations, and how it was read.
struct LoadedPack: Sendable {
  let compiled: CompiledPack
  let reading: PackReading
  /// What `--pack` was given.
  private let argument: String
  /// What forbids to talk with the pack, as far as rules tell.
  private let errors: Awaited<FoundErrors>

  var pack: Pack { compiled.pack }

  /// Finds packs where the command line is used.
  static var locator: PackLocator {
    PackLocator(environment: Environment.forPacks, executable: FileSystem.executable)
  }

  /// - Parameter argument: a pack's name or folder.
  init(_ argument: String) throws {
    try self.init(argument, PackReader(locator: Self.locator).read(argument))
  }

  /// - Parameters:
  ///   - reading: what was read for that argument.
  ///   - settled: whether the pack is made ready at once; else `settle` has to be called before something is heard.
  init(_ argument: String, _ reading: PackReading, settled: Bool = true) throws {
    self.argument = argument
    self.reading = reading
    let isNeededNow = settled || reading.hasErrors
    // From here on the patterns are compiled on another thread.
    compiled = CompiledPack(beginning: reading.draft, isBegun: isNeededNow)
    errors =
      isNeededNow
      ? Awaited(known: FoundErrors(reading))
      : Awaited(isBegun: false) { [compiled] in
        _ = compiled.patternProblems
        return FoundErrors(reading)
      }
    if isNeededNow { try settle() }
    warnOfOthers()
  }

  /// Begins on other threads what `settle` waits for, and then what a line may need that no pattern understands.
  func prepare() {
    compiled.begin()
    errors.begin()
    DispatchQueue.global(qos: .utility).async { [compiled] in compiled.prepareForTheUnexpected() }
  }

  /// Waits until all is compiled and checked.
  ///
  /// - Throws: `Stop` with every problem when the pack cannot be talked with.
  func settle() throws {
    let errors = errors.value.diagnostics + compiled.patternProblems
    guard reading.hasErrors || errors.contains(where: { $0.severity == .error }) else { return }
    throw Self.broken(argument, reading, (reading.diagnostics + errors).uniquedAndSorted())
  }

  /// The errors that the rules find in a pack.
  private final class FoundErrors: Sendable {
    let diagnostics: [Diagnostic]

    init(_ reading: PackReading) { diagnostics = PackChecker().errors(in: reading) }
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
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
