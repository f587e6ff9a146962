import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// How the shipped pack hears lines written apart from it (`fresh.tsv`), and others in the same manner written beside it
/// (`pictures.tsv`); the figures are printed.
///
/// Each line is said as the opening of a conversation. A danger is heard when its flag is raised or suspected in that
/// turn; a harmless line is right when nothing is raised.
@Suite struct FreshFiguresTests {
  private struct Figures {
    var lines = 0
    var right = 0
    var silent = 0
    var asked = 0
  }

  @Test(arguments: [("fresh.tsv", fresh), ("pictures.tsv", pictures)])
  func linesRaiseWhatTheyMean(_ file: String, _ gates: [String: Double]) throws {
    let pack = try TestPack.heavyLegs.get()
    var figures: [String: Figures] = [:]
    var kinds: [String] = []
    var wrong: [String] = []
    for row in LanguageFixture.rows(file, of: "DialogEngineTests") {
      let (kind, text, flag) = (row[0], row[1], row[3])
      if kinds.last != kind { kinds.append(kind) }
      var talk = Talk(pack, region: .unknown)
      talk.say(text)
      let flags = talk.conversation.flags
      let raised = flags.filter { $0.state == .raised }.map(\.id)
      let isRight = flag == "none" ? raised.isEmpty : flags.contains { $0.id == flag }
      figures[kind, default: Figures()].lines += 1
      if isRight {
        figures[kind]?.right += 1
        if flag == "none", !flags.isEmpty { figures[kind]?.asked += 1 }
      } else {
        wrong.append("\(kind) \(flag): \(text): \(flags.map(\.id))")
        if flags.isEmpty { figures[kind]?.silent += 1 }
      }
    }
    for kind in kinds {
      let figure = figures[kind] ?? Figures()
      print(
        "figure: \(file) \(kind): \(figure.right) of \(figure.lines) right, \(figure.silent) heard nothing,",
        "\(figure.asked) harmless ones are asked about")
    }
    for line in wrong { print("  \(line)") }
    for (kind, least) in gates {
      let figure = figures[kind] ?? Figures()
      #expect(Double(figure.right) >= least * Double(figure.lines), "\(kind)")
    }
  }

  private static let fresh = [
    "danger": 0.98, "several": 0.97, "typo": 0.97, "twin": 0.97, "denied": 1, "past-or-other": 0.97,
  ]
  private static let pictures = [
    "danger": 0.93, "twin": 0.95, "denied": 0.9, "past-or-other": 0.9,
  ]
}
