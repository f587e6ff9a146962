package import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// A user who says anything the pack has words for, in any order, the same for the same seed; looks for talks that
/// break what must always hold.
package struct RandomWalk: Sendable {
  /// A talk that broke something, as short as it could be made.
  package struct Failure: Sendable {
    package var rule: String
    package var lines: [String]

    /// The talk as a script, to be given an expectation that says what should have come.
    package var script: String {
      "# \(rule)\ntitle: Found by a random walk\n\n"
        + lines.map { "user: \(ScriptRecorder.escaped($0))\n" }.joined()
    }
  }

  let pack: CompiledPack
  private let facts: [String]
  private let talk: [String]
  private let answers: [String]

  package init(pack: CompiledPack) {
    self.pack = pack
    facts =
      pack.pack.findings.flatMap { $0.examples.map(\.value) + $0.not.map(\.value) }
      + pack.pack.redFlags.flatMap { $0.examples.map(\.value) + $0.not.map(\.value) }
    talk = pack.pack.intents.flatMap { $0.examples.map(\.value) }
    answers =
      pack.pack.language.answers.sorted { $0.key < $1.key }.flatMap { $0.value.prefix(4) }
      + ["1", "2", "3", "1, 3", "3 weeks", "34", "40 km", "?", ""]
  }

  /// Lets the user talk for so many turns.
  ///
  /// - Returns: the first failure, shortened; nil when all held.
  package func walk(turns: Int, seed: UInt64) -> Failure? {
    var random = SeededRandom(seed: seed)
    var lines: [String] = []
    var walker = Walker(pack: pack)
    for _ in 0..<max(0, turns) {
      let line = line(&random, asked: walker.isAsked)
      lines.append(line)
      if let rule = walker.say(line) { return shrunk(Failure(rule: rule, lines: lines)) }
      if walker.hasEnded {
        walker = Walker(pack: pack)
        lines = []
      }
    }
    return nil
  }

  /// What a talk of these lines breaks of what must always hold; nil when all holds.
  package func broken(by lines: [String]) -> String? {
    var walker = Walker(pack: pack)
    for line in lines {
      if let rule = walker.say(line) { return rule }
      if walker.hasEnded { return nil }
    }
    return nil
  }

  private func line(_ random: inout SeededRandom, asked: Bool) -> String {
    let choice = random.below(10)
    if asked, choice < 6 { return random.pick(answers) ?? "" }
    return (choice < 8 ? random.pick(facts) : random.pick(talk)) ?? random.pick(answers) ?? ""
  }

  /// Takes away whatever the failure does not need.
  private func shrunk(_ failure: Failure) -> Failure {
    var lines = failure.lines
    var size = max(1, lines.count / 2)
    while true {
      var start = 0
      while start < lines.count {
        var fewer = lines
        fewer.removeSubrange(start..<min(start + size, lines.count))
        if !fewer.isEmpty, fails(fewer, failure.rule) { lines = fewer } else { start += size }
      }
      if size == 1 { break }
      size = max(1, size / 2)
    }
    return Failure(rule: failure.rule, lines: lines)
  }

  private func fails(_ lines: [String], _ rule: String) -> Bool { broken(by: lines) == rule }
}

/// One talk of a random walk, watched for what must always hold.
private struct Walker {
  /// A question may come back so often before the dialog goes round in circles.
  static let mostRepeats = 12

  let pack: CompiledPack
  private var turn: Turn
  private var repeats = 0
  private let names: PackNames

  init(pack: CompiledPack) {
    self.pack = pack
    names = PackNames(pack.pack)
    turn = Conversation(on: Script.usualDate, region: .unknown, with: pack).opening(with: pack)
  }

  var isAsked: Bool { turn.conversation.question != nil }
  var hasEnded: Bool { turn.conversation.phase == .ended }

  /// - Returns: what no longer holds, in a sentence.
  mutating func say(_ line: String) -> String? {
    let before = turn
    turn = before.conversation.hearing(line, on: Script.usualDate, with: pack)
    let question = turn.conversation.question
    let isSame = question != nil && question?.id == before.conversation.question?.id
    repeats = isSame ? repeats + 1 : 0
    return broken(before)
  }

  private func broken(_ before: Turn) -> String? {
    let conversation = turn.conversation
    if turn.reply.lines.isEmpty { return "a reply says nothing" }
    if turn.reply.lines.contains(where: { $0.contains("{") }) {
      return "a reply holds a placeholder that nothing filled"
    }
    if repeats > Self.mostRepeats { return "a question comes back again and again" }
    let raised = highest(conversation)
    if raised == .emergency, highest(before.conversation) < .emergency,
      turn.reply.lines[0].contains("?")
    {
      return "an emergency begins with a question"
    }
    if raised >= .urgent, !conversation.causes.isEmpty {
      return "causes are named though care is urgent"
    }
    if raised < highest(before.conversation), !mayFall(before) {
      return "the level fell without a taking-back"
    }
    return nil
  }

  private func highest(_ conversation: Conversation) -> Level {
    conversation.flags.filter { $0.state == .raised }.map(\.level).max() ?? .routine
  }

  /// A level falls by a correction, by going back, by an assessment, or by the answer to a question about it.
  private func mayFall(_ before: Turn) -> Bool {
    let actions = Set(
      turn.trace.intents.compactMap { id in pack.pack.intents.first { $0.id == id }?.action })
    if actions.contains(.correct) || actions.contains(.undo) || actions.contains(.restart) {
      return true
    }
    switch before.conversation.question?.purpose {
    case .conflict, .retraction: return true
    default: return turn.conversation.flags.contains(where: \.isAssessed)
    }
  }
}
