import ArgumentParser
import DialogEngine
import IntentPacks

/// How a text is read and what it would do.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a text is read and what it would do.",
    discussion: """
      EXAMPLES:
        heavylegs explain "my left calf blew up"
        heavylegs explain --why-not dvt "both calves are tight"
        heavylegs explain --json < sentences.txt

      Each text is heard as the first words of a fresh conversation. Without TEXT,
      each line of standard input is explained.

      \(ExitStatus.help)
      """)

  @OptionGroup var talk: TalkOptions

  @Flag(help: "One JSON object for each text.")
  var json = false

  @Option(
    name: .customLong("why-not"),
    help: ArgumentHelp("Say why this finding, intent, cause or flag is not heard.", valueName: "id")
  )
  var whyNot: String?

  @Option(name: [.customLong("color"), .customLong("colour")], help: "Colours.")
  var colour = ColourChoice.auto

  @Argument(help: "What a user might type.")
  var text: [String] = []

  func run() throws {
    let loaded = try talk.pack.load()
    let fresh = try Conversation(
      on: talk.today, region: talk.regionChoice(in: loaded.pack), with: loaded.compiled
    ).opening(with: loaded.compiled).conversation
    let renderer = ExplanationRenderer(
      palette: Palette(isOn: TerminalTraits(colour: colour).usesColour))
    func explain(_ text: String, isFirst: Bool) throws {
      let explanation = Explanation(text, in: fresh, on: talk.today, with: loaded.compiled)
      let lines =
        try json
        ? [explanation.json.text]
        : whyNot.map { try Self.whyNot($0, explanation) } ?? renderer.lines(explanation)
      try Output.standard.write(
        (isFirst || json ? "" : "\n") + lines.map { $0 + "\n" }.joined())
    }
    guard text.isEmpty else { return try explain(text.joined(separator: " "), isFirst: true) }
    let input = InputLines()
    var isFirst = true
    while case .line(let line) = input.next() {
      try explain(line, isFirst: isFirst)
      isFirst = false
    }
  }

  private static func whyNot(_ id: String, _ explanation: Explanation) throws -> [String] {
    let whyNot = WhyNot(explanation: explanation, id: id)
    if let lines = whyNot.lines { return lines.map { Visible.text($0) } }
    let near = NearestName.of(id, among: whyNot.known).map { "; did you mean \"\($0)\"?" } ?? ""
    throw Stop("the pack holds no \"\(id)\"\(near)", .wrongUsage)
  }
}
