import DialogEngine
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// Taking back and changing what was said: by name, by value, by turn; with the shipped pack, whose words they are.
@Suite struct CorrectionTests {
  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get())
    for line in lines { talk.say(line) }
    return talk
  }

  @Test func theFlightIsForgottenAndTheCalfIsNot() throws {
    let talk = try talk(
      "my left calf is swollen, flew from tokyo tuesday", "forget what i said about the flight")
    #expect(talk.standing("long_journey") == .unknown)
    #expect(talk.standing("calf_swelling") == .yes)
    #expect(talk.level == .urgent)
    #expect(talk.text.contains("Taken back: a long journey."))
  }

  @Test(arguments: ["how bad is it", "why do you ask", "what is the capital of peru", "summary"])
  func goingBackPassesOverASideQuestion(_ aside: String) throws {
    let talk = try talk("legs heavy", "none", aside, "go back")
    #expect(talk.text.contains("Taken back: \"none\"."))
    #expect(talk.question == "legs")
  }

  @Test func whatOnlyTheFlightRaisedFallsAndIsNamed() throws {
    let talk = try talk(
      "my left calf hurts and i flew back from tokyo on tuesday",
      "forget what i said about the flight")
    #expect(talk.flag("dvt")?.state != .raised)
    #expect(talk.text.contains("I take back what I said about a possible blood clot in the leg"))
    #expect(talk.text.contains("If it does happen"))
  }

  @Test(arguments: [
    "would rolling it be bad", "its really bad", "bad", "correct", "thats correct", "forget it",
    "can i just ignore it", "its a mistake to run on it?", "i was wrong about the shoes",
    "i got it wrong in training", "take it back to the shop", "should i change that shoe",
    "my mistake was to run on it", "cancel my race?", "something has changed",
  ])
  func whatOnlySoundsLikeTakingBackTakesNothingBack(_ line: String) throws {
    let talk = try talk("my left calf is swollen", line)
    #expect(talk.flag("dvt")?.state == .raised, "\(line): \(talk.text)")
    #expect(talk.level >= .urgent)
  }

  @Test(arguments: [
    "scrap that", "i take that back", "sorry that was wrong", "my mistake", "oops typo", "my bad",
    "ignore that please", "sorry scrap that", "no i meant my brother had that",
  ])
  func whatIsNothingButTakingBackTakesBackWhatWasSaidLast(_ line: String) throws {
    let talk = try talk("my left calf is swollen", line)
    #expect(talk.flag("dvt") == nil, "\(line): \(talk.text)")
    #expect(talk.text.contains("If it does happen"), "\(line)")
  }

  @Test func theOtherSideIsThatOfAllThatWasSaidInOneLine() throws {
    let talk = try talk("my left calf is swollen and hot", "no wait its the right calf")
    #expect(
      talk.text.contains("Corrected: a swollen calf or leg and a hot or red leg, right."),
      "\(talk.text)")
    for finding in ["calf_swelling", "leg_hot_red"] {
      let index = try #require(talk.pack.pack.findings.firstIndex { $0.id == finding })
      let sides = talk.conversation.facts.facts(about: index).filter(\.isClaim)
        .compactMap(\.circumstances.side)
      #expect(!sides.isEmpty && sides.allSatisfy { $0 == .right }, "\(finding): \(sides)")
    }
    #expect(talk.level == .urgent)
  }

  @Test func bothLegsIsACorrectionWhenTheySaySo() throws {
    var talk = try talk("my left calf is swollen", "actually it is both legs")
    let sides = talk.conversation.facts.facts.compactMap(\.circumstances.side)
    #expect(!sides.contains(.left))
    #expect(talk.text.contains("Corrected"))
    talk = try self.talk("my left calf is swollen", "its both calves tbh")
    #expect(talk.level == .urgent)
    #expect(talk.flag("dvt")?.state == .raised)
  }

  @Test func aDurationIsChangedByWhatItWasBefore() throws {
    let talk = try talk("my legs have been heavy for 3 weeks", "i said 3 weeks but its 3 months")
    #expect(talk.text.contains("Corrected."))
    #expect(talk.text.contains("3 months"))
    #expect(
      talk.conversation.facts.facts.allSatisfy { ($0.circumstances.lastsDays ?? 90) > 80 })
    let pack = talk.pack.pack
    let duration = talk.conversation.facts.facts.first {
      pack.findings[$0.finding].id == "symptom_duration"
    }
    #expect(duration.map { ($0.number ?? 0) > 80 } == true)
  }

  @Test func iMeantYesOpensTheAnswerBeforeAgain() throws {
    let talk = try talk(
      "legs heavy since squats", "none", "none", "sorry i meant yes")
    #expect(talk.question == "chest")
    #expect(talk.text.contains("Which one?"))
  }

  @Test func anUnclearWishToChangeAsksWhat() throws {
    let talk = try talk("my left calf is swollen", "forget what i said about the hamster")
    #expect(talk.level == .urgent)
    #expect(talk.standing("calf_swelling") == .yes)
    #expect(talk.text.contains("What should I change?"))
  }

  @Test(arguments: ["actually its prob nothing", "oops", "no wait", "well actually"])
  func aShrugTakesNothingBack(line: String) throws {
    let talk = try talk("my left calf is swollen", line)
    #expect(talk.level == .urgent)
    #expect(talk.standing("calf_swelling") == .yes)
  }

  @Test func correctingOneThingLowersNoOtherFlag() throws {
    let talk = try talk(
      "my left calf is swollen", "no", "i had chest pain when i ran yesterday",
      "forget what i said about my calf")
    #expect(talk.standing("calf_swelling") != .yes)
    #expect(talk.flag("chest_pain_cardiac") != nil)
    #expect(talk.level >= .urgent)
  }

  @Test func anEmergencyTakenBackByNameStandsUntilAPlainNo() throws {
    var talk = try talk("crushing chest pain right now", "forget what i said about the chest pain")
    #expect(talk.level == .emergency)
    #expect(talk.question == "retraction")
    #expect(talk.reply.say.first == "Call 999 now.")
    talk.say("dont think so")
    #expect(talk.level == .emergency)
    talk.say("no")
    #expect(talk.level < .emergency)
  }

  // MARK: Going back

  @Test func goingBackOverStartingOverLosesNoLevel() throws {
    var talk = try talk("my left calf is swollen", "start over", "thanks", "go back")
    #expect(talk.level == .urgent)
    talk.say("go back")
    #expect(talk.text.contains("Taken back: \"start over\"."))
    #expect(talk.level == .urgent)
  }

  @Test func goingBackReachesTheVeryStart() throws {
    var talk = try talk("legs heavy since squats", "none", "thanks", "none")
    for _ in 0..<4 { talk.say("go back") }
    #expect(talk.conversation.facts.facts.isEmpty)
    #expect(talk.text.contains("What's going on with your legs?"))
    talk.say("go back")
    #expect(talk.text.contains("There is nothing to go back to."))
  }

  @Test func anAnswerToTheRetractionIsNeverReadAsAnotherAnswer() throws {
    // Replayed without the emergency, the "no" would deny the screen that was open then.
    let talk = try talk(
      "heavy legs", "crushing chest pain right now", "go back", "no", "thanks", "go back")
    #expect(talk.standing("cold_foot") == .unknown)
    #expect(talk.question == "legs")
  }

  @Test func goingBackAfterTheConclusionGivesItAgain() throws {
    var talk = try talk("legs sore since squats yesterday", "none", "none", "none", "none")
    for _ in 0..<12 where talk.conversation.phase == .asking { talk.say("no") }
    #expect(talk.conversation.phase == .concluded)
    talk.say("thanks", "go back")
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.text.contains("1. "))
  }

  @Test func anAnswerThatHungOnWhatIsCorrectedIsDroppedAndNamed() throws {
    let pack = try TestPack.compiled(
      """
      pack: hung
      title: Hung
      language: en
      start: hello
      version: 1.0.0
      extends: english
      findings:
        dog: {name: a dog, patterns: dog}
        walks: {name: long walks, when: dog, ask: Do you take it on long walks?}
      intents:
        correct: {patterns: actually, do: correct}
      states:
        hello: {say: What is it?, ask: [walks], go: done}
        done: {conclude: true}
      """)
    var talk = Talk(pack)
    talk.say("i have a dog")
    #expect(talk.question == "walks")
    talk.say("yes")
    #expect(talk.standing("walks") == .yes)
    talk.say("actually i have no dog")
    #expect(talk.standing("dog") == .no)
    #expect(talk.standing("walks") == .unknown)
    #expect(talk.text.contains("No longer counted, as it hung on that: long walks."))
  }
}
