import ConversationTesting
import DialogEngine
import IntentPacks
import LanguageProcessing

/// A whole conversation, a line a turn: nothing breaks that must always hold, and said again it is
/// answered the same.
enum ConversationEntry {
  private static let mostTurns = 60

  static func broken(by text: String) -> String? {
    guard let pack = ShippedPack.compiled else { return "no pack" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(mostTurns)
      .map(String.init)
    if let rule = RandomWalk(pack: pack).broken(by: lines) { return rule }
    guard played(lines, pack) == played(lines, pack) else { return "two answers to one talk" }
    return nil
  }

  private static func played(_ lines: [String], _ pack: CompiledPack) -> [Reply] {
    let day = CalendarDate(dayNumber: 20_468)
    var turn = Conversation(on: day, region: .sure("GB"), with: pack).opening(with: pack)
    var replies = [turn.reply]
    for line in lines {
      turn = turn.conversation.hearing(line, on: day, with: pack)
      replies.append(turn.reply)
    }
    _ = turn.conversation.summary(with: pack).lines
    return replies
  }
}
