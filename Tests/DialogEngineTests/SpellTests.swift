import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// A sign that comes and goes, told with its day, was there on that day; one that lasts is there now.
@Suite struct SpellTests {
  @Test(arguments: [
    ("about three weeks ago my words came out jumbled for five minutes", Level.urgent),
    ("8 days ago my speech was slurred for ten minutes", .urgent),
    ("6 days ago my speech was slurred for ten minutes", .emergency),
    ("my speech has been slurred since 3 weeks", .emergency),
    ("my speech is slurred", .emergency),
  ])
  func countsFromItsDay(_ line: String, _ level: Level) throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say(line)
    #expect(talk.level == level)
  }

  @Test func aLongFirstLineOfWhichNothingWasHeardLeadsToTheChecks() throws {
    var talk = Talk(try TestPack.compiled(SmallPack.text))
    talk.say(
      "a joke goes here and then comes a long tale of a great many words that tell this program nothing"
    )
    #expect(talk.question == "legs")
  }

  @Test func aShortSideQuestionLeavesTheFloorToTheUser() throws {
    var talk = Talk(try TestPack.compiled(SmallPack.text))
    talk.say("tell a joke please, a good joke")
    #expect(talk.question == nil)
  }
}
