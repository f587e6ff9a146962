import Foundation
import LanguageProcessing
import TestSupport
import Testing

@testable import DialogEngine

@Suite struct LongConversationTests {
  static var turns: Int {
    ProcessInfo.processInfo.environment["HEAVYLEGS_FULL"] == "1" ? 5_000 : 400
  }

  static let lines = [
    "my legs feel heavy", "no", "yes", "not sure", "i ran 10 km yesterday", "legs are dead",
    "what is iron", "my left knee hurts a bit", "since 3 weeks", "none of these",
  ]

  @Test(
    "Late turns of a very long talk cost little more than early ones, and remember no more than was said"
  )
  func bounded() throws {
    let pack = try TestPack.heavyLegs.get()
    let date = CalendarDate(dayNumber: 20_468)
    var conversation = Talk(pack).conversation
    var times: [Double] = []
    for number in 0..<Self.turns {
      let line = Self.lines[number % Self.lines.count]
      var next = conversation
      times.append(
        WorkTime.seconds(of: 1) {
          next = conversation.hearing(line, on: date, with: pack).conversation
        })
      conversation = next
    }
    #expect(conversation.said.count == Self.turns)
    #expect(conversation.facts.facts.count <= 4 * Self.turns)
    // The quicker turns of each hundred, which other work on the machine held up least.
    let early = times[50..<150].sorted()[10]
    let late = times.suffix(100).sorted()[10]
    #expect(late < 2 * early, "\(early) s a turn early, \(late) s late")
  }
}
