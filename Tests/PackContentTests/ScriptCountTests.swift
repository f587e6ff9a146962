import ConversationTesting
import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// How many scripts stand behind each red flag, each cause, and the long talks.
@Suite("Every red flag and every cause has its scripts")
struct ScriptCountTests {
  private func play(_ path: String, _ pack: CompiledPack) -> (script: Script, play: Play)? {
    let suite = ScriptSuite(paths: ["\(ContentFiles.conversations)/\(path)"])
    guard let script = suite.scripts.first else { return nil }
    let result = ScriptRunner(pack: pack).run(script)
    return result.plays.first.map { (script, $0) }
  }

  /// Whether the flag stands raised, turn by turn after the opening.
  private func raised(_ flag: String, in play: Play) -> [Bool] {
    play.turns.dropFirst().map { turn in
      turn.turn.conversation.flags.contains { $0.id == flag && $0.state == .raised }
    }
  }

  /// The level at which the flag stands raised, turn by turn after the opening; nil while it does not.
  private func levels(of flag: String, in play: Play) -> [Level?] {
    play.turns.dropFirst().map { turn in
      turn.turn.conversation.flags.first { $0.id == flag && $0.state == .raised }?.level
    }
  }

  @Test func everyFlagIsRaisedInTheOpening() throws {
    let pack = try TestPack.heavyLegs.get()
    for flag in pack.pack.redFlags {
      let played = play("red-flags/\(flag.id)-opening.chat", pack)
      let turns = played.map { raised(flag.id, in: $0.play) } ?? []
      #expect(turns.first ?? false, "\(flag.id): not raised by the first words")
    }
  }

  /// Asking finds the flag, or makes it graver than the first words did.
  @Test func everyFlagIsFoundByQuestioning() throws {
    let pack = try TestPack.heavyLegs.get()
    for flag in pack.pack.redFlags {
      let played = play("red-flags/\(flag.id)-asked.chat", pack)
      let reached = played.map { levels(of: flag.id, in: $0.play) } ?? []
      let (first, last) = (reached.first.flatMap { $0 }, reached.last.flatMap { $0 })
      #expect(last != nil, "\(flag.id): not found by asking")
      #expect(first != last || first == .soon, "\(flag.id): nothing was left to ask")
    }
  }

  @Test func theTwinOfEveryFlagRaisesNothing() throws {
    let pack = try TestPack.heavyLegs.get()
    for flag in pack.pack.redFlags {
      let played = play("red-flags/\(flag.id)-twin.chat", pack)
      let turns = played.map { raised(flag.id, in: $0.play) } ?? [true]
      #expect(!turns.contains(true), "\(flag.id): its harmless twin raises it")
    }
  }

  @Test func everyFlagIsHeardInTheMiddleOfSomethingElse() throws {
    let pack = try TestPack.heavyLegs.get()
    for flag in pack.pack.redFlags {
      let played = play("red-flags/\(flag.id)-middle.chat", pack)
      let turns = played.map { raised(flag.id, in: $0.play) } ?? []
      #expect(turns.count > 1 && turns.first == false, "\(flag.id): nothing comes before it")
      #expect(turns.last == true, "\(flag.id): not heard in the middle")
    }
  }

  @Test func everyCauseHasAWholeConversationThatNamesIt() throws {
    let pack = try TestPack.heavyLegs.get()
    for cause in pack.pack.causes {
      guard let (script, play) = play("causes/\(cause.id).chat", pack),
        let last = play.turns.last?.turn.conversation
      else {
        Issue.record("\(cause.id) has no script")
        continue
      }
      let names = script.atEnd + script.steps.flatMap(\.checks.expectations)
      let expects = names.contains { line in
        if case .cause(cause.id, _) = line.expectation { return true }
        return false
      }
      // Where the level forbids naming a cause, the talk ends with the way to care.
      let mayNotName = cause.level >= .urgent && last.phase == .escalated
      #expect(expects || mayNotName, "\(cause.id): its script does not expect it")
      #expect(last.phase != .asking, "\(cause.id): its script ends in the middle")
    }
  }

  @Test func thirtyTalksAreLong() throws {
    let suite = ScriptSuite(paths: ["\(ContentFiles.conversations)/talks"])
    let long = suite.scripts.filter { $0.steps.count >= 6 }
    print("figure: \(long.count) talks of six turns or more")
    #expect(long.count >= 30)
    for script in long {
      #expect(
        script.steps.contains { $0.checks.expectations.contains { $0.expectation.isGuarded } },
        "\(script.name) holds no level and no flag")
    }
  }
}
