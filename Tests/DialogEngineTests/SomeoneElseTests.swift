import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// A talk about somebody who is with the user: "he" is who it is about, in this line and in later ones.
@Suite struct SomeoneElseTests {
  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get())
    for line in lines { talk.say(line) }
    return talk
  }

  @Test(arguments: [
    "hi its about my son he is 12 and says his legs are heavy",
    "my lad is 12 and his legs are heavy",
    "my daughter is nearly 12. her legs feel heavy", "mum of a 12 year old runner, his legs are heavy",
    "dad of a 12 year old girl, her legs are heavy",
  ])
  func aSignToldTurnsLaterCountsForTheChild(_ opening: String) throws {
    let later = try talk(opening, "he limps since ten days and says his knee hurts")
    #expect(later.standing("knee_pain") == .yes)
    #expect(later.flag("child_or_teen")?.state == .raised)
    #expect(later.level >= .urgent)
  }

  @Test func whatTheyDoNotHaveIsDenied() throws {
    let later = try talk("my son is 12 and says his knee hurts", "he has no fever")
    #expect(later.standing("fever") == .no)
  }

  @Test func somebodyElseNamedLaterIsNotMeant() throws {
    let later = try talk("my son is 12 and says his knee hurts", "my uncle had a swollen calf")
    #expect(later.standing("calf_swelling") == .unknown)
  }

  @Test(arguments: ["my legs are heavy", "i have heavy legs and my calf hurts"])
  func whoToldOfTheirOwnLegsIsNotTakenForTheOther(_ opening: String) throws {
    let later = try talk(opening, "my husband says his chest is fine", "he has a swollen calf")
    #expect(later.standing("calf_swelling") == .unknown)
  }

  @Test func aSignDeniedOfSomebodyHereRaisesNothing() throws {
    #expect(try talk("my mate is here and he has no chest pain").level == .routine)
  }
}
