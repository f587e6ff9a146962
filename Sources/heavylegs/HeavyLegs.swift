import ArgumentParser
import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

@main
struct HeavyLegs: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "heavylegs")
  func run() throws {
    let reading = PackReader(locator: PackLocator(folders: ["Intents"])).read("heavy-legs")
    for d in reading.diagnostics.prefix(60) { print("\(d.place):\(d.place.column) \(d.severity) \(d.message) [\(d.code)]") }
    print(reading.diagnostics.count)
    guard let pack = reading.pack else { return }
    var more: [Diagnostic] = []
    let compiled = CompiledPack(pack, diagnostics: &more)
    for d in more.prefix(60) { print("\(d.place):\(d.place.column) \(d.message) [\(d.code)]") }
    let day = CalendarDate("2026-11-22")!
    var c = Conversation(on: day, region: .sure("GB"), with: compiled)
    var turn = c.opening(with: compiled)
    func show() {
      for l in turn.reply.lines { print("  ", l) }
      print("   --", turn.conversation.stateID(in: compiled), turn.conversation.phase, turn.conversation.level(in: compiled), turn.conversation.flags.map { "\($0.id) \($0.state) \($0.level)" })
    }
    show()
    while let line = readLine() {
      c = turn.conversation
      print(">", line)
      turn = c.hearing(line, on: day, with: compiled)
      if let u = turn.trace.understanding {
        print("   ~", u.mentions.map { "\($0.target) \($0.assertion.status) \($0.circumstances.side?.rawValue ?? "")" }, turn.trace.intents, u.utterance.corrections.map { "\($0.typed)->\($0.read)" })
      }
      show()
    }
  }
}
