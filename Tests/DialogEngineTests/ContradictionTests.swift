import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// Yes and no were both said of one sign: asked about once; until it is settled the worse one stands.
@Suite struct ContradictionTests {
  private func swollen(then lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("my left calf is swollen")
    try #require(talk.level == .urgent)
    for line in lines { talk.say(line) }
    return talk
  }

  @Test(
    "a denial of what was told is asked about, and nothing falls",
    arguments: ["my calf is not swollen", "there is no swelling", "no swelling at all"])
  func asked(_ denial: String) throws {
    let talk = try swollen(then: denial)
    #expect(talk.question == "calf_swelling")
    #expect(talk.text.contains("Earlier you said yes to that"))
    #expect(talk.level == .urgent)
  }

  @Test(
    "answered with yes it stands, and is not asked again",
    arguments: ["yes", "yes it is swollen"])
  func affirmed(_ answer: String) throws {
    let talk = try swollen(then: "my calf is not swollen", answer)
    #expect(talk.flag("dvt")?.state == .raised)
    #expect(talk.level == .urgent)
    #expect(talk.question != "calf_swelling")
    #expect(try swollen(then: "my calf is not swollen", answer, "no").question != "calf_swelling")
  }

  @Test("answered with no the sign is taken back")
  func denied() throws {
    let talk = try swollen(then: "my calf is not swollen", "no")
    #expect(talk.standing("calf_swelling") == .no)
    #expect(talk.flag("dvt")?.state != .raised)
    #expect(talk.question != "calf_swelling")
  }

  @Test(
    "left open the worse one stands",
    arguments: [["not sure", "not sure"], ["skip"], ["hrmpf", "hrmpf", "hrmpf"], ["bye"]])
  func unanswered(_ answers: [String]) throws {
    var talk = try swollen(then: "my calf is not swollen")
    for answer in answers { talk.say(answer) }
    #expect(talk.flag("dvt")?.state == .raised)
    #expect(talk.level == .urgent)
  }

  @Test("the other side is no contradiction")
  func otherSide() throws {
    let talk = try swollen(then: "my right calf is not swollen")
    #expect(talk.standing("calf_swelling") == .yes)
    #expect(talk.question != "calf_swelling")
  }

  @Test("an answer to something else is no contradiction")
  func otherSign() throws {
    let talk = try swollen(then: "no, my breathing is fine")
    #expect(talk.standing("calf_swelling") == .yes)
    #expect(talk.question != "calf_swelling")
  }
}
