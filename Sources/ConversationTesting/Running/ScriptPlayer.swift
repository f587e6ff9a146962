import DialogEngine
import IntentPacks
import LanguageProcessing

/// Plays a script turn by turn: what is said is fixed, what comes back is only noted.
struct ScriptPlayer {
  /// More turns than any sheet of answers needs; a dialog that asks on and on is told.
  static let mostAnswers = 80
  /// As often a question may come back right after its answer.
  static let mostRepeats = 4

  let pack: CompiledPack
  let script: Script

  /// One way through a script.
  struct Way {
    /// By step: which of several wordings is said.
    var wordings: [Int: Int] = [:]
    /// By step: in which order the facts are told.
    var orders: [Int: [Int]] = [:]
    var name: String?
    var differsAt: Int?
  }

  /// The plain way, then each other wording by itself and each other order.
  var ways: [Way] {
    var ways = [Way()]
    for (number, step) in script.steps.enumerated() {
      switch step.action {
      case .say(let texts):
        for (index, text) in texts.enumerated().dropFirst() {
          ways.append(
            Way(
              wordings: [number: index], name: "said as \"\(text.value)\"", differsAt: number))
        }
      case .shuffle(let texts):
        for order in Orders.some(of: texts.count).dropFirst() {
          let shown = order.map { String($0 + 1) }.joined(separator: ", ")
          ways.append(
            Way(orders: [number: order], name: "told in the order \(shown)", differsAt: number))
        }
      case .answer: break
      }
    }
    return ways
  }

  func play(_ way: Way) -> Play {
    var play = Play(way: way.name, differsAt: way.differsAt)
    var date = script.date
    let start = SourcePlace(file: script.file.path, line: 1)
    let conversation = Conversation(
      on: date, region: script.region?.value ?? .unknown, with: pack)
    play.turns.append(
      PlayedTurn(
        speaker: .opening, text: "", date: date, place: start,
        turn: conversation.opening(with: pack)))
    for (number, step) in script.steps.enumerated() {
      date = step.date ?? date
      switch step.action {
      case .say(let texts):
        let text = texts[min(way.wordings[number] ?? 0, texts.count - 1)]
        say(text, on: date, in: &play)
      case .shuffle(let texts):
        let order = way.orders[number] ?? Array(texts.indices)
        for index in order { say(texts[index], on: date, in: &play) }
      case .answer(let sheet):
        answer(from: sheet, on: date, isLast: number == script.steps.count - 1, in: &play)
      }
      play.stepEnds.append(play.turns.count - 1)
    }
    if let sheet = script.answers { answer(from: sheet, on: date, isLast: true, in: &play) }
    return play
  }

  private func say(_ text: Placed<String>, on date: CalendarDate, in play: inout Play) {
    hear(text.value, on: date, at: text.place, as: .script, in: &play)
  }

  private func hear(
    _ text: String, on date: CalendarDate, at place: SourcePlace, as speaker: PlayedTurn.Speaker,
    in play: inout Play
  ) {
    guard let last = play.turns.last else { return }
    play.turns.append(
      PlayedTurn(
        speaker: speaker, text: text, date: date, place: place,
        turn: last.turn.conversation.hearing(text, on: date, with: pack)))
  }

  /// Answers questions until none is asked or nothing fits.
  private func answer(
    from sheet: AnswerSheet, on date: CalendarDate, isLast: Bool, in play: inout Play
  ) {
    var last = ""
    var repeats = 0
    for _ in 0..<Self.mostAnswers {
      guard let question = play.turns.last?.turn.conversation.question else { return }
      guard
        let (key, text) = sheet.answer(to: question, in: pack)
          ?? script.answers?.answer(to: question, in: pack)
      else {
        if isLast { play.unanswered = (question.id, sheet.place) }
        return
      }
      repeats = question.id + key == last ? repeats + 1 : 1
      last = question.id + key
      if repeats > Self.mostRepeats {
        play.circling = (question.id, key, sheet.place)
        return
      }
      let place = sheet.entry(key)?.key.place ?? sheet.place
      hear(text, on: date, at: place, as: .answer(key), in: &play)
    }
    if let question = play.turns.last?.turn.conversation.question {
      play.circling = (question.id, "*", sheet.place)
    }
  }
}

/// Orders in which a number of things can be told.
enum Orders {
  /// All of up to four things; of more the two plain directions and every turn of them.
  static func some(of count: Int) -> [[Int]] {
    let plain = Array(0..<count)
    guard count > 4 else { return all(plain) }
    return [plain, Array(plain.reversed())].flatMap { order in
      order.indices.map { Array(order[$0...] + order[..<$0]) }
    }
  }

  private static func all(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index -> [[Int]] in
      var rest = items
      let first = rest.remove(at: index)
      return all(rest).map { [first] + $0 }
    }
  }
}
