import DialogEngine
import IntentPacks
import TestSupport
import Testing

/// What keeps an everyday talk short and level: options by other words, causes that are seen soon for a reason, and
/// questions about a danger that end.
@Suite struct EverydayTurnTests {
  private static let text = """
    pack: everyday
    title: Everyday
    language: en
    start: hello
    version: 1.0.0
    extends: english
    findings:
      heavy:
        name: heavy legs
        patterns: |
          heavy
      ache:
        name: a dull ache
        patterns: |
          ache
      lump: {name: a lump, item: a lump, ask: Is there a lump?}
      fits:
        name: what fits best
        kind: choice
        best_of: true
        options:
          sleep:
            text: short nights
            words: |
              baby newborn
          work: {text: long days}
        ask: Which fits best?
      short_sleep:
        name: short sleep
        means: |
          fits == sleep
      fever:
        name: a fever
        patterns: |
          fever
      other:
        name: another sign
        patterns: |
          other sign
    red_flags:
      growth:
        name: a growth
        called: |
          tumour
        raise:
          urgent: |
            lump
            fever and other
        confirm: [lump]
        first: Be seen today.
    causes:
      bones:
        name: soft bones
        supports: {heavy: strong, short_sleep: strong}
        level: routine
        soon_when: |
          ache
    states:
      hello: {say: What is it?, go: explore}
      explore: {ask: [fits], go: done}
      done: {conclude: true}
    """

  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try TestPack.compiled(Self.text), region: .unknown)
    for line in lines { talk.say(line) }
    return talk
  }

  @Test(
    "words that the author gives an option choose it",
    arguments: ["the baby", "newborn, so yes", "short nights"])
  func optionWords(_ answer: String) throws {
    let said = try talk("heavy legs", answer).conversation.facts.facts
    #expect(said.contains { $0.value == "sleep" })
  }

  @Test("and say nothing where nothing was asked")
  func optionWordsElsewhere() throws {
    let said = try talk("heavy legs, i have a baby").conversation.facts.facts
    #expect(!said.contains { $0.value == "sleep" })
  }

  @Test("a routine cause is seen soon where what was said asks for it")
  func soonWhen() throws {
    #expect(try talk("heavy legs", "skip").level == .routine)
    #expect(try talk("heavy legs and an ache", "skip").level == .soon)
  }

  @Test("a danger named in a question is settled once its signs are denied")
  func askedAndDenied() throws {
    let open = try talk("heavy legs, could it be a tumour?")
    #expect(open.flag("growth")?.state == .suspected)
    #expect(open.question == "lump")
    #expect(try talk("heavy legs, could it be a tumour?", "no").flag("growth") == nil)
    #expect(try talk("heavy legs, could it be a tumour?", "yes").level == .urgent)
  }

  @Test(
    "a yes may stand at the end of an answer",
    arguments: [("round the back yeah", FactStore.Standing.yes), ("round the back", .unknown)])
  func trailingYes(_ answer: String, _ standing: FactStore.Standing) throws {
    #expect(try talk("heavy legs, is it a tumour?", answer).standing("lump") == standing)
  }
}
