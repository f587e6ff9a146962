import DialogEngine
import TestSupport
import Testing

/// The table of conversation.md section 2, row by row: what an answer to a screen records.
@Suite struct ScreenAnswerTests {
  private func asked() throws -> Talk {
    var talk = Talk(try TestPack.compiled(SmallPack.text))
    talk.say("did squats on leg day")
    #expect(talk.question == "legs")
    return talk
  }

  @Test(arguments: ["none", "no", "nah", "nope, none of those", "5"])
  func noneScreensEveryItem(_ answer: String) throws {
    var talk = try asked()
    if answer == "5" { talk.say("4") } else { talk.say(answer) }
    #expect(talk.standing("calf_swelling") == .screenedNo)
    #expect(talk.standing("rest_pain") == .screenedNo)
    #expect(talk.question == "chest")
  }

  @Test func aNumberMarksThatItemAndAsksForTheOthersOnce() throws {
    var talk = try asked()
    talk.say("2")
    #expect(talk.standing("cold_foot") == .yes)
    #expect(talk.standing("rest_pain") == .unknown)
    #expect(talk.question == "legs")
    #expect(talk.text.contains("Any of the others?"))
    talk.say("no")
    #expect(talk.standing("rest_pain") == .screenedNo)
    #expect(talk.question == "chest")
  }

  @Test func onlyOneItemDeniesTheRest() throws {
    var talk = try asked()
    talk.say("just 2")
    #expect(talk.standing("cold_foot") == .yes)
    #expect(talk.standing("calf_swelling") == .screenedNo)
    #expect(talk.question == "chest")
  }

  @Test(arguments: ["1... no wait 2", "1 no wait 2", "1, scrap that, 2", "1 sorry i meant 2"])
  func aNumberCorrectedInTheSameLineIsTheLastOne(_ answer: String) throws {
    var talk = try asked()
    talk.say(answer)
    #expect(talk.standing("cold_foot") == .yes)
    #expect(talk.standing("calf_swelling") == .unknown)
    #expect(talk.standing("leg_day") == .yes, "what was said before stands")
  }

  @Test func aNumberBesideANoIsThatOneAndNoForTheRest() throws {
    var talk = try asked()
    talk.say("2, no others")
    #expect(talk.standing("cold_foot") == .yes)
    #expect(talk.standing("calf_swelling") == .screenedNo)
  }

  @Test func takingBackWithoutAnythingNewIsNoAnswer() throws {
    var talk = try asked()
    talk.say("no wait")
    #expect(talk.standing("cold_foot") == .unknown)
    #expect(talk.question == "legs")
  }

  @Test func oneDeniedItemLeavesTheRestToBeAskedOnce() throws {
    var talk = try asked()
    talk.say("no cold foot")
    #expect(talk.standing("cold_foot") == .no)
    #expect(talk.standing("calf_swelling") == .unknown)
    #expect(talk.question == "legs")
  }

  @Test func noButOneThingIsThatOneAndNoForTheRest() throws {
    var talk = try asked()
    talk.say("no but my foot is cold")
    #expect(talk.standing("cold_foot") == .yes)
    #expect(talk.standing("rest_pain") == .screenedNo)
    #expect(talk.question == "chest")
  }

  @Test func yesAloneAsksWhichAndThenTakesTheWorstOneLevelLower() throws {
    var talk = try asked()
    talk.say("yes")
    #expect(talk.text.contains("Which one?"))
    talk.say("yes")
    #expect(talk.standing("calf_swelling") == .unsure)
  }

  @Test func notSureAsksTheItemsOneByOne() throws {
    var talk = try asked()
    talk.say("not sure")
    #expect(talk.question == "calf_swelling")
    talk.say("no")
    #expect(talk.question == "cold_foot")
    talk.say("no", "no")
    #expect(talk.question == "chest")
  }

  @Test(arguments: ["ok", "k", "sure", "right", "fine"])
  func anAcknowledgementIsNoAnswer(_ word: String) throws {
    var talk = try asked()
    talk.say(word)
    #expect(talk.question == "legs")
    #expect(talk.standing("calf_swelling") == .unknown)
  }

  @Test func aQuestionBackIsAnsweredAndTheScreenPutAgain() throws {
    var talk = try asked()
    talk.say("why do you ask")
    #expect(talk.question == "legs")
    #expect(talk.standing("calf_swelling") == .unknown)
  }
}
