import ArgumentParser

@main
struct HeavyLegs: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "heavylegs")
}
