import ConversationTesting
import TestSupport
import Testing

/// Random users over the shipped pack: what `WatchedTalk` watches must hold in every talk.
@Suite struct RandomWalkTests {
  /// Over ten seeds; `script/test --full` takes 100,000 turns by the released program.
  private static let turns = 150

  @Test("no talk with the shipped pack breaks what must always hold", arguments: 1...10)
  func shippedPack(seed: UInt64) throws {
    let walk = RandomWalk(pack: try TestPack.heavyLegs.get())
    let failure = walk.walk(turns: Self.turns, seed: seed)
    #expect(failure == nil, "\(failure?.script ?? "")")
  }

  /// Talks that random users found, each of which broke something once.
  static let brokenOnce: [[String]] = [
    ["enough questions", "my legs wont do what i tell them"],
    [
      "stressed about the race", "nah", "skip it", "nah", "not really", "i inject heroin",
      "both of em", "skip this", "is this a pulmonary embolism",
    ],
    [
      "no rest day in 12 days", "not especially", "not really", "no none of those", "none of those",
      "?", "not especially", "hungover", "sudden adult death syndrome in the family", "all of them",
      "what helps shin splints", "why are my legs heavier in the morning", "get me a real person",
      "sweat in my eyes, blurry", "all except", "no sorry i meant",
      "how do doctors check blood flow in the legs", "just", "everything", "not too sure",
      "for sure",
    ],
    [
      "slow cooker chilli", "none at all", "leg pain constant even in bed months", "y", "all 3",
      "do i need an ambulance", "nah not really", "none", "not really", "is voltarol gel any good",
      "thyroid came back normal", "n", "not only", "how do they test for ms",
    ],
    [
      "slept like a log", "everything", "k", "not really", "oki", "scrap that", "none of them",
      "going to end my run now", "3 weeks", "make that", "just", "3 weeks", "oki", "only",
      "not sure",
    ],
  ]

  @Test("talks that once broke a rule hold", arguments: brokenOnce)
  func found(lines: [String]) throws {
    #expect(RandomWalk(pack: try TestPack.heavyLegs.get()).broken(by: lines) == nil)
  }

  /// A pack whose state machine runs into the sand: the walk must notice.
  @Test("a walk finds a talk that stops without a conclusion")
  func findsDeadEnd() throws {
    let pack = try TestPack.compiled(
      SmallPack.text.replacing("conclude: true", with: "say: That is all."))
    let failure = try #require(RandomWalk(pack: pack).walk(turns: 2_000, seed: 1))
    #expect(
      failure.rule.contains("dead end") || failure.rule.contains("without a conclusion"),
      "\(failure.script)")
    #expect(failure.lines.count <= 4)
  }
}
