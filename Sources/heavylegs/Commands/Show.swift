import ArgumentParser
import IntentPacks
import PackChecking

/// All about one id of the pack.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print everything the pack holds about one id.",
    discussion: """
      EXAMPLE:
        heavylegs show dvt

      \(ExitStatus.help)
      """)

  @OptionGroup var pack: PackOption

  @Argument(
    help: """
      Id of a finding, screen, red flag, raising rule, cause, intent, state, concept, source, avoid,
      region or wording.
      """)
  var id: String

  func run() throws {
    let loaded = try pack.load()
    let definitions = Definitions(loaded.pack)
    let found = definitions.about(id)
    guard !found.isEmpty else {
      let near = definitions.nearest(to: id).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Stop("the pack holds no \"\(id)\"\(near)", .wrongUsage)
    }
    let text = found.map { $0.lines(files: loaded.reading.files) }.joined(separator: [""])
    try Output.standard.write(text.map { Visible.text($0) + "\n" }.joined())
  }
}
