import DialogEngine
import TestSupport
import Testing

/// How answers to the questions about causes are read, and when such a question is let go.
@Suite struct InterviewAnswerTests {
  private static func pack(bestOf: Bool = true) -> String {
    """
    pack: interview
    title: Interview
    language: en
    start: hello
    version: 1.0.0
    extends: english
    findings:
      heavy:
        name: heavy legs
        patterns: |
          heavy
      worse: {name: worse late, ask: "Is it worst after standing, in heat or by evening?"}
      shoes:
        name: old shoes
        patterns: |
          old shoes
      fits:
        name: what fits best
        kind: choice
        best_of: \(bestOf)
        options:
          sleep: {text: short sleep}
          food: {text: little food}
        ask: Which fits best?
      short_sleep:
        name: short sleep
        means: |
          fits == sleep
      little_food:
        name: little food
        means: |
          fits == food
    causes:
      veins:
        name: leaky veins
        called: |
          veins
        supports: {heavy: weak, worse: strong}
      worn:
        name: worn shoes
        called: |
          shoes
        supports: {heavy: weak, shoes: moderate}
      tired: {name: tiredness, supports: {heavy: strong, short_sleep: strong}}
      hungry: {name: hunger, supports: {heavy: moderate, little_food: strong}}
    states:
      hello: {say: What is it?, go: explore}
      explore: {ask: [worse], go: more}
      more: {interview: causes, at_most: 5, go: done}
      done: {conclude: true}
    """
  }

  private func asked(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.compiled(Self.pack()), region: .unknown)
    talk.say("heavy legs")
    try #require(talk.question == "worse")
    for line in lines { talk.say(line) }
    return talk
  }

  @Test(
    "a leading no is a no whatever follows",
    arguments: [
      "no i dont normally get that", "no it isnt usually any different",
      "nope i have never noticed",
    ])
  func denies(_ answer: String) throws {
    #expect(try asked(answer).standing("worse") == .no)
  }

  @Test("a leading yes is a yes", arguments: ["yes it does get like that", "yeah i do most days"])
  func affirms(_ answer: String) throws {
    #expect(try asked(answer).standing("worse") == .yes)
  }

  @Test(
    "words of the question say yes", arguments: ["by evening", "after standing", "in the heat"])
  func echoes(_ answer: String) throws {
    #expect(try asked(answer).standing("worse") == .yes)
  }

  @Test(
    "other words, denied words and a question back say nothing",
    arguments: ["by lunch", "not by evening", "in heat?", "what heat", "on it"])
  func doesNotEcho(_ answer: String) throws {
    #expect(try asked(answer).standing("worse") != .yes)
  }

  @Test func aDeniedCauseIsNotAskedAbout() throws {
    #expect(try !asked("my shoes would not do that so not shoes really").text.contains("I come to"))
    #expect(try asked("is it my veins?").text.contains("I come to"))
  }

  @Test func aQuestionAboutCausesIsPutTwiceAtMost() throws {
    var talk = try asked("no")
    let first = try #require(talk.question)
    talk.say("purple monkey dishwasher")
    #expect(talk.question == first)
    talk.say("purple monkey dishwasher")
    #expect(talk.question != first)
  }

  @Test func whatWasNotChosenLosesLittle() throws {
    func score(_ bestOf: Bool) throws -> Double {
      var talk = Talk(try TestPack.compiled(Self.pack(bestOf: bestOf)), region: .unknown)
      talk.say("heavy legs", "no", "short sleep")
      while talk.question != nil { talk.say("no") }
      return try #require(talk.conversation.causes.first { $0.id == "hungry" }?.score)
    }
    #expect(try score(true) > score(false))
  }
}
