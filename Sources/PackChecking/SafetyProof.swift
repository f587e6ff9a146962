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
  private static let maximalTries = 12
  private static let straightTurns = 24

  init(_ heard: HeardPack) {
    self.heard = heard
    let pack = heard.pack.pack
    let answers = pack.language.answers
    unsure = answers["unsure"]?.first
    let said = ["none", "no", "unsure", "yes", "skip"].compactMap { answers[$0]?.first } + ["1"]
    let keys = Keys(pack)
    var walk = Walk(heard: heard, lines: said + keys.ways)
    walk.goStraight()
    walk.go()
    // Where a state is still missing, what else people say may lead to it.
    for line in keys.others.prefix(Self.maximalTries) {
      if Self.unvisited(by: walk.visits, of: pack).isEmpty { break }
      walk.go(saying: line)
    }
    visits = walk.visits
  }

  /// The lines that open ways between states.
  private struct Keys {
    /// One for each intent and finding that a way hangs on.
    var ways: [String]
    /// One for each other finding.
    var others: [String]

    init(_ pack: Pack) {
      let intents = Set(pack.states.flatMap { $0.on.map(\.intent.value) })
      let findings = Set(pack.states.flatMap { $0.when.flatMap(\.condition.value.findings) })
      let samples = PatternSamples(pack)
      func line(_ examples: [PlacedLine], _ patterns: [PlacedLine]) -> String? {
        examples.first?.value ?? patterns.first.flatMap { samples.sentences(for: $0).first }
      }
      func lines(_ all: [Finding]) -> [String] {
        all.compactMap { line($0.examples, $0.patterns) }
      }
      let wishes = pack.intents.filter { intents.contains($0.id) }
      ways =
        wishes.compactMap { line($0.examples, $0.patterns) }
        + lines(pack.findings.filter { findings.contains($0.id) })
      others = lines(pack.findings.filter { !findings.contains($0.id) })
    }
  }

  /// Breadth first, so that the first way to a place is the shortest; a place is a state with a question.
  private struct Walk {
    let heard: HeardPack
    let lines: [String]
    var visits: [Visit] = []
    private var seen: Set<[String]> = []
    private var next = 0
    private var turns = 0

    init(heard: HeardPack, lines: [String]) {
      self.heard = heard
      self.lines = lines
      visit(heard.opening)
    }

    /// The same answer to everything, from the opening on: the way of somebody who has nothing to tell.
    mutating func goStraight() {
      for line in lines {
        var conversation = heard.opening
        for _ in 0..<SafetyProof.straightTurns where conversation.phase != .ended {
          conversation =
            conversation.hearing(line, on: HeardPack.day, with: heard.pack).conversation
          visit(conversation)
        }
      }
    }

    mutating func go() {
      while next < visits.count && turns < SafetyProof.maximalTurns {
        let from = visits[next].conversation
        next += 1
        for line in lines { say(line, in: from) }
      }
    }

    /// The same, after this line was said wherever one has come to.
    mutating func go(saying line: String) {
      for visit in visits { say(line, in: visit.conversation) }
      go()
    }

    private mutating func say(_ line: String, in conversation: Conversation) {
      guard conversation.phase != .ended, turns < SafetyProof.maximalTurns else { return }
      turns += 1
      visit(conversation.hearing(line, on: HeardPack.day, with: heard.pack).conversation)
    }

    private mutating func visit(_ conversation: Conversation) {
      let state = conversation.stateID(in: heard.pack)
      let question = conversation.question?.id
      guard seen.insert([state, question ?? ""]).inserted else { return }
      visits.append(Visit(conversation: conversation, state: state, question: question))
    }
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
  var unvisited: [State] { Self.unvisited(by: visits, of: heard.pack.pack) }

  private static func unvisited(by visits: [Visit], of pack: Pack) -> [State] {
    let visited = Set(visits.map(\.state))
    let reachable = DialogGraph(pack).reachable
    return pack.states.filter { state in
      // An interview with nothing to ask is gone through without a stop.
      let isPassed =
        state.interviewsCauses && state.ask.isEmpty && state.screens.isEmpty
        && state.go.map { visited.contains($0.value) } ?? false
      return reachable.contains(state.id) && !visited.contains(state.id) && !isPassed
    }
  }
}
