import DialogEngine
import TestSupport
import Testing

/// What the words of an answer to a choice choose.
@Suite struct ChoiceAnswerTests {
  private static let pack = """
    pack: choices
    title: Choices
    language: en
    start: welcome
    version: 1.0.0
    extends: english
    findings:
      feeling:
        topic: pain
        name: how it feels
        kind: choice
        options:
          all_day: {text: "tired all day, not only on runs"}
          on_runs: {text: heavy on runs}
          gave_blood: {text: "a medicine, or gave blood"}
          marathon: {text: a marathon}
          beginner: {text: new to it}
        ask: Which fits best?
        why: They differ.
      blood:
        topic: history
        name: a blood donation
        patterns: |
          "gave blood"
        ask: Did you give blood?
        why: It tires.
    causes:
      post_race:
        name: days after a race
        called: |
          marathon
        level: routine
        evidence: moderate
        explain: A race tires.
        supports: {blood: weak}
    states:
      welcome: {say: What is going on?, go: explore}
      explore: {ask: [feeling], go: conclusion}
      conclusion: {conclude: true}
    """

  @Test(
    "the words of an option choose it",
    arguments: [("tired all day", "all_day"), ("heavy on runs", "on_runs"), ("2", "on_runs")])
  func chooses(_ said: String, _ option: String) throws {
    var talk = Talk(try TestPack.compiled(Self.pack))
    talk.say("my knee has been odd for a while")
    try #require(talk.question == "feeling")
    talk.say(said)
    #expect(talk.conversation.facts.leading(0)?.value == option)
  }

  @Test(
    "not sure chooses none, though an option holds the word not",
    arguments: ["not sure", "im not sure", "no idea", "skip"])
  func doubt(_ said: String) throws {
    var talk = Talk(try TestPack.compiled(Self.pack))
    talk.say("my knee has been odd for a while")
    try #require(talk.question == "feeling")
    talk.say(said)
    #expect(talk.standing("feeling") != .yes)
  }

  @Test func anOptionTypedInFullTellsNothingElse() throws {
    var talk = Talk(try TestPack.compiled(Self.pack))
    talk.say("my knee has been odd for a while", "a medicine, or gave blood")
    #expect(talk.standing("blood") == .unknown)
    #expect(talk.conversation.facts.leading(0)?.value == "gave_blood")
  }

  @Test func aWordAsShortAsToChoosesNothing() throws {
    var talk = Talk(try TestPack.compiled(Self.pack))
    talk.say("my knee has been odd for a while", "sore to touch")
    #expect(talk.standing("feeling") != .yes)
    talk.say("new to it")
    #expect(talk.conversation.facts.leading(0)?.value == "beginner")
  }

  @Test func theNameOfACauseAmongTheOptionsAsksNothing() throws {
    var talk = Talk(try TestPack.compiled(Self.pack))
    talk.say("my knee has been odd for a while", "marathon")
    #expect(talk.conversation.facts.leading(0)?.value == "marathon")
    #expect(!talk.text.contains("days after a race after these checks"))
  }
}
