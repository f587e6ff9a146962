import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// A line that answers nothing, while a question is open: that is said, and three of them leave the question.
@Suite struct UnheardAnswerTests {
  /// A danger that the questions alone cannot rule out, and a harmless cause.
  private static let openPack = """
    pack: open
    title: Open
    language: en
    start: hello
    version: 1.0.0
    extends: english
    findings:
      sign: {name: the sign, patterns: sign}
      danger: {name: the danger, ask: Is the danger there?}
      unasked: {name: what is never asked}
      heavy: {name: heavy legs, patterns: heavy}
    red_flags:
      grave:
        name: a grave thing
        raise:
          emergency: |
            sign and danger and unasked
        confirm: [danger]
        first: Be seen.
    causes:
      lifting: {name: leg day, supports: {heavy: strong}}
    states:
      hello: {say: What is it?, go: done}
      done: {conclude: true}
    """

  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get())
    for line in lines { talk.say(line) }
    return talk
  }

  @Test func besideAnOpenDangerThreeLinesThatAnswerNothingCountAsStillNotSure() throws {
    var talk = try talk("my left calf is swollen")
    #expect(talk.question == "breathless_at_rest")
    // Each is a little like an example of some wish; no guess is taken here, so none is an aside.
    talk.say("make that", "just")
    #expect(talk.question == "breathless_at_rest")
    #expect(talk.reply.choices == ["yes", "no", "not sure"])
    talk.say("only")
    #expect(talk.question != "breathless_at_rest")
    #expect(talk.standing("breathless_at_rest") == .unsure)
  }

  @Test(arguments: ["just", "make that", "only"])
  func aWordOrTwoToAQuestionAreNoWishThatIsGuessed(line: String) throws {
    var talk = try talk("heavy legs since squats", "none", "none", "none", "none")
    let question = talk.question
    talk.say(line)
    #expect(talk.question == question)
    #expect(talk.text.contains("I could not match that to an answer."))
  }

  @Test(
    "words that neither ask nor are much like an example are no wish: the list is put again, and not for ever",
    arguments: ["only blood pressure", "the first or second", "tell me the causes"])
  func anUnclearWishIsNotGuessedBesideAList(line: String) throws {
    var talk = try talk("heavy legs since squats")
    let question = talk.question
    talk.say(line)
    #expect(talk.question == question)
    #expect(talk.turn.trace.intents.isEmpty)
    #expect(talk.text.contains("I could not match that to an answer."))
    talk.say(line, line)
    #expect(talk.question != question)
  }

  @Test("what asks is answered beside a list, by its examples alone")
  func aQuestionIsGuessed() throws {
    var talk = try talk("heavy legs since squats")
    let question = talk.question
    talk.say("is this a normal thing for runners to have")
    #expect(talk.question == question)
    #expect(talk.turn.trace.intents == ["is_it_common"])
  }

  @Test(
    "some of a list is asked which, once, and comes to an end",
    arguments: ["one of them", "some of those", "yes a couple of them"])
  func someOfAList(line: String) throws {
    var talk = try talk("heavy legs since squats", line)
    #expect(talk.text.contains("Which one? A number will do."))
    talk.say(line)
    #expect(talk.question != "legs")
  }

  @Test("the same told again is no answer, and does not bring the question back for ever")
  func repetition() throws {
    var talk = try talk("my legs are heavy")
    let question = talk.question
    talk.say("my legs are heavy")
    #expect(talk.question == question)
    #expect(talk.text.contains("I could not match that to an answer."))
    talk.say("my legs are heavy", "my legs are heavy")
    #expect(talk.question != question)
  }

  @Test("a converted measure is said back without places that nobody said")
  func convertedMeasure() throws {
    #expect(try talk("heavy legs, i run 30 miles a week").text.contains("about 48 km a week"))
    #expect(try talk("heavy legs, i run 42.5 km a week").text.contains("about 42.5 km a week"))
  }

  @Test("no list comes back for ever", arguments: ["ok", "one of them", "bye", "just tell me"])
  func noListComesBackForEver(line: String) throws {
    for opening in ["heavy legs", "left calf pain", "no pain, calf swelling, dizziness"] {
      var talk = try talk(opening)
      let question = talk.question
      var times = 0
      while talk.question == question, times < 8 {
        talk.say(line)
        times += 1
      }
      #expect(times <= 6, "\(opening): \(question ?? "")")
    }
  }

  @Test func whatALineMeantIsNoQuestionAboutTheComplaint() throws {
    var talk = try talk("heavy legs since squats", "none", "none", "none", "none")
    let asked = talk.conversation.questionsAsked
    talk.say("is voltarol gel any good")
    #expect(talk.question == "did_you_mean")
    #expect(talk.conversation.questionsAsked == asked)
  }

  @Test func aDangerStillSuspectedAtTheEndLeavesNoHarmlessCause() throws {
    var talk = Talk(try TestPack.compiled(Self.openPack))
    talk.say("heavy legs, and the sign", "yes")
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.flag("grave")?.state == .suspected)
    #expect(talk.level == .urgent)
    #expect(talk.conversation.causes.isEmpty)
    #expect(talk.text.contains("I could not rule out a grave thing. Have it looked at today."))
    #expect(!talk.text.lowercased().contains("leg day"))
    #expect(!talk.text.contains("Nothing I know fits"))
  }

  @Test func aDangerToldAfterTheConclusionIsAskedAboutAndConcludedAnew() throws {
    var talk = Talk(try TestPack.compiled(Self.openPack))
    talk.say("heavy legs", "hello")
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.conversation.causes.first?.id == "lifting")
    talk.say("there is the sign")
    #expect(talk.question == "danger")
    talk.say("yes")
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.level == .urgent)
    #expect(talk.conversation.causes.isEmpty)
    #expect(talk.text.contains("I could not rule out a grave thing."))
  }
}
