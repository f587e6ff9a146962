import DialogEngine
import IntentPacks
import LanguageProcessing

/// Holds what came against what the script expects, and collects every mismatch.
struct ScriptJudge {
  let runner: ScriptRunner
  let script: Script
  var mismatches: [Mismatch] = []
  /// Lines tried at every point, each with the turn before it.
  private(set) var probes: [Play] = []

  private var pack: CompiledPack { runner.pack }

  init(runner: ScriptRunner, script: Script) {
    self.runner = runner
    self.script = script
  }

  mutating func judge(_ play: Play, against plain: Play) {
    check(script.opening, play, at: 0)
    for (number, step) in script.steps.enumerated() where number < play.stepEnds.count {
      check(step.checks, play, at: play.stepEnds[number])
    }
    for expectation in script.atEnd {
      check(expectation, play, at: play.turns.count - 1, "at the end")
    }
    for (index, turn) in play.turns.enumerated() {
      checkNever(turn, play.turns, at: index, play.way)
    }
    checkAnswers(play)
    checkAlike(play, plain)
  }

  // MARK: One turn

  private mutating func check(_ checks: TurnChecks, _ play: Play, at index: Int) {
    check(checks, play.turns, at: index, way: play.way)
    for delayed in checks.within {
      let last = min(index + delayed.turns, play.turns.count - 1)
      var shortfall: String?
      for later in index...last {
        shortfall = self.check(play.turns[later]).shortfall(delayed.expectation.expectation)
        if shortfall == nil { break }
      }
      guard let shortfall else { continue }
      note(
        delayed.expectation,
        "expected \(delayed.expectation.text) within \(delayed.turns) turns, but \(shortfall)",
        play.turns, at: last, way: play.way)
    }
  }

  private mutating func check(
    _ checks: TurnChecks, _ turns: [PlayedTurn], at index: Int, way: String?
  ) {
    let turn = turns[index]
    if !checks.bot.isEmpty || !checks.notBot.isEmpty {
      let reply = FoldedReply(lines: turn.lines, sayCount: turn.turn.reply.say.count)
      if !checks.bot.isEmpty, !ReplyCover.covers(checks.bot, reply) {
        noteReply(checks.bot, reply, turns, at: index, way: way)
      }
      for bot in checks.notBot {
        guard let line = reply.lines.firstIndex(where: { bot.matches($0) }) else { continue }
        mismatches.append(
          mismatch(
            bot.place, "this must not be said: \"\(turn.lines[line])\"", turns, at: index,
            way: way))
      }
    }
    for expectation in checks.expectations {
      guard let shortfall = check(turn).shortfall(expectation.expectation) else { continue }
      note(
        expectation, "expected \(expectation.text), but \(shortfall)", turns, at: index, way: way)
    }
  }

  private func check(_ turn: PlayedTurn) -> ExpectationCheck {
    ExpectationCheck(pack: pack, names: runner.names, turn: turn.turn)
  }

  private mutating func check(
    _ expectation: PlacedExpectation, _ play: Play, at index: Int, _ when: String
  ) {
    guard let shortfall = check(play.turns[index]).shortfall(expectation.expectation) else {
      return
    }
    note(
      expectation, "expected \(expectation.text) \(when), but \(shortfall)", play.turns,
      at: index, way: play.way)
  }

  private mutating func checkNever(
    _ turn: PlayedTurn, _ turns: [PlayedTurn], at index: Int, _ way: String?
  ) {
    guard !script.never.isEmpty else { return }
    for line in turn.lines {
      let folded = FoldedLine(line)
      for never in script.never where never.matches(folded) {
        mismatches.append(
          mismatch(never.place, "this must never be said: \"\(line)\"", turns, at: index, way: way))
      }
    }
  }

  // MARK: The whole

  private mutating func checkAnswers(_ play: Play) {
    let last = play.turns.count - 1
    if let (question, place) = play.unanswered {
      mismatches.append(
        mismatch(
          place, "nothing here answers the question \"\(question)\": add it, its topic, or \"*\"",
          play.turns, at: last, way: play.way))
    }
    if let (question, key, place) = play.circling {
      mismatches.append(
        mismatch(
          place, "the question \"\(question)\" comes again and again, answered by \"\(key)\"",
          play.turns, at: last, way: play.way))
    }
  }

  /// Another wording must do what the first does, another order must end where the plain one does.
  private mutating func checkAlike(_ play: Play, _ plain: Play) {
    guard let way = play.way, let step = play.differsAt, step < play.stepEnds.count,
      step < plain.stepEnds.count
    else { return }
    let isWording: Bool
    if case .say = script.steps[step].action { isWording = true } else { isWording = false }
    let ours = Outcome(play.turns[play.stepEnds[step]].turn, in: pack)
    let theirs = Outcome(plain.turns[plain.stepEnds[step]].turn, in: pack)
    for difference in ours.differences(from: theirs, withQuestion: isWording) {
      mismatches.append(
        mismatch(
          play.turns[play.stepEnds[step]].place, "\(way), \(difference)", play.turns,
          at: play.stepEnds[step], way: way))
    }
  }

  /// Tries a line at every point of the plain way.
  mutating func probe(_ probe: Script.Probe, along play: Play) {
    for (index, turn) in play.turns.enumerated() {
      let heard = turn.turn.conversation.hearing(probe.text.value, on: turn.date, with: pack)
      let tried = PlayedTurn(
        speaker: .probe, text: probe.text.value, date: turn.date, place: probe.text.place,
        turn: heard)
      probes.append(Play(turns: [turn, tried]))
      let turns = play.turns.prefix(index + 1) + [tried]
      let way = "tried after turn \(index)"
      check(probe.checks, Array(turns), at: index + 1, way: way)
      checkNever(turns[index + 1], Array(turns), at: index + 1, way)
    }
  }

  // MARK: Noting

  private mutating func note(
    _ expectation: PlacedExpectation, _ message: String, _ turns: [PlayedTurn], at index: Int,
    way: String?
  ) {
    var found = mismatch(expectation.place, message, turns, at: index, way: way)
    let explanation = TurnExplanation(pack: pack, names: runner.names)
    found.explanation += explanation.missing(expectation, in: turns[index].turn)
    mismatches.append(found)
  }

  private mutating func noteReply(
    _ bot: [BotLine], _ reply: FoldedReply, _ turns: [PlayedTurn], at index: Int, way: String?
  ) {
    let cover = ReplyCover(bot, reply)
    let missing = cover.steps.compactMap { step in
      if case .missing(let number) = step { number } else { nil }
    }
    let place = missing.first.map { bot[$0].place } ?? bot[bot.count - 1].place
    let message =
      missing.isEmpty ? "the reply has lines that no bot: line covers" : "the reply differs"
    var found = mismatch(place, message, turns, at: index, way: way)
    found.diff = cover.diff(bot, turns[index].lines)
    mismatches.append(found)
  }

  private func mismatch(
    _ place: SourcePlace, _ message: String, _ turns: [PlayedTurn], at index: Int, way: String?
  ) -> Mismatch {
    Mismatch(
      place: place, message: message, turns: Array(turns.prefix(index + 1)),
      explanation: TurnExplanation(pack: pack, names: runner.names).heard(in: turns[index].turn),
      way: way)
  }
}
