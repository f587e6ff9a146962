import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// What an answer to a safety question means: before any sign, and once a sign is there.
@Suite struct SafetyAnswerTests {
  private static let text = """
    pack: safety
    title: Safety
    language: en
    start: hello
    version: 1.0.0
    extends: english
    regions:
      unknown: {name: an unknown country, call_now: Call your local emergency number now.}
    findings:
      sign:
        name: the sign
        back: you have the sign
        patterns: |
          sign
      danger:
        name: the danger
        ask: Is the danger there?
        how: Look in the mirror.
      alone:
        name: the other danger
        item: the other danger
        ask: Is the other danger there?
        how: Look twice.
    screens:
      checks: {ask: Any of these?, items: [alone]}
    red_flags:
      both:
        name: a grave thing
        raise:
          emergency: |
            sign and danger
        confirm: [danger]
        first: "{call_now}"
      single:
        name: another grave thing
        raise:
          emergency: |
            alone
        confirm: [alone]
        first: "{call_now}"
      third:
        name: a third thing
        raise:
          urgent: |
            sign and alone
        confirm: [alone]
        first: Be seen today.
    intents:
      moan:
        patterns: |
          moan
    states:
      hello: {say: What is it?, go: checking}
      checking: {screens: [checks], go: done}
      done: {conclude: true}
    """

  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.compiled(Self.text), region: .unknown)
    for line in lines { talk.say(line) }
    return talk
  }

  // MARK: A sign is there

  @Test(arguments: [
    (["yes"], Level.emergency), (["no"], .routine),
    // Still not sure, skipped, or never understood: present, one level lower.
    (["not sure", "not sure"], .urgent), (["skip"], .urgent),
    (["hrmpf", "hrmpf", "hrmpf"], .urgent),
    // A soft no is asked once more, plainly.
    (["not really", "not really"], .routine), (["not really", "yes"], .emergency),
    (["without any danger, only wind", "no"], .routine),
    // No answers at all.
    (["ok", "sure", "right", "yes"], .emergency), (["fine", "no"], .routine),
  ])
  func confirming(answers: [String], level: Level) throws {
    var talk = try talk("i have the sign")
    #expect(talk.question == "danger")
    for answer in answers.dropLast() {
      talk.say(answer)
      #expect(talk.question == "danger", "\(answer)")
      #expect(talk.level == .routine, "\(answer)")
    }
    talk.say(answers[answers.count - 1])
    #expect(talk.level == level)
    #expect(talk.question != "danger")
  }

  @Test func notSureIsToldHowToCheck() throws {
    let talk = try talk("i have the sign", "not sure")
    #expect(talk.text.contains("Look in the mirror."))
  }

  @Test func notUnderstoodTwiceGetsNumberedAnswers() throws {
    var talk = try talk("i have the sign", "hrmpf", "hrmpf")
    #expect(talk.reply.choices == ["yes", "no", "not sure"])
    talk.say("2")
    #expect(talk.standing("danger") == .no)
  }

  // MARK: No sign so far

  @Test(arguments: [
    (["none"], FactStore.Standing.screenedNo, Level.routine),
    (["not really"], .screenedNo, .routine), (["1"], .yes, .emergency),
    (["not sure", "no"], .no, .routine), (["not sure", "not sure", "not sure"], .unsure, .urgent),
    (["skip"], .unknown, .routine), (["hrmpf", "hrmpf", "hrmpf"], .unknown, .routine),
  ])
  func screening(answers: [String], standing: FactStore.Standing, level: Level) throws {
    var talk = try talk("moan", "hello")
    #expect(talk.question == "checks")
    for answer in answers { talk.say(answer) }
    #expect(talk.standing("alone") == standing)
    #expect(
      talk.conversation.flags.filter { $0.state == .raised }.map(\.level).max() ?? .routine == level
    )
  }

  @Test(arguments: ["skip", "hrmpf"]) func whatWasNotCheckedIsSaidAtTheEnd(answer: String) throws {
    var talk = try talk("moan", "hello")
    for _ in 0..<3 where talk.question == "checks" { talk.say(answer) }
    #expect(talk.conversation.phase == .concluded)
    #expect(talk.text.contains("Not checked: the other danger."))
  }

  @Test func aScreenedNoIsAskedAgainOnceASignComes() throws {
    var talk = try talk("moan", "hello", "none")
    #expect(talk.standing("alone") == .screenedNo)
    talk.say("i have the sign", "no")
    #expect(talk.question == "alone")
  }
}
