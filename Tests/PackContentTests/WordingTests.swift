import DialogEngine
import IntentPacks
import PackChecking
import TestSupport
import Testing

/// Wording that holds for the whole pack: intended use, reading grade, sources.
@Suite("The wording of the pack")
struct WordingTests {
  private func intendedUse(_ pack: CompiledPack) -> [String] {
    (pack.pack.wordings["intended_use"]?.value ?? "").split(separator: "\n").map(String.init)
  }

  @Test func theIntendedUseIsAtMostSixLines() throws {
    let lines = intendedUse(try TestPack.heavyLegs.get())
    #expect((1...6).contains(lines.count))
  }

  @Test func theReadmeAndEverySummaryTellTheIntendedUse() throws {
    let pack = try TestPack.heavyLegs.get()
    let lines = intendedUse(pack)
    let readme = try ContentFiles.text("README.md")
    for line in lines { #expect(readme.contains(line), "the README lacks: \(line)") }
    var talk = Talk(pack)
    talk.say("legs are heavy since leg day", "none")
    let page = talk.conversation.summary(with: pack).lines
    #expect(Array(page.suffix(lines.count)) == lines)
  }

  @Test func everyFlagAndCauseNamesItsSources() throws {
    let pack = try TestPack.heavyLegs.get().pack
    for flag in pack.redFlags { #expect(!flag.sources.isEmpty, "\(flag.id) names no source") }
    for cause in pack.causes { #expect(!cause.sources.isEmpty, "\(cause.id) names no source") }
  }

  @Test func aReadingGradeTooHighIsFoundByCheck() {
    #expect(RuleCatalog.rule("reading-grade") != nil)
  }
}
