import ArgumentParser
import ConversationTesting

/// A seeded random user who looks for talks that break what must always hold.
struct Walk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walk",
    abstract: "Let a random user talk, the same for the same seed, and look for what breaks.",
    discussion: """
      EXAMPLE:
        heavylegs walk --turns 20000 --seed 7

      A talk that breaks a rule is made as short as it can be and printed as a script.

      \(ExitStatus.help)
      """)

  @OptionGroup var pack: PackOption

  @Option(help: ArgumentHelp("Turns to take in all.", valueName: "n"))
  var turns = 2000

  @Option(help: ArgumentHelp("Chooses the talk.", valueName: "n"))
  var seed: UInt64 = 1

  func validate() throws {
    guard (1...100_000_000).contains(turns) else { throw ValidationError("--turns is at least 1.") }
  }

  func run() throws {
    let walk = RandomWalk(pack: try pack.load().compiled)
    guard let failure = walk.walk(turns: turns, seed: seed) else {
      return try Output.standard.line("\(turns) turns with seed \(seed): nothing broke")
    }
    try Output.standard.write(Visible.text(failure.script, lines: true))
    throw Stop(failure.rule, .fellShort)
  }
}
