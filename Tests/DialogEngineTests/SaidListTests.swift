import DialogEngine
import TestSupport
import Testing

/// What was said comes back in nouns, as one list that reads well aloud.
@Suite struct SaidListTests {
  @Test(arguments: [
    (
      "legs dead from the start for 10 days. also sleeping like crap",
      "Heavy legs from the first step for 10 days and poor or broken sleep: noted."
    ),
    ("heavy legs most nights", "Heavy legs most nights: noted."),
    ("legs are heavy every other run", "Heavy legs every other run: noted."),
    ("heavy legs for 3 weeks", "Heavy legs for 3 weeks: noted."),
    ("heavy legs for 18 months", "Heavy legs for 18 months: noted."),
    ("i upped my miles, heavy legs", "Heavy legs and a lot more distance: noted."),
  ])
  func theReplySaysBackWhatWasNew(_ line: String, _ heard: String) throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say(line)
    #expect(talk.text.contains(heard), "\(talk.text)")
  }

  @Test func theFirstCheckSaysHowManyThereAreAndTheLastThatItIsTheLast() throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("heavy legs on every run")
    #expect(talk.text.contains("I do 4 quick checks, then causes."))
    talk.say("none", "none")
    #expect(!talk.text.contains("checks"))
    talk.say("none")
    #expect(talk.text.contains("Last check."))
    talk.say("none")
    #expect(talk.text.contains("Now the causes."))
  }

  @Test func aDangerIsNotInterruptedByWhereWeAre() throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("left calf swollen after a flight")
    #expect(!talk.text.contains("quick checks"))
  }

  @Test func whatStillHoldsIsSaidOnceInAReply() throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("left calf swollen after a flight", "no. can i foam roll it")
    let reminders = talk.text.split(separator: "\n").count { $0 == "It still needs a check today." }
    #expect(reminders == 1, "\(talk.text)")
  }

  @Test func aRiskToldBesideOpenInstructionsIsSaidBack() throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say("my lft calf is swollen", "we drove back from cornwall 7 hrs")
    #expect(talk.text.contains("noted."), "\(talk.text)")
    talk.say("sorry it was the right one not left")
    #expect(talk.text.contains("right."), "\(talk.text)")
  }

  @Test(arguments: ["cant get my breth", "short of breth sitting still"])
  func halfOfAPairOfVowelsIsHeard(_ line: String) throws {
    var talk = Talk(try TestPack.heavyLegs.get())
    talk.say(line)
    #expect(talk.conversation.flags.contains { $0.id == "pulmonary_embolism" }, "\(talk.text)")
  }
}
