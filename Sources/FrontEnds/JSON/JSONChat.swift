import DialogEngine
import IntentPacks
import LanguageProcessing

/// The conversation for programs: one JSON object a line, in and out.
struct JSONChat {
  let talk: TalkOptions

  func run() throws {
    let signals = SignalQueue()
    let loaded: LoadedPack
    let region: RegionChoice
    do {
      loaded = try talk.pack.load()
      region = try talk.regionChoice(in: loaded.pack)
    } catch let stop as Stop {
      try write(Self.error(stop.message))
      throw stop
    }
    let fresh = Conversation(on: talk.today, region: region, with: loaded.compiled)
    let protocolTurn = ProtocolTurn(pack: loaded.compiled)
    func opening() throws -> Conversation {
      let turn = fresh.opening(with: loaded.compiled)
      try write(protocolTurn.opening(turn))
      return turn.conversation
    }
    var conversation = try opening()
    let lines = InputLines(signals: signals)
    while true {
      switch lines.next() {
      case .end: return
      case .signal(let signal): throw Stop("", ExitStatus(signal: signal))
      case .line(let text):
        switch Self.input(text) {
        case .failure(let failure): try write(Self.error(failure.message))
        case .success(.reset): conversation = try opening()
        case .success(.say(let words, let day)):
          var turn = conversation.hearing(
            words, on: day ?? max(conversation.today, talk.today), with: loaded.compiled)
          conversation = turn.conversation
          turn.noteCut(with: loaded.compiled)
          try write(protocolTurn.answer(turn))
        }
      }
    }
  }

  private func write(_ value: JSON) throws(OutputFailure) { try Output.standard.line(value.text) }

  private static func error(_ message: String) -> JSON { .object(["error": .string(message)]) }

  // MARK: Input

  private enum Input {
    case say(String, on: CalendarDate?)
    case reset
  }

  private static func input(_ line: String) -> Result<Input, JSONReader.Failure> {
    do throws(JSONReader.Failure) {
      return .success(try request(try JSONReader.read(line)))
    } catch {
      return .failure(error)
    }
  }

  private static func request(_ value: JSON) throws(JSONReader.Failure) -> Input {
    guard case .object = value else {
      throw JSONReader.Failure(message: "expected an object such as {\"say\": \"text\"}")
    }
    if case .bool(true)? = value["reset"] { return .reset }
    guard case .string(let words)? = value["say"] else {
      throw JSONReader.Failure(message: "expected \"say\" with a text, or \"reset\": true")
    }
    let at = value["at"] ?? .null
    if at == .null { return .say(words, on: nil) }
    guard case .string(let text) = at, let day = CalendarDate(text) else {
      throw JSONReader.Failure(message: "expected \"at\" with a day such as \"2026-03-01\"")
    }
    return .say(words, on: day)
  }
}
