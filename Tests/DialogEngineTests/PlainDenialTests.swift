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
