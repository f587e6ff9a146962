import DialogEngine
import IntentPacks

/// How a saved chat came out when it was said again.
struct Resumption {
  private(set) var turns = 0
  private(set) var differing = 0
  /// The first line that is answered differently.
  private(set) var firstDifference: String?
  /// The highest level it had reached when it was saved.
  private(set) var savedLevel = Level.routine
  private(set) var level = Level.routine

  mutating func note(_ saved: SavedChat.Turn, _ turn: Turn, level: Level) {
    turns += 1
    self.level = level
    if let recorded = saved.level { savedLevel = recorded }
    guard !saved.replies.isEmpty, saved.replies != ChatRecorder.lines(of: turn.reply) else {
      return
    }
    differing += 1
    if firstDifference == nil { firstDifference = saved.text }
  }
}
