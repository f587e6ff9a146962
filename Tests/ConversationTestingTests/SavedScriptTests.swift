import ConversationTesting
import DialogEngine
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// What `chat --save` and `/save` write is a script that passes as it is.
@Suite struct SavedScriptTests {
  /// Every seventh shipped talk, so that the test stays quick; rows of one line are no talks.
  private static let scripts = ScriptSuite(paths: ["\(TestPack.root)/Intents/heavy-legs"]).scripts
    .filter { !$0.tags.contains("mutants") }.enumerated().filter { $0.offset % 7 == 3 }.map(
      \.element)

  @Test("a shipped talk that is recorded while it is held passes unchanged")
  func recorded() throws {
    let pack = try TestPack.heavyLegs.get()
    #expect(Self.scripts.count > 20)
    var run = TestRun()
    run.jobs = 2
    run.keepsPlays = true
    let played = run.run(Self.scripts, with: pack)
    let texts = played.compactMap { result in
      result.plays.first.map { (result.script.file.path, Self.record($0, of: result.script)) }
    }
    let again = ScriptSuite(texts: texts)
    #expect(again.diagnostics.map(\.message) == [])
    let results = run.run(again.scripts, with: pack)
    #expect(results.count == texts.count)
    for result in results {
      #expect(result.mismatches.map { "\($0.place): \($0.message)" } == [])
    }
  }

  private static func record(_ play: Play, of script: Script) -> String {
    var text = ""
    var date = script.date
    for (index, turn) in play.turns.enumerated() {
      if index == 0 {
        text = ScriptRecorder.opening(
          title: script.title, pack: "heavy-legs", region: script.region?.value ?? .unknown,
          date: date, reply: turn.turn.reply)
      } else {
        text += ScriptRecorder.turn(
          turn.text, on: turn.date, after: date, reply: turn.turn.reply)
      }
      date = turn.date
    }
    return text
  }
}
