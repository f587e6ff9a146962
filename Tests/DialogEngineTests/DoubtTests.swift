import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// A denial that may hold for a second sign or not ("no fever, calf swelling"): asked about at once, never raised
/// outright and never dropped.
@Suite struct DoubtTests {
  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get())
    for line in lines { talk.say(line) }
    return talk
  }

  @Test("a bare list behind one no raises nothing and suspects nothing")
  func denied() throws {
    let talk = try talk("no chest pain, breathlessness, fainting")
    #expect(talk.conversation.flags.isEmpty)
    for sign in ["chest_pain", "short_of_breath", "fainted"] {
      #expect(talk.standing(sign) == .no, "\(sign)")
    }
  }

  @Test("what one no may hold for is asked about before anything else")
  func asked() throws {
    let talk = try talk("no fever, calf swelling")
    #expect(talk.question == "calf_swelling")
    #expect(talk.level == .routine)
    #expect(talk.flag("dvt")?.state == .suspected)
    #expect(!talk.text.contains("calf: noted"))
  }

  @Test("a yes raises what rests on it")
  func affirmed() throws {
    let talk = try talk("no fever, calf swelling", "yes")
    #expect(talk.standing("calf_swelling") == .yes)
    #expect(talk.flag("dvt")?.state == .raised)
    #expect(talk.level == .urgent)
  }

  @Test("a no settles it", arguments: ["no", "nope", "no swelling"])
  func settled(_ answer: String) throws {
    let talk = try talk("no fever, calf swelling", answer)
    #expect(talk.standing("calf_swelling") == .no)
    #expect(talk.flag("dvt") == nil)
    #expect(talk.question != "calf_swelling")
  }

  @Test(
    "left open it counts as present, one level lower",
    arguments: [["not sure", "not sure"], ["skip"], ["hrmpf", "hrmpf", "hrmpf"]])
  func leftOpen(_ answers: [String]) throws {
    var talk = try talk("no fever, calf swelling")
    for answer in answers { talk.say(answer) }
    #expect(talk.standing("calf_swelling") == .unsure)
    #expect(talk.flag("dvt")?.state == .raised)
    #expect(talk.level == .soon)
    #expect(talk.question != "calf_swelling")
  }

  @Test("leaving at once keeps it as suspected", arguments: [["bye"], ["just tell me"]])
  func leaving(_ words: [String]) throws {
    let end = try talk("no fever, calf swelling", words[0], words[0])
    #expect(end.level >= .soon)
    #expect(end.conversation.phase == (words[0] == "bye" ? .ended : .concluded))
  }

  @Test("several are asked about in one list")
  func several() throws {
    let talk = try talk("no pain, calf swelling, dizziness")
    #expect(talk.question == "in_doubt")
    let items = talk.conversation.question?.items.map(\.id) ?? []
    #expect(items.contains("calf_swelling") && items.contains("dizzy"))
    #expect(talk.level == .routine)
    var none = talk
    none.say("none")
    #expect(none.standing("calf_swelling") == .no && none.standing("dizzy") == .no)
    #expect(none.conversation.flags.isEmpty)
    var one = talk
    one.say("1")
    #expect(one.level >= .urgent)
    var only = talk
    only.say("only calf swelling")
    #expect(only.standing("calf_swelling") == .yes)
  }

  @Test("yes to the list is asked which, and comes to an end")
  func which() throws {
    var talk = try talk("no pain, calf swelling, dizziness")
    var asked = 0
    while talk.question == "in_doubt", asked < 6 {
      talk.say("yes")
      asked += 1
    }
    #expect(asked <= 3)
    #expect(talk.level >= .soon)
  }

  @Test("a sign told before stands, and is not asked about")
  func told() throws {
    let talk = try talk("my left calf is swollen", "no fever, calf swelling")
    #expect(talk.standing("calf_swelling") == .yes)
    #expect(talk.level == .urgent)
  }

  @Test("it does not answer the open question by itself")
  func openQuestion() throws {
    let talk = try talk("heavy legs", "no chest pain, breathlessness")
    #expect(talk.question == "short_of_breath")
    #expect(talk.flag("pulmonary_embolism")?.state != .raised)
  }

  @Test(
    "what speaks for itself raises as ever",
    arguments: [
      "no sleep, calf swollen and hot", "no injury, calf swollen", "no injury, calf pain, swelling",
      "no fever, my left calf is swollen", "no chest pain, breathless at rest",
      "no trauma, calf swollen, hot, red", "no warning, chest pain, collapse",
    ])
  func twins(_ line: String) throws {
    #expect(try talk(line).level >= .urgent)
  }
}
