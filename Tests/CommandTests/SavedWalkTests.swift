import ConversationTesting
import DialogEngine
import Foundation
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

@testable import FrontEnds

/// A talk that is saved, broken off and resumed is the talk that was never broken off, wherever that happens.
@Suite("Saved after any turn and resumed, a talk is the same")
struct SavedWalkTests {
  private static let isFull = ProcessInfo.processInfo.environment["HEAVYLEGS_FULL"] == "1"
  private static let lines = isFull ? 40 : 14

  /// All that a user could tell two talks apart by, now or later.
  private struct Picture: Equatable {
    var reply: [String]
    var level: Level
    var phase: Phase
    var state: String
    var question: String?
    var questionText: String?
    var flags: [FlagStatus]
    var facts: [String]
    var causes: [String]
    var said: [Conversation.Said]

    init(_ turn: Turn, _ pack: CompiledPack) {
      let talk = turn.conversation
      reply = turn.reply.lines
      level = talk.level(in: pack)
      phase = talk.phase
      state = talk.stateID(in: pack)
      question = talk.question?.id
      questionText = talk.question?.text
      flags = talk.flags
      facts = talk.facts.facts.map {
        "\($0.finding) \($0.status) \($0.value) \($0.turn) \($0.text)"
      }
      causes = talk.causes.map(\.id)
      said = Array(talk.said)
    }
  }

  /// What a user may say: facts of the pack, answers, wishes, and marks that a file must carry.
  private struct Mouth {
    let facts: [String]
    let answers: [String]

    init(_ pack: CompiledPack) {
      facts =
        pack.pack.findings.flatMap { $0.examples.map(\.value) }
        + pack.pack.redFlags.flatMap { $0.not.map(\.value) }
        + pack.pack.intents.flatMap { $0.examples.map(\.value) }
      answers =
        pack.pack.language.spokenAnswers(lines: 4, phrases: 2)
        + [
          "1", "2, 3", "3 weeks", "34", "", "  no  ", "a: b # c", "\\n", "two\nlines", "user: no",
          "* ...",
        ]
    }

    func line(_ random: inout SeededRandom, asked: Bool) -> String {
      let all = asked && random.next() % 10 < 6 ? answers : facts
      return all.isEmpty ? "no" : all[Int(random.next() % UInt64(all.count))]
    }
  }

  @Test(arguments: isFull ? Array(1...25) : [1, 2, 3])
  func savingAndResumingIsIdentity(seed: UInt64) throws {
    let pack = try TestPack.heavyLegs.get()
    let mouth = Mouth(pack)
    var random = SeededRandom(seed: seed)
    var day = try #require(CalendarDate("2026-03-02"))
    let region = RegionChoice.sure("GB")
    var turn = Conversation(on: day, region: region, with: pack).opening(with: pack)
    var file = ScriptRecorder.opening(
      title: "a walk", pack: "heavy-legs", region: region, date: day, reply: turn.reply)
    for _ in 0..<Self.lines where turn.conversation.phase != .ended {
      let line = mouth.line(&random, asked: turn.conversation.question != nil)
      let before = day
      if random.next() % 6 == 0 {
        day = CalendarDate(dayNumber: day.dayNumber + Int(random.next() % 9))
      }
      // What is typed comes as one line of text; a file keeps it without blanks at its ends.
      turn = turn.conversation.hearing(line, on: day, with: pack)
      file += ScriptRecorder.turn(line, on: day, after: before, reply: turn.reply)
      let resumed = try resume(file, pack)
      let live = Picture(turn, pack)
      var again = Picture(resumed, pack)
      #expect(again.said.map { $0.text.trimmed } == live.said.map { $0.text.trimmed })
      again.said = live.said
      #expect(again == live, "after \"\(line)\" of seed \(seed)")
      if again != live { return }
    }
  }

  /// The last turn of the talk that a saved file holds, as `--resume` plays it.
  private func resume(_ file: String, _ pack: CompiledPack) throws -> Turn {
    let saved = try SavedChat(text: file, path: "walk.chat")
    let opened = try #require(saved.date)
    let talk = Conversation(on: opened, region: saved.region ?? .unknown, with: pack)
    return saved.turns.reduce(talk.opening(with: pack)) { turn, said in
      turn.conversation.hearing(said.text, on: said.date, with: pack)
    }
  }
}
