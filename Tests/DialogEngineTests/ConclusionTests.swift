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

  @Test func aNewFactSaysHowItChangesTheOrder() throws {
    var talk = try concluded()
    talk.say("i slept badly")
    #expect(talk.text.contains("That changes the order."))
    #expect(
      talk.text.contains("New on the list: short sleep.")
        || talk.text.contains("Short sleep now fits best."))
    talk.say("my foot was cold last year")
    #expect(!talk.text.contains("New on the list"))
  }

  @Test func moreOnOneTellsAllOfIt() throws {
    var talk = try concluded()
    talk.say("more on 1")
    #expect(talk.text.contains("Lifting tires the muscles."))
    talk.say("more on 7")
    #expect(talk.text.contains("There is no such number in the list."))
  }

  @Test func whyNotNamesWhatSpeaksAgainstAndWhatWasNotSaid() throws {
    var talk = try concluded()
    talk.say("why not sleep")
    #expect(talk.text.contains("Muscles mend at night."))
    #expect(
      talk.text.contains("You said no to: short sleep.")
        || talk.text.contains("I do not know yet: short sleep."))
  }

  @Test func theSummaryIsOnePage() throws {
    var talk = try concluded()
    let lines = talk.conversation.summary(with: talk.pack).lines
    for wanted in [
      "# Summary of a talk about symptoms, 2026-01-15", "## What they came with",
      "- \"did squats on leg day\"", "## How soon", "## Danger signs", "- none raised so far",
      "## Advice given", "- Rest for 2 days.", "## Said yes to, in their own words",
      "## Said no to", "- swelling: one calf swollen", "## Possible causes named", "- leg day",
    ] {
      #expect(lines.contains(wanted), "\(wanted)")
    }
    #expect(lines.count <= 40)
    talk.say("my left calf is swollen since i flew 3 weeks ago")
    let urgent = talk.conversation.summary(with: talk.pack).lines
    #expect(
      urgent.contains("- Get this leg checked today. Call 111 (UK advice line) or your GP now."))
    #expect(urgent.contains("- 2025-12-25: a long flight"))
    #expect(!urgent.contains("## Possible causes named"))
  }
}
