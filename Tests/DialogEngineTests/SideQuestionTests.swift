import DialogEngine
import TestSupport
import Testing

/// What a side question tells of the user, and how one is met that nothing answers.
@Suite struct SideQuestionTests {
  private func concluded(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("legs heavy for a week, i run every day", "none", "none", "none", "none", "enough")
    try #require(talk.conversation.phase == .concluded)
    for line in lines { talk.say(line) }
    return talk
  }

  @Test(
    "the words of a question after the conclusion are no facts",
    arguments: [
      ("how do i get rid of doms quicker", "onset_delayed"),
      ("what even is restless legs", "restless_legs"),
      ("what ferritin number is good for a runner", "iron_normal_recent"),
    ])
  func tellsNothing(_ line: String, _ finding: String) throws {
    let talk = try concluded(line)
    #expect(talk.standing(finding) != .yes)
    #expect(!talk.text.contains("That changes the order"))
  }

  @Test func aDangerInAQuestionStillCounts() throws {
    let talk = try concluded("what can i do about my swollen left calf")
    #expect(talk.flag("dvt") != nil)
  }

  @Test func aQuestionThatNothingAnswersIsNotMetWithNoted() throws {
    let talk = try concluded("do heavy legs run on petrol?")
    #expect(!talk.text.contains("Noted."))
  }

  @Test func thanksBesideAQuestionAboutCausesDemandsNothing() throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("legs heavy for a week, i run every day", "none", "none", "none", "none")
    let question = try #require(talk.question)
    talk.say("cheers")
    #expect(talk.question == question)
    #expect(!talk.text.contains("to be safe"))
  }

  @Test func whatFollowsFromAnAgeIsNotAskedBesideTheRest() throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("i am 63 and my left calf aches when i run")
    var texts: [String] = []
    while talk.question != nil, texts.count < 6 {
      texts.append(talk.text)
      talk.say("no")
    }
    #expect(!texts.contains { $0.contains("over 60") })
  }
}
