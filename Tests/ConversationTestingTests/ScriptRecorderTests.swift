import ConversationTesting
import DialogEngine
import LanguageProcessing
import TestSupport
import Testing

@Suite struct ScriptRecorderTests {
  @Test("a chat written down as it is held passes as a script")
  func records() throws {
    let pack = try SmallPack.compiled.get()
    var date = CalendarDate(dayNumber: 20_468)
    var turn = Conversation(on: date, region: .unknown, with: pack).opening(with: pack)
    var text = ScriptRecorder.opening(
      title: "A chat", pack: "small", region: .unknown, date: date, reply: turn.reply)
    for (days, said) in [
      (0, "squats *tues*"), (0, ""), (2, "a \\ b\nc"), (0, "none"), (0, "#sore"), (0, "chest pain"),
    ] {
      let next = date.adding(days: days)
      turn = turn.conversation.hearing(said, on: next, with: pack)
      text += ScriptRecorder.turn(said, on: next, after: date, reply: turn.reply)
      date = next
    }
    let results = try SmallPack.results(text)
    #expect(results.flatMap(\.mismatches).map(\.message) == [])
    #expect(results[0].plays[0].turns.map(\.text).contains("a \\ b\nc"))
    #expect(results[0].plays[0].turns.last?.date == date)
  }

  @Test(
    "what nobody sees is written down as it is heard",
    arguments: [
      ("ch\u{0}est pain", "chest pain"), ("a\u{7F}b\u{1B}c", "abc"), ("left\tcalf", "left calf"),
      ("one\r\ntwo\rthree\nfour", #"one\ntwo\nthree\nfour"#), (#"a\n"#, #"a\\n"#),
    ])
  func unseen(typed: String, written: String) {
    #expect(ScriptRecorder.escaped(typed) == written)
  }
}
