import DialogEngine
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// Wishes about the talk itself, said in every place a talk can be in, with the shipped pack.
@Suite struct EveryStateTests {
  /// Places a talk can be in, and the lines that lead there.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: [String]
    var testDescription: String { name }
  }

  static let places: [Place] = [
    Place(name: "opening", lines: []),
    Place(name: "first screen", lines: ["heavy legs"]),
    Place(name: "second screen", lines: ["heavy legs", "none"]),
    Place(name: "one item of a screen", lines: ["heavy legs", "not sure"]),
    Place(name: "others of a screen", lines: ["heavy legs", "none", "none", "4"]),
    Place(name: "interview", lines: ["heavy legs since squats", "none", "none", "none", "none"]),
    Place(name: "a flag suspected", lines: ["my left calf hurts"]),
    Place(name: "soon", lines: ["my thighs hurt since i started a statin"]),
    Place(name: "urgent, asking", lines: ["my left calf is swollen"]),
    Place(name: "urgent, silent", lines: ["my left calf is swollen", "no", "no", "no"]),
    Place(name: "emergency", lines: ["crushing chest pain right now"]),
    Place(name: "retraction", lines: ["crushing chest pain right now", "go back"]),
    Place(name: "crisis", lines: ["i want to kill myself"]),
    Place(
      name: "concluded",
      lines: ["heavy legs since squats", "none", "none", "none", "none", "just tell me"]),
    Place(name: "ended", lines: ["my left calf is swollen", "bye"]),
  ]

  static let asides = [
    "repeat", "simpler please", "who are you", "can i talk to a person", "I'm in Spain",
    "why do you ask", "summary", "thanks", "help", "sources",
  ]
  static let steering = ["start over", "skip", "enough", "just tell me", "i already said that"]

  private func talk(_ lines: [String]) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get(), region: .unknown)
    for line in lines { talk.say(line) }
    return talk
  }

  @Test(
    "an aside is answered, lowers nothing, and the open question comes again", arguments: places)
  func asides(place: Place) throws {
    for aside in Self.asides {
      let before = try talk(place.lines)
      var after = before
      after.say(aside)
      #expect(!after.reply.lines.isEmpty, "\(aside)")
      #expect(after.level >= before.level, "\(aside)")
      if let question = before.conversation.question, before.conversation.phase != .ended {
        let items = question.items.map(\.id)
        #expect(
          after.question == question.id || items.contains(after.question ?? ""),
          "\(aside): \(question.id) became \(after.question ?? "nothing")")
      }
      if before.level == .emergency {
        #expect(after.reply.say.first == before.pack.call(after), "\(aside)")
      }
    }
  }

  @Test("a wish to steer is followed, and lowers nothing", arguments: places)
  func steering(place: Place) throws {
    for wish in Self.steering {
      let before = try talk(place.lines)
      var after = before
      after.say(wish)
      #expect(!after.reply.lines.isEmpty, "\(wish)")
      #expect(after.level >= before.level || before.conversation.phase == .concluded, "\(wish)")
      if before.level >= .urgent, wish == "just tell me" || wish == "start over" {
        #expect(after.conversation.causes.isEmpty)
        #expect(after.reply.paragraphs.contains { $0.role == .urgent || $0.role == .emergency })
      }
    }
  }

  @Test(
    "naming the country changes the numbers, and prints an open instruction again",
    arguments: places)
  func country(place: Place) throws {
    var talk = try talk(place.lines)
    talk.say("I'm in Spain")
    #expect(talk.conversation.sentence("call_now", with: talk.pack) == "Call 112 now.")
    #expect(talk.text.contains("112"))
  }

  @Test(
    "going back again and again ends at the very start; only an emergency stays", arguments: places)
  func back(place: Place) throws {
    var talk = try talk(place.lines)
    let wasEmergency = talk.level == .emergency
    for _ in 0...(place.lines.count + 1) { talk.say("go back") }
    #expect(talk.text.contains("There is nothing to go back to."))
    if wasEmergency {
      #expect(talk.level == .emergency)
      #expect(talk.question == "retraction")
      talk.say("no")
    }
    #expect(talk.level == .routine)
    #expect(talk.conversation.facts.facts.allSatisfy { $0.value == "no" })
  }

  @Test("from every place a flag is heard in that very turn", arguments: places)
  func flag(place: Place) throws {
    var talk = try talk(place.lines)
    talk.say("ok and now my right calf is swollen and hot")
    #expect(talk.level >= .urgent)
    #expect(talk.flag("dvt")?.state == .raised)
  }

  @Test func aSimplerQuestionIsShorterThanTheOneBefore() throws {
    var talk = try talk(["my left calf is swollen"])
    let plain = talk.reply.say.last ?? ""
    talk.say("simpler please")
    let simpler = talk.reply.say.last ?? ""
    #expect(talk.question == "breathless_at_rest")
    #expect(simpler == "Short of breath at rest? Yes, no or not sure?")
    #expect(simpler != plain)
    var screen = try self.talk(["heavy legs"])
    screen.say("simpler please")
    #expect(screen.reply.choices.isEmpty)
    #expect(screen.text.contains("One at a time, then."))
    #expect(screen.question == "calf_swelling")
  }

  @Test func adviceUnderAFlagIsTheFlagsOwn() throws {
    let talk = try talk(["my left calf is swollen", "can i run it off"])
    #expect(talk.text.contains("Please don't run until a clinician has checked this."))
  }
}

extension CompiledPack {
  /// The first line of a standing emergency.
  fileprivate func call(_ talk: Talk) -> String? {
    talk.conversation.standingAdvice(with: self).say.first
  }
}
