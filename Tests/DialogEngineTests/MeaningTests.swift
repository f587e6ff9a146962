import DialogEngine
import TestSupport
import Testing

/// Where two readings fit equally well the user is asked which was meant.
@Suite struct MeaningTests {
  private static let text = """
    pack: bikes
    title: Bikes
    language: en
    start: hi
    version: 1.0.0
    states:
      hi: {say: Hello.}
    intents:
      true_wheel:
        patterns: |
          wheel check
        examples: |
          is my wheel round
          the wheel wobbles from side to side
          my wheel rubs on the brake
          the rim is bent
        say: We true it on the stand.
      order_wheel:
        patterns: |
          wheel check
          new wheel check
        examples: |
          where is the wheel i ordered
          has my parcel come
          the shop sent me a part
          when do i get my order
        say: We look up the order.
      lamp_front:
        examples: |
          the front lamp flickers on bumps
          my front lamp went dark
          lamp at the front is loose
          the front lamp needs a bulb
        say: The front lamp is changed in a minute.
      lamp_rear:
        examples: |
          the rear lamp flickers on bumps
          my rear lamp went dark
          lamp at the rear is loose
          the rear lamp needs a bulb
        say: The rear lamp hangs on one screw.
    """

  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.compiled(Self.text), region: .unknown)
    for line in lines { talk.say(line) }
    return talk
  }

  @Test func aTieOfPatternsIsAskedAbout() throws {
    let asked = try talk("wheel check")
    #expect(asked.question == "did_you_mean")
    #expect(asked.reply.question?.options.map(\.id) == ["order_wheel", "true_wheel"])
    #expect(asked.text.contains("Did you mean \"where is the wheel i ordered\""))
    #expect(!asked.text.contains("stand"))
  }

  @Test(arguments: [
    ("1", "We look up the order."), ("2", "We true it on the stand."),
    ("the one i ordered", "We look up the order."), ("is it round", "We true it on the stand."),
  ])
  func theAnswerSettlesIt(_ answer: String, _ said: String) throws {
    let settled = try talk("wheel check", answer)
    #expect(settled.text.contains(said))
    #expect(settled.question == nil)
  }

  @Test func theMoreSpecificIsNoTie() throws {
    let clear = try talk("new wheel check")
    #expect(clear.text.contains("We look up the order."))
    #expect(clear.question == nil)
  }

  @Test func aGuessWithoutAClearLeadIsAskedAbout() throws {
    let asked = try talk("my lamp flickers and is loose")
    #expect(asked.question == "did_you_mean")
    #expect(Set(asked.reply.question?.options.map(\.id) ?? []) == ["lamp_rear", "lamp_front"])
    let settled = try talk("my lamp flickers and is loose", "the rear one")
    #expect(settled.text.contains("The rear lamp hangs on one screw."))
  }

  @Test func aClearGuessIsTaken() throws {
    let clear = try talk("my front lamp is dark")
    #expect(clear.text.contains("The front lamp is changed in a minute."))
    #expect(clear.question == nil)
  }

  @Test func neitherOfThemIsTakenForNothingElse() throws {
    let neither = try talk("wheel check", "no")
    #expect(!neither.text.contains("order") && !neither.text.contains("stand"))
    #expect(neither.question == nil)
  }
}
