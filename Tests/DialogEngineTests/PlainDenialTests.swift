import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// What a plain denial of a general sign settles, and what words beside a sign do not take away.
@Suite struct PlainDenialTests {
  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.heavyLegs.get())
    for line in lines { talk.say(line) }
    return talk
  }

  @Test(arguments: [
    ("not breathless", "breathless_at_rest"), ("no swelling", "calf_swelling"),
    ("no chest pain", "chest_pain_now"),
  ])
  func denyingTheGeneralDeniesWhatImpliesIt(_ line: String, _ finding: String) throws {
    #expect(try talk("heavy legs", line).standing(finding) == .no)
  }

  @Test(arguments: ["no swelling in my knee", "not much swelling i think", "no pain"])
  func onlyAPlainDenialDoes(_ line: String) throws {
    #expect(try talk("heavy legs", line).standing("calf_swelling") != .no)
  }

  @Test func aRaisedFlagIsNotClearedByIt() throws {
    let later = try talk("my left calf is swollen and hurts", "no swelling")
    #expect(later.flag("dvt")?.state == .raised)
    #expect(later.level >= .urgent)
  }

  @Test(
    "a word for one thing is not heard of another that is well, or not meant",
    arguments: [
      "coffee was dark, pee is fine", "beer was dark, pee clear", "black toenails, poo normal",
      "numb fingers, feet fine", "not the calf, the ankle is swollen",
      "the dog collapsed on our run yesterday, my legs are only heavy",
    ])
  func whatIsWellIsNotBlamed(_ line: String) throws {
    #expect(try talk(line).level == .routine)
  }

  @Test(
    "what is said of the thing itself is heard beside anything",
    arguments: [
      "pee is dark, coffee is fine", "dark since monday, my pee",
      "my poo is black, toenails normal", "calf is swollen, not the ankle",
      "swollen and hot, my calf", "i collapsed on our run yesterday",
      "i would never lie about chest pain",
    ])
  func itsTwinsAreHeard(_ line: String) throws {
    #expect(try talk(line).level >= .urgent)
  }

  @Test func aListOfPlacesBehindOneNoIsDenied() throws {
    let denied = try talk("no calf, ankle or foot pain")
    for sign in ["calf_pain", "ankle_pain", "foot_pain"] {
      #expect(denied.standing(sign) == .no, "\(sign)")
    }
  }

  @Test(arguments: [
    ("chest pain now, my mate says its fine", Level.emergency),
    ("back pain worse lying down, history of prostate cancer", .urgent),
    ("back pain worse lying down history of prostate cancer", .urgent),
    ("could i have als, leg weak since spring", .soon),
    ("could i have als leg weak since spring", .soon),
  ])
  func wordsBesideASignDoNotTakeItAway(_ line: String, _ level: Level) throws {
    #expect(try talk(line).level == level)
  }
}
