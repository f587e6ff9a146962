import ArgumentParser
import ConversationTesting
import DialogEngine
import Glibc
import IntentPacks

/// Runs conversations written down as scripts.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run conversation scripts (.chat): without paths, the pack's own.",
    discussion: """
      EXAMPLES:
        heavylegs test
        heavylegs test clots.chat more/ 'talks/0*.chat' --jobs 4 --junit report.xml
        heavylegs test --update talk.chat        rewrites its bot: lines
        heavylegs test --coverage --min-coverage 80
        heavylegs test --against ../edited/heavy-legs
        heavylegs test --watch                 again whenever a file is saved

      The format of scripts is described in docs/scripts.md.

      \(ExitStatus.help)
      """)

  @Argument(help: "Scripts, folders of them, or patterns such as 'talks/*.chat'.")
  var paths: [String] = []

  @OptionGroup var talk: TalkOptions

  @Option(help: ArgumentHelp("Only scripts with this in their title or path.", valueName: "words"))
  var filter: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only scripts with one of these tags; -TAG leaves them out.", valueName: "tags"))
  var tags: [String] = []

  @Flag(
    help:
      "Only the scripts that failed in the last run with --failed, if any did; remembers what fails."
  )
  var failed = false

  @Option(help: ArgumentHelp("Scripts run at a time; 0 for one a processor.", valueName: "n"))
  var jobs = 0

  @Option(
    help: ArgumentHelp(
      "Only this part of the scripts, to share a run between machines.", valueName: "i/n"),
    transform: Shard.init(text:))
  var shard: Shard?

  @Flag(help: "Stop at the first failure.")
  var failFast = false

  @Flag(help: "Name every script.")
  var verbose = false

  @Flag(help: "Print TAP 14.")
  var tap = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(help: ArgumentHelp("Also write JUnit XML.", valueName: "file"))
  var junit: String?

  @Flag(help: "Rewrite the bot: lines of scripts whose replies differ.")
  var update = false

  @Option(
    help: ArgumentHelp(
      "With --update: also change this turn, which expects a level or flag.", valueName: "file:line"
    ))
  var updateGuarded: [String] = []

  @Option(help: ArgumentHelp("Show what another pack would change.", valueName: "pack"))
  var against: String?

  @Flag(help: "Run again whenever a file of the pack or a script is saved, until Ctrl-C.")
  var watch = false

  @OptionGroup(title: "Coverage and mutation") var measures: TestMeasures

  func validate() throws {
    guard (0...256).contains(jobs) else { throw ValidationError("--jobs goes from 0 to 256.") }
    if tap && json { throw ValidationError("--tap and --json exclude each other.") }
    if !updateGuarded.isEmpty && !update {
      throw ValidationError("--update-guarded goes with --update.")
    }
    if update, Environment.value("CI") == "true" {
      throw ValidationError(
        "--update is refused where CI=true: a test run must not rewrite its tests.")
    }
  }

  func run() throws {
    guard watch else { return try TestSession(self).run() }
    try Watching.run {
      let reading = PackReader(locator: LoadedPack.locator).read(talk.pack.pack)
      let scripts = paths.map { FileSystem.isFolder($0) ? $0 : FileSystem.parent(of: $0) }
      return (reading.draft.folders + scripts, { try TestSession(self).run() })
    }
  }
}

/// `--coverage`, `--mutate` and what belongs to them.
struct TestMeasures: ParsableArguments {
  @Flag(help: "Say what of the pack the scripts exercised.")
  var coverage = false

  @Option(help: ArgumentHelp("Write the coverage as JSON.", valueName: "file"))
  var coverageJSON: String?

  @Option(help: ArgumentHelp("Write the coverage as LCOV.", valueName: "file"))
  var lcov: String?

  @Option(
    help: ArgumentHelp("Fall short below this share of everything, in percent.", valueName: "n"))
  var minCoverage: Double?

  @Flag(help: "Change the pack in one place at a time and say which changes no test notices.")
  var mutate = false

  @Option(
    help: ArgumentHelp(
      "Only mutants of these kinds: \(Mutant.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kinds"), transform: MutantKinds.init(text:))
  var mutants = MutantKinds()

  @Option(help: ArgumentHelp("So many mutants instead of all.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("Chooses the sample.", valueName: "n"))
  var seed: UInt64 = 1

  var needsCoverage: Bool {
    coverage || coverageJSON != nil || lcov != nil || minCoverage != nil
  }

  /// Whether a measure needs the turns of the run.
  var needsPlays: Bool { needsCoverage || mutate }

  func validate() throws {
    if let sample, sample < 1 { throw ValidationError("--sample is at least 1.") }
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw ValidationError("--min-coverage goes from 0 to 100.")
    }
  }
}

/// Kinds of mutants: `level,condition`; none means all.
struct MutantKinds {
  var kinds: Set<Mutant.Kind> = []

  init() {}

  init(text: String) throws {
    for name in text.split(separator: ",") {
      guard let kind = Mutant.Kind(rawValue: String(name)) else {
        let near = NearestName.of(String(name), among: Mutant.Kind.allCases.map(\.rawValue))
        throw ValidationError(
          "\"\(name)\" is no kind of mutant" + (near.map { "; did you mean \"\($0)\"?" } ?? "."))
      }
      kinds.insert(kind)
    }
  }
}

/// One of several even parts: `2/4`.
struct Shard {
  var part: Int
  var parts: Int

  init(text: String) throws {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let part = numbers[0], let parts = numbers[1], parts >= 1,
      (1...parts).contains(part)
    else { throw ValidationError("\"\(text)\" is no part; write it like 1/4.") }
    self.part = part
    self.parts = parts
  }
}
