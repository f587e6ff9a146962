import ArgumentParser
import CMalloc
import Glibc
import IntentPacks

/// The program's root command: reads the command line and hands over to a command.
struct HeavyLegs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heavylegs",
    abstract: "A talk by fixed rules: it asks, warns of danger, and names likely causes.",
    usage: "heavylegs [chat] [<options>]\n       heavylegs <command> [<options>]",
    discussion: """
      EXAMPLES:
        heavylegs                          talk about your legs
        heavylegs --region GB --save me.chat
        echo "left calf is swollen" | heavylegs
        heavylegs explain "left calf is swollen"

      A program with fixed rules, not a doctor. Nothing leaves this machine, and
      nothing is written to disk unless you ask for it.

      \(ExitStatus.help)
      """,
    version: Self.version,
    subcommands: [
      Chat.self, Check.self, Explain.self, Show.self, Test.self, Gaps.self, Walk.self,
      New.self, Export.self, Graph.self, Schema.self, Bench.self, About.self, Forget.self,
    ],
    defaultSubcommand: Chat.self)

  static let version = "1.0.0"

  static func main() -> Never {
    holdStandardStreams()
    // No more than two threads work at a time.
    malloc_share_heaps(2)
    malloc_keep_apart(1 << 18)
    // A pipe nobody reads and a file that may not grow are told by the write that fails.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Takes the places of standard streams that were closed, so that no file opened later is mistaken for one of them:
  /// nothing can be read there, and writing fails.
  private static func holdStandardStreams() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is the one that is missing.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Runs a command line, prints what is to be said about its failure, and says how to end.
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      try refuseUnknownCommand(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
      return .fine
    } catch let failure as OutputFailure {
      return report(failure)
    } catch let failure as FileFailure {
      return report(Stop(failure.message, failure.status))
    } catch let stop as Stop {
      return report(stop)
    } catch {
      return report(parsing: error)
    }
  }

  private static func report(_ stop: Stop) -> ExitStatus {
    if !stop.message.isEmpty {
      try? Output.errors.line("heavylegs: " + Visible.text(stop.message, lines: true))
    }
    return stop.status
  }

  private static func report(_ failure: OutputFailure) -> ExitStatus {
    switch failure {
    case .closedPipe: .fine
    case .failed: report(Stop("cannot write: \(failure.reason)", .outputFailed))
    }
  }

  /// Help, version and completions are asked for by throwing; they go to standard output.
  private static func report(parsing error: any Error) -> ExitStatus {
    let code = exitCode(for: error).rawValue
    var message = fullMessage(for: error)
    if message == Self.version { message = versions }
    do throws(OutputFailure) {
      if !message.isEmpty {
        let output = code == 0 ? Output.standard : Output.errors
        try output.line(Visible.text(message, lines: true))
      }
    } catch {
      return report(error)
    }
    return ExitStatus(rawValue: code) ?? .internalError
  }

  /// The program's version and that of the pack it talks with unless told otherwise.
  private static var versions: String {
    let name = PackOption.defaultName
    let reading = PackReader(locator: LoadedPack.locator).read(name)
    let pack = reading.hasErrors ? "cannot be used" : reading.draft.version
    return "heavylegs \(Self.version) (pack \(name) \(pack))"
  }

  /// A first word that is no command gets the nearest one, instead of being taken for an argument of `chat`.
  private static func refuseUnknownCommand(_ arguments: [String]) throws {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    let names = configuration.subcommands.compactMap { $0._commandName } + ["help"]
    guard !names.contains(first) else { return }
    let nearest = NearestName.of(first, among: names).map { "; did you mean \"\($0)\"?" }
    throw Stop(
      "no command is called \"\(first)\"\(nearest ?? "")\n  commands: "
        + names.joined(separator: ", "), .wrongUsage)
  }
}
