import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

@testable import DialogEngine

/// What is asked next: what can change the level, then what tells the causes apart, then the author's order.
@Suite struct ChoiceTests {
  private static func pack(
    third: String = "moderate", topics: [String] = ["sleep", "diet", "heat"]
  ) -> String {
    """
    pack: choice
    title: Choice
    language: en
    start: hello
    version: 1.0.0
    extends: english
    findings:
      sign:
        name: the sign
        patterns: |
          sign
      heavy:
        name: heavy legs
        topic: \(topics[0])
        patterns: |
          heavy
      danger: {name: the danger, ask: Is the danger there?}
      item: {name: an item, ask: Is the item there?}
      first: {name: the first, topic: \(topics[0]), ask: Is it the first?, why: It is common.}
      second: {name: the second, topic: \(topics[1]), ask: Is it the second?}
      third: {name: the third, topic: \(topics[2]), ask: Is it the third?}
      never: {name: the never, when: danger, ask: Is it the never?}
    screens:
      checks: {ask: Any of these?, items: [item]}
    red_flags:
      grave:
        name: a grave thing
        raise:
          urgent: |
            sign and danger
        suspected_by: [sign]
        confirm: [danger]
        first: Be seen today.
    causes:
      one: {name: cause one, supports: {heavy: weak, first: moderate, never: strong}}
      two: {name: cause two, supports: {heavy: weak, second: moderate}}
      three: {name: cause three, supports: {heavy: weak, third: \(third)}}
    states:
      hello: {say: What is it?, go: checking}
      checking: {screens: [checks], go: explore}
      explore: {interview: causes, at_most: 5, go: done}
      done: {conclude: true}
    """
  }

  private func talk(_ text: String, _ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.compiled(text), region: .unknown)
    for line in lines { talk.say(line) }
    return talk
  }

  @Test func whatCanChangeTheLevelComesBeforeScreensAndCauses() throws {
    var talk = try talk(Self.pack(), "heavy and the sign")
    #expect(talk.question == "danger")
    #expect(talk.turn.trace.questionReason == "danger: confirms grave, suspected at urgent")
    talk.say("no")
    #expect(talk.question == "checks")
    #expect(talk.turn.trace.questionReason == "checks: screen checks, by order of the state")
    talk.say("none")
    #expect(talk.question.map(["first", "second", "third"].contains) == true)
  }

  @Test func theAuthorsOrderDecidesATie() throws {
    let talk = try talk(Self.pack(), "heavy and the sign", "no", "none")
    #expect(talk.question == "first")
  }

  @Test func whatTellsMoreComesFirst() throws {
    let talk = try talk(Self.pack(third: "strong"), "heavy and the sign", "no", "none")
    #expect(talk.question == "third")
    #expect(talk.turn.trace.questionReason?.hasPrefix("third: tells causes apart, gain 0.") == true)
    #expect(talk.turn.trace.questionReason?.hasSuffix(", best") == true)
  }

  @Test func theSameTopicWinsWhenItsGainIsNearTheBest() throws {
    // The first two are alike in what they tell; the topic of the list before decides.
    let talk = try talk(
      Self.pack(topics: ["sleep", "other", "heat"]), "heavy and the sign", "no", "none")
    #expect(talk.question == "second")
  }

  @Test func aQuestionThatCannotApplyIsSkipped() throws {
    var talk = try talk(Self.pack(), "heavy and the sign", "no", "none")
    var asked: [String] = []
    while let question = talk.question, asked.count < 6 {
      asked.append(question)
      talk.say("no")
    }
    #expect(!asked.contains("never"))
    #expect(!asked.isEmpty)
  }

  @Test func whySaysWhatTheAnswerIsFor() throws {
    var safety = try talk(Self.pack(), "heavy and the sign", "why do you ask")
    #expect(safety.text.contains("The answer can change how soon you need care."))
    #expect(safety.question == "danger")
    safety = try talk(Self.pack(), "heavy and the sign", "no", "none", "why do you ask")
    #expect(safety.text.contains("It is common."))
    #expect(safety.text.contains("The answer speaks for or against cause one."))
    #expect(safety.question == "first")
  }

  @Test func theGainOfAQuestionIsTheSameToTheLastBit() throws {
    // Sums of fractions depend on their order, and a dictionary has another order each time.
    let pack = try TestPack.heavyLegs.get()
    var talk = Talk(pack)
    talk.say("heavy legs for weeks, 5 hours of sleep, two marathons this month")
    let facts = talk.conversation.facts
    let gains = (0..<100).map { _ in
      CauseRanking(pack: pack, store: facts, today: talk.date.dayNumber).gains()
    }
    #expect(gains[0].count > 10)
    #expect(gains.allSatisfy { $0 == gains[0] })
  }
}
