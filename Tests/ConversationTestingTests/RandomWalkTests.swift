import ConversationTesting
import Foundation
import TestSupport
import Testing

/// Random users over the shipped pack: what `WatchedTalk` watches must hold in every talk.
@Suite struct RandomWalkTests {
  /// 100,000 turns over ten seeds in the full run.
  private static let turns =
    ProcessInfo.processInfo.environment["HEAVYLEGS_FULL"] == "1" ? 10_000 : 150

  @Test("no talk with the shipped pack breaks what must always hold", arguments: 1...10)
  func shippedPack(seed: UInt64) throws {
    let walk = RandomWalk(pack: try TestPack.heavyLegs.get())
    let failure = walk.walk(turns: Self.turns, seed: seed)
    #expect(failure == nil, "\(failure?.script ?? "")")
  }

  /// A pack whose state machine runs into the sand: the walk must notice.
  @Test("a walk finds a talk that stops without a conclusion")
  func findsDeadEnd() throws {
    let pack = try TestPack.compiled(
      SmallPack.text.replacing("conclude: true", with: "say: That is all."))
    let failure = try #require(RandomWalk(pack: pack).walk(turns: 400, seed: 1))
    #expect(
      failure.rule.contains("dead end") || failure.rule.contains("without a conclusion"),
      "\(failure.script)")
    #expect(failure.lines.count <= 4)
  }
}
