import DialogEngine
import IntentPacks
import LanguageProcessing

/// Runs what must always hold: from every state a conversation comes to, the first example of every red flag raises or
/// suspects it in one turn, and no question holds someone who is not sure.
struct SafetyProof: Sendable {
  /// A conversation that ends in a state or at a question, by the shortest way found.
  struct Visit: Sendable {
    var conversation: Conversation
    var state: String
    var question: String?

    /// What was said to come here.
    var lines: [String] { conversation.said.map(\.text) }

    /// How a message tells the way here: `after "yes", "none"`.
    var way: String {
      let said = lines.map { "\"\($0)\"" }.joined(separator: ", ")
      return said.isEmpty ? "right after the opening" : "after \(said)"
    }
  }

  /// A flag that is not heard in a state.
  struct Gap: Sendable {
    var flag: RedFlag
    var example: PlacedLine
    var visit: Visit
  }

  /// A question that "not sure" does not end.
  struct Trap: Sendable {
    var question: String
    var visit: Visit
  }

  let visits: [Visit]
  private let heard: HeardPack
  private let unsure: String?
  private static let maximalTurns = 3000

  init(_ heard: HeardPack) {
    self.heard = heard
    let pack = heard.pack.pack
    let answers = pack.language.answers
    unsure = answers["unsure"]?.first
    var said = ["none", "no", "unsure", "yes", "skip"].compactMap { answers[$0]?.first }
    said += Self.keys(to: pack.states, of: pack)
    visits = Self.explore(from: heard, saying: said + ["1"])
  }

  /// The lines that open ways between states: an example of each intent and finding that one hangs on.
  private static func keys(to states: [State], of pack: Pack) -> [String] {
    let intents = Set(states.flatMap { $0.on.map(\.intent.value) })
    let findings = Set(states.flatMap { $0.when.flatMap(\.condition.value.findings) })
    return pack.intents.filter { intents.contains($0.id) }.compactMap(\.examples.first?.value)
      + pack.findings.filter { findings.contains($0.id) }.compactMap(\.examples.first?.value)
  }

  /// Breadth first, so that the first way to a place is the shortest; a place is a state with a question.
  private static func explore(from heard: HeardPack, saying lines: [String]) -> [Visit] {
    var visits: [Visit] = []
    var seen: Set<[String]> = []
    func visit(_ conversation: Conversation) {
      let state = conversation.stateID(in: heard.pack)
      let question = conversation.question?.id
      guard seen.insert([state, question ?? ""]).inserted else { return }
      visits.append(Visit(conversation: conversation, state: state, question: question))
    }
    visit(heard.opening)
    var next = 0
    var turns = 0
    while next < visits.count && turns < maximalTurns {
      let from = visits[next].conversation
      next += 1
      guard from.phase != .ended else { continue }
      for line in lines {
        turns += 1
        visit(from.hearing(line, on: HeardPack.day, with: heard.pack).conversation)
      }
    }
    return visits
  }

  /// The first visit of each state.
  var states: [Visit] {
    var seen: Set<String> = []
    return visits.filter { seen.insert($0.state).inserted }
  }

  var gaps: [Gap] {
    states.flatMap { visit in
      heard.pack.pack.redFlags.compactMap { flag in
        guard let example = flag.examples.first else { return nil }
        let turn = visit.conversation.hearing(example.value, on: HeardPack.day, with: heard.pack)
        if turn.conversation.flags.contains(where: { $0.id == flag.id }) { return nil }
        return Gap(flag: flag, example: example, visit: visit)
      }
    }
  }

  /// Questions that stand unchanged after four times "not sure".
  var traps: [Trap] {
    guard let unsure else { return [] }
    var seen: Set<String> = []
    return visits.compactMap { visit in
      guard let question = visit.question, seen.insert(question).inserted else { return nil }
      var conversation = visit.conversation
      for _ in 0..<4 {
        conversation =
          conversation.hearing(unsure, on: HeardPack.day, with: heard.pack).conversation
        if conversation.question?.id != question { return nil }
      }
      return Trap(question: question, visit: visit)
    }
  }

  /// The states of the pack that no conversation tried came to: of these nothing is proven.
  var unvisited: [State] {
    let visited = Set(visits.map(\.state))
    let reachable = DialogGraph(heard.pack.pack).reachable
    return heard.pack.pack.states.filter {
      reachable.contains($0.id) && !visited.contains($0.id)
    }
  }
}
