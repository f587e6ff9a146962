import ArgumentParser
import IntentPacks
import PackChecking

/// All about one id of the pack.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print everything the pack holds about one id, or who says some words.",
    discussion: """
      EXAMPLE:
        heavylegs show dvt
        heavylegs show "not a doctor"     who says these words

      \(ExitStatus.help)
      """)

  @OptionGroup var pack: PackOption

  @Argument(
    help: """
      Id of a finding, screen, red flag, raising rule, cause, intent, state, concept, source, avoid,
      region or wording; or words that something of the pack says.
      """)
  var id: String

  func run() throws {
    let loaded = try pack.load()
    let definitions = Definitions(loaded.pack)
    let found = definitions.about(id)
    guard !found.isEmpty else {
      let said = id.contains(" ") ? definitions.saying(id) : []
      guard said.isEmpty else {
        return try Output.standard.write(said.map { Visible.text($0) + "\n" }.joined())
      }
      let near = definitions.nearest(to: id).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Stop("the pack holds no \"\(id)\"\(near)", .wrongUsage)
    }
    let text = found.map { $0.lines(files: loaded.reading.files) }.joined(separator: [""])
    try Output.standard.write(text.map { Visible.text($0) + "\n" }.joined())
  }
}
