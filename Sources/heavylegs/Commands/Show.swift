import ArgumentParser
import IntentPacks

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

  @Argument(help: "Id of a finding, screen, red flag, cause, intent, state, concept or source.")
  var id: String

  func run() throws {
    let loaded = try pack.load()
    let found = Definitions(loaded.pack).about(id)
    guard !found.isEmpty else {
      let near = NearestName.of(id, among: Definitions(loaded.pack).ids)
        .map { "; did you mean \"\($0)\"?" }
      throw Stop("the pack holds no \"\(id)\"\(near ?? "")", .wrongUsage)
    }
    let text = found.map { $0.lines(of: loaded.reading) }.joined(separator: [""])
    try Output.standard.write(text.map { Visible.text($0) + "\n" }.joined())
  }
}
