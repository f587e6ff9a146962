import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// How levels combine, turn after turn, with the shipped pack: section 9 of the knowledge about red flags.
@Suite struct LevelArithmeticTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var section: String
    var lines: [String]
    var flag: String
    var level: String
    var testDescription: String { "\(section): \(lines.joined(separator: " / "))" }
  }

  static let rows: [Row] =
    LanguageFixture.rows("levels.tsv", of: "DialogEngineTests").filter { $0.count == 4 }.map {
      columns in
      Row(
        section: columns[0], lines: parts(of: columns[1]), flag: columns[2], level: columns[3])
    }

  private static func parts(of text: String) -> [String] {
    var parts = [[String]]()
    for word in text.split(separator: " ").map(String.init) {
      if word == "/" || parts.isEmpty { parts.append([]) }
      if word != "/" { parts[parts.count - 1].append(word) }
    }
    return parts.map { $0.joined(separator: " ") }
  }

  private func talk(_ lines: [String]) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get(), region: .unknown)
    for line in lines { talk.say(line) }
    return talk
  }

  @Test("windows, pairs of evidence, raising by one and ceilings come to the level they should")
  func table() throws {
    #expect(Self.rows.count > 30)
    for row in Self.rows {
      let talk = try talk(row.lines)
      let status = talk.flag(row.flag)
      switch row.level {
      case "~": #expect(status?.state != .raised, "\(row.testDescription)")
      default:
        #expect(
          status?.state == .raised && status?.level.rawValue == row.level,
          "\(row.testDescription): \(row.flag) is \(status.map { "\($0)" } ?? "clear")")
      }
    }
  }

  @Test("a danger named in a question goes with plain noes to what confirms it")
  func namedAndDenied() throws {
    var talk = try talk(["is it als?"])
    #expect(talk.flag("progressive_weakness_mnd")?.state == .suspected)
    for _ in 1...8 where talk.question != nil { talk.say("no") }
    #expect(talk.flag("progressive_weakness_mnd") == nil)
  }

  @Test("9.3, three flags at soon: the doctor is to hear of all of them, within days")
  func threeSoon() throws {
    var talk = try talk([
      "my foot flops when i walk since the flight. i am losing weight without trying. "
        + "my dad dropped dead at 38"
    ])
    #expect(talk.conversation.flags.count { $0.state == .raised && $0.level == .soon } == 3)
    for _ in 0..<20 where talk.conversation.phase == .asking { talk.say("no") }
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.level == .soon)
    #expect(talk.text.contains("Tell the doctor all of these, and ask to be seen within days:"))
    for status in talk.conversation.flags {
      #expect(talk.text.contains(talk.pack.pack.redFlags[status.flag].name))
    }
  }

  @Test(
    "9.3 and 9.1.7, two urgent flags of different systems: both named, one place that sees both")
  func twoSystems() throws {
    let talk = try talk(["my left calf is swollen. my poo is black"])
    #expect(talk.conversation.flags.count { $0.state == .raised && $0.level == .urgent } == 2)
    #expect(talk.level == .urgent)
    let second = talk.pack.pack.redFlags.first { $0.id == "gi_bleed_severe_anaemia" }?.name ?? "?"
    #expect(talk.text.contains("Also tell them about \(second)."))
    #expect(talk.text.contains("Go to an emergency department, where both can be seen."))
    #expect(talk.reply.paragraphs.reduce(0) { $0 + $1.text.split(separator: " ").count } <= 110)
  }

  @Test("9.1.4, a contradiction that is not resolved leaves the worse one standing")
  func contradiction() throws {
    var talk = try talk(["my left calf is swollen", "i have no swelling in my calf"])
    for line in ["hrmpf", "hrmpf", "hrmpf", "skip", "bye"] {
      talk.say(line)
      #expect(talk.level >= .urgent, "\(line)")
      #expect(talk.flag("dvt")?.state == .raised, "\(line)")
    }
    #expect(talk.conversation.phase == .ended)
  }

  @Test("the words for the call are never empty, also for somebody else", arguments: [false, true])
  func wordsForTheCall(isSomebodyElse: Bool) throws {
    let pack = try TestPack.heavyLegs.get()
    var emergencies = 0
    for flag in pack.pack.redFlags {
      for example in flag.examples.map(\.value).prefix(6) {
        let talk = try talk([isSomebodyElse ? "my mate here next to me " + example : example])
        guard talk.level == .emergency else { continue }
        emergencies += 1
        for empty in ["Say: \".", "Say: \" ", "told me .", "told me ,", "{"] {
          #expect(!talk.text.contains(empty), "\(example): \(talk.text)")
        }
      }
    }
    #expect(emergencies > 20)
  }

  @Test(
    "who says he is a man is not asked about periods; who does not say is asked whether they apply")
  func periods() throws {
    for (who, isAsked) in [("im a bloke", false), ("im a woman", true), ("", true)] {
      var talk = try talk(["legs heavy for months. my iron was low before. always tired. \(who)"])
      var asked: [String: String] = [:]
      for _ in 0..<20 {
        guard let question = talk.conversation.question else { break }
        asked[question.id] = talk.text
        let isChoice = question.kind == .choice
        talk.say(question.kind == .anyOf ? "none" : isChoice ? "none of these" : "no")
      }
      let ofPeriods = ["heavy_periods", "heavy_pads", "missed_periods"].compactMap { asked[$0] }
      #expect(ofPeriods.isEmpty != isAsked, "\(who): \(asked.keys.sorted())")
      #expect(ofPeriods.allSatisfy { $0.contains("If periods apply to you,") })
    }
  }
}
