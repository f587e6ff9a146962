import ArgumentParser
import IntentPacks
import PackAuthoring

/// Pictures of a pack.
struct Graph: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case mermaid, dot, svg }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw a pack: its states, a red flag's rule, a cause's evidence, or the whole.",
    discussion: """
      EXAMPLES:
        heavylegs graph                              the states, as Mermaid
        heavylegs graph dvt --format svg --output dvt.svg
        heavylegs graph iron_deficiency --format dot
        heavylegs graph all --format svg --output pack.svg

      SVG is drawn by Graphviz, which has to be installed.

      \(ExitStatus.help)
      """)

  @OptionGroup var pack: PackOption

  @Argument(help: "What to draw: states, all, or the id of a red flag or cause.")
  var what = "states"

  @Option(help: "How to write it.")
  var format = Format.mermaid

  @Option(help: ArgumentHelp("Write a file instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let pictures = PackPictures(try pack.load().pack)
    let picture = try picture(among: pictures)
    let text =
      switch format {
      case .mermaid: Visible.text(picture.mermaid, lines: true)
      case .dot: Visible.text(picture.dot, lines: true)
      case .svg: try Graphviz.svg(Visible.text(picture.dot, lines: true))
      }
    guard let output else { return try Output.standard.write(text) }
    try TextFile.write(text, to: output)
  }

  private func picture(among pictures: PackPictures) throws -> Picture {
    switch what {
    case "states": return pictures.states
    case "all": return pictures.whole
    default:
      if let picture = pictures.picture(of: what) { return picture }
      let names = ["states", "all"] + pictures.ids
      let nearest = NearestName.of(what, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
      throw Stop("there is no red flag or cause \"\(what)\"\(nearest)", .wrongUsage)
    }
  }
}
