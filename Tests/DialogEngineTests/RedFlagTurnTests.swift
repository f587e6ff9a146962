import DialogEngine
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// What must always hold (design section 6), on a small pack.
@Suite struct RedFlagTurnTests {
  private func talk() throws -> Talk { Talk(try TestPack.compiled(SmallPack.text)) }

  @Test func aFlagInTheOpeningGivesInstructionsAtOnce() throws {
    var talk = try talk()
    talk.say("my left calf is swollen")
    #expect(talk.level == .urgent)
    #expect(talk.conversation.phase == .escalated)
    #expect(
      talk.reply.say.first
        == "Get this leg checked today. Call 111 (UK advice line) or your GP now.")
    #expect(talk.conversation.causes.isEmpty)
  }

  @Test func anEmergencyReplyStartsWithTheCallAndAsksNothing() throws {
    var talk = try talk()
    talk.say("my left calf is swollen and i am short of breath")
    #expect(talk.level == .emergency)
    #expect(talk.reply.say.first == "Call 999 now.")
    #expect(talk.reply.question == nil)
    #expect(!talk.text.contains("?\n"))
  }

  @Test func anUnknownRegionGetsNoBareNumber() throws {
    var talk = Talk(try TestPack.compiled(SmallPack.text), region: .unknown)
    talk.say("short of breath and my left calf is swollen")
    #expect(talk.reply.say.first == "Call your local emergency number now.")
    #expect(!talk.text.contains("999"))
  }

  @Test func namingTheCountryReprintsTheInstruction() throws {
    var talk = Talk(try TestPack.compiled(SmallPack.text), region: .unknown)
    talk.say("short of breath and my left calf is swollen", "i'm in spain")
    #expect(talk.text.contains("Call 112 now."))
  }

  @Test func partsSaidManyTurnsApartAddUp() throws {
    var talk = try talk()
    talk.say("my left calf is sore", "joke", "no")
    #expect(talk.flag("clot")?.state == .suspected || talk.flag("clot") == nil)
    talk.say("i flew home last week")
    #expect(talk.flag("clot")?.state == .raised)
    #expect(talk.level == .urgent)
  }

  @Test func aSuspectedFlagIsConfirmedBeforeTheScreens() throws {
    var talk = try talk()
    talk.say("my left calf is sore")
    #expect(talk.flag("clot")?.state == .suspected)
    #expect(talk.level == .routine)
    #expect(talk.question == "risks" || talk.question == "breathless")
  }

  @Test(arguments: [
    "my calf hurts. the calf pain is severe", "severe calf pain. my calf hurts",
  ])
  func howBadItIsCountsInWhicheverSentenceItStands(said: String) throws {
    let text = SmallPack.text.replacing(
      "raise:\n", with: "raise:\n      soon: |\n        calf_pain.severity == severe\n",
      maxReplacements: 1)
    var talk = Talk(try TestPack.compiled(text))
    talk.say(said)
    #expect(talk.level == .soon)
  }

  @Test func theWindowOfARiskCounts() throws {
    var old = try talk()
    old.say("my left calf is sore", "i flew home 9 weeks ago")
    #expect(old.flag("clot")?.state != .raised)
    var recent = try talk()
    recent.say("my left calf is sore", "i flew home 7 weeks ago")
    #expect(recent.flag("clot")?.state == .raised)
  }

  @Test func aBenignTurnNeverLowersTheLevel() throws {
    var talk = try talk()
    talk.say("my left calf is swollen", "prob nothing", "it was leg day", "bye")
    #expect(talk.level == .urgent)
    #expect(talk.text.contains("Get this leg checked today."))
    #expect(talk.conversation.phase == .ended)
  }

  @Test func startingOverKeepsTheInstruction() throws {
    var talk = try talk()
    talk.say("my left calf is swollen", "start over")
    #expect(talk.level == .urgent)
    #expect(talk.text.contains("Get this leg checked today."))
  }

  @Test func goingBackOverAnUrgentTurnSaysWhatIsWithdrawn() throws {
    var talk = try talk()
    talk.say("my left calf is swollen", "go back")
    #expect(talk.level == .routine)
    #expect(talk.text.contains("a possible blood clot"))
    #expect(talk.text.contains("If it does happen"))
  }

  @Test func anEmergencyFallsOnlyAfterAPlainNo() throws {
    var talk = try talk()
    talk.say("my left calf is swollen and i am short of breath", "go back")
    #expect(talk.level == .emergency)
    #expect(talk.question == "retraction")
    talk.say("no")
    #expect(talk.level < .emergency)
  }

  @Test func anEmergencyStandsWhenItIsHappeningAfterAll() throws {
    var talk = try talk()
    talk.say("my left calf is swollen and i am short of breath", "go back", "yes")
    #expect(talk.level == .emergency)
  }

  @Test func aClinicianSinceBringsItToSoon() throws {
    var talk = try talk()
    talk.say("my left calf is swollen", "the scan was clear")
    #expect(talk.level == .soon)
  }

  @Test func aSideQuestionWithAFlagInsideEscalates() throws {
    var talk = try talk()
    talk.say("did squats on leg day", "tell me a joke, my chest hurts")
    #expect(talk.level == .urgent)
  }

  @Test func aFlagAfterTheConclusionEscalates() throws {
    var talk = try talk()
    talk.say("did squats on leg day", "none", "none", "yes", "no", "no")
    #expect(talk.conversation.phase == .concluded)
    talk.say("my chest hurts")
    #expect(talk.level == .urgent)
    #expect(talk.conversation.phase == .escalated)
    #expect(talk.conversation.causes.isEmpty)
  }

  @Test func adviceAgainstAnOpenFlagIsRefused() throws {
    var talk = try talk()
    talk.say("my left calf is swollen", "can i massage it")
    #expect(talk.text.contains("No rubbing until a clot is ruled out."))
    #expect(!talk.text.contains("may feel good"))
  }

  @Test func adviceBeforeTheScreensIsPutOff() throws {
    var talk = try talk()
    talk.say("did squats on leg day", "can i massage it")
    #expect(talk.text.contains("Not before we have checked this."))
    #expect(talk.question == "legs")
  }

  @Test func justTellMeAsksTheGravestScreenFirst() throws {
    var talk = try talk()
    talk.say("did squats on leg day", "tell me")
    #expect(talk.question == "chest")
    talk.say("no")
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.text.contains("Not checked:"))
  }

  @Test func aCorrectedSideReplacesTheOtherAndIsSaidBack() throws {
    var talk = try talk()
    talk.say("my right calf is swollen", "scrap that, the left one")
    let sides = talk.conversation.facts.facts.compactMap(\.circumstances.side)
    #expect(sides == [.left])
    #expect(talk.text.contains("Corrected: a swollen calf, left."))
    #expect(talk.level == .urgent)
  }

  @Test func onlyACorrectionThatCarriesTheSignIsNamed() throws {
    var talk = try talk()
    talk.say("my left calf is swollen, no chest pian")
    #expect(!talk.text.contains("pian"))
  }

  @Test func aRecoveredSignIsNotTakenBack() throws {
    var talk = try talk()
    talk.say("i fainted on a run yesterday")
    #expect(talk.level == .emergency)
    talk.say("i'm fine now")
    #expect(talk.level == .emergency)
  }
}
