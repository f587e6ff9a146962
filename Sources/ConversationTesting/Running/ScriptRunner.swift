package import DialogEngine
import IntentPacks
import LanguageProcessing

/// Runs a script against a pack: the same script and pack always give the same result.
package struct ScriptRunner: Sendable {
  let pack: CompiledPack
  let names: PackNames
  /// Gives the script that `same as:` names.
  private let other: @Sendable (String) -> Script?

  package init(
    pack: CompiledPack, other: @escaping @Sendable (String) -> Script? = { _ in nil }
  ) {
    self.pack = pack
    names = PackNames(pack.pack)
    self.other = other
  }

  /// Plays one script from a fresh conversation.
  package func run(_ script: Script) -> ScriptResult {
    if let skip = script.skip {
      return ScriptResult(script: script, verdict: .skipped(skip.text))
    }
    let player = ScriptPlayer(pack: pack, script: script)
    let plays = player.ways.map(player.play)
    var judge = ScriptJudge(runner: self, script: script)
    for play in plays { judge.judge(play, against: plays[0]) }
    for probe in script.probes { judge.probe(probe, along: plays[0]) }
    for reference in script.sameAs { sameAs(reference, plays[0], &judge) }
    let turns = plays.reduce(0) { $0 + $1.turns.count } + judge.probes.count
    return ScriptResult(
      script: script, verdict: verdict(script, judge.mismatches), turns: turns, plays: plays,
      probes: judge.probes)
  }

  private func verdict(_ script: Script, _ mismatches: [Mismatch]) -> ScriptResult.Verdict {
    guard let known = script.knownFailure else {
      return mismatches.isEmpty ? .passed : .failed(mismatches)
    }
    guard mismatches.isEmpty else { return .knownFailure(known.text) }
    return .failed([
      Mismatch(
        place: known.place,
        message: "this is a known failure (\(known.text)) and now passes: take the line away")
    ])
  }

  private func sameAs(_ reference: Script.Reference, _ play: Play, _ judge: inout ScriptJudge) {
    guard let script = other(reference.path) else {
      judge.mismatches.append(
        Mismatch(place: reference.place, message: "no script \"\(reference.path)\" can be read"))
      return
    }
    let player = ScriptPlayer(pack: pack, script: script)
    let theirs = Outcome(player.play(ScriptPlayer.Way()), in: pack)
    let ours = Outcome(play, in: pack)
    for difference in ours.differences(from: theirs, withCauses: true) {
      judge.mismatches.append(
        Mismatch(
          place: reference.place,
          message: "it does not end the same as \(reference.path): \(difference)",
          turns: play.turns))
    }
  }
}

/// What a conversation has come to, for comparing two.
struct Outcome {
  let level: Level
  let phase: Phase
  let flags: [String]
  let question: String?
  let causes: [String]

  init(_ play: Play, in pack: CompiledPack) {
    self.init(play.turns[play.turns.count - 1].turn, in: pack)
  }

  init(_ turn: Turn, in pack: CompiledPack) {
    let conversation = turn.conversation
    level = conversation.level(in: pack)
    phase = conversation.phase
    flags = conversation.flags.map { "\($0.id) \($0.state.rawValue) at \($0.level.rawValue)" }
      .sorted()
    question = conversation.question?.id
    causes = conversation.causes.prefix(3).map(\.id)
  }

  func differences(
    from other: Outcome, withQuestion: Bool = false, withCauses: Bool = false
  ) -> [String] {
    var found: [String] = []
    func compare(_ what: String, _ ours: String, _ theirs: String) {
      if ours != theirs { found.append("\(what) is \(ours) and not \(theirs)") }
    }
    compare("the level", level.rawValue, other.level.rawValue)
    compare("the phase", phase.rawValue, other.phase.rawValue)
    compare("the list of flags", shown(flags), shown(other.flags))
    if withQuestion { compare("the question", question ?? "none", other.question ?? "none") }
    if withCauses { compare("the list of causes", shown(causes), shown(other.causes)) }
    return found
  }

  private func shown(_ names: [String]) -> String {
    names.isEmpty ? "empty" : "\"\(names.joined(separator: ", "))\""
  }
}
