import DialogEngine
import IntentPacks
import TestSupport
import Testing

@Suite struct ConclusionTests {
  private func concluded() throws -> Talk {
    var talk = Talk(try TestPack.compiled(SmallPack.text))
    talk.say("did squats on leg day", "none", "none")
    var turns = 0
    while talk.conversation.phase == .asking, turns < 10 {
      talk.say("no")
      turns += 1
    }
    return talk
  }

  @Test func aBenignTalkEndsWithTheCauseThatFits() throws {
    let talk = try concluded()
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.conversation.causes.first?.id == "lifting")
    #expect(talk.text.contains("1. Leg day: fits best"))
    #expect(talk.text.contains("Tuesday 20 January"))
    #expect(talk.level == .routine)
  }

  @Test func aNewFactChangesTheOrderAndSaysSo() throws {
    var talk = try concluded()
    talk.say("i slept badly")
    #expect(talk.text.contains("short sleep") || talk.text.contains("Short sleep"))
  }

  @Test func nothingThatFitsIsAResult() throws {
    var talk = Talk(try TestPack.compiled(SmallPack.text))
    talk.say("my foot was cold last year", "none", "none")
    var turns = 0
    while talk.conversation.phase == .asking, turns < 10 {
      talk.say("no")
      turns += 1
    }
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.text.contains("Nothing I know fits well."))
  }

  @Test func noQuestionIsAskedTwice() throws {
    var talk = Talk(try TestPack.compiled(SmallPack.text))
    talk.say("did squats on leg day")
    var asked: [String] = []
    var turns = 0
    while let question = talk.question, turns < 20 {
      asked.append(question)
      talk.say("no")
      turns += 1
    }
    #expect(Set(asked).count == asked.count)
    #expect(!asked.contains("leg_day"))
  }
}
