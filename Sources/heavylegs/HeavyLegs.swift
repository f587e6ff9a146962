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
    if CommandLine.arguments.contains("flags") { flags(compiled, day); return }
    if CommandLine.arguments.contains("findings") { findings(compiled, day); return }
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

  @Argument var mode: String = ""
  func flags(_ p: CompiledPack, _ day: CalendarDate) {
    var total = 0, missed = 0, nots = 0, false_ = 0
    for f in p.pack.redFlags {
      for e in f.examples {
        total += 1
        let t = Conversation(on: day, region: .unknown, with: p).hearing(e.value, on: day, with: p)
        if !t.conversation.flags.contains(where: { $0.id == f.id }) {
          missed += 1
          print("MISS \(f.id) | \(e.value) |", t.conversation.flags.map { "\($0.id) \($0.state)" }, t.trace.understanding!.mentions.map { "\($0.target) \($0.assertion.status)" })
        }
      }
      for e in f.not {
        nots += 1
        let t = Conversation(on: day, region: .unknown, with: p).hearing(e.value, on: day, with: p)
        if let st = t.conversation.flags.first(where: { $0.id == f.id && $0.state == .raised }) {
          false_ += 1
          print("FALSE \(f.id) \(st.level) | \(e.value) |", t.trace.understanding!.mentions.map { "\($0.target) \($0.assertion.status) [\($0.pattern)]" })
        }
        else if t.conversation.level(in: p) >= .urgent { print("OTHER \(f.id) | \(e.value) |", t.conversation.flags.filter { $0.state == .raised }.map { $0.id }, t.trace.understanding!.mentions.map { "\($0.target) \($0.assertion.status) [\($0.pattern)]" }) }
      }
    }
    print("examples", total, "missed", missed, "nots", nots, "false", false_)
  }
  func findings(_ p: CompiledPack, _ day: CalendarDate) {
    var total = 0, missed = 0, nots = 0, false_ = 0
    for f in p.pack.findings {
      for e in f.examples {
        total += 1
        let t = Conversation(on: day, region: .unknown, with: p).hearing(e.value, on: day, with: p)
        if !t.trace.learnt.contains(where: { p.pack.findings[$0.finding].id == f.id }) {
          missed += 1
          print("MISS \(f.id) | \(e.value) |", t.trace.understanding!.mentions.map { "\($0.target) \($0.assertion.status)" })
        }
      }
      for e in f.not {
        nots += 1
        let t = Conversation(on: day, region: .unknown, with: p).hearing(e.value, on: day, with: p)
        if let m = t.trace.understanding!.mentions.first(where: { $0.target == .finding(f.id) && ($0.assertion.status == .affirmed || $0.assertion.status == .uncertain) && !$0.isDenial }) {
          false_ += 1
          print("FALSE \(f.id) | \(e.value) | [\(m.pattern)]")
        }
      }
    }
    print("examples", total, "missed", missed, "nots", nots, "false", false_)
  }
}
