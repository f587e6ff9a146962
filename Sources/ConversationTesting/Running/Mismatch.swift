import DialogEngine
package import IntentPacks

/// One thing that did not go as scripted.
package struct Mismatch: Sendable {
  /// The line of the script that was not met.
  package var place: SourcePlace
  /// One sentence: what was expected and what came.
  package var message: String
  /// The reply against the `bot:` lines, line by line.
  package var diff: [DiffLine] = []
  /// The turns up to and including the one it is about.
  package var turns: [PlayedTurn] = []
  /// What was understood in that turn, and what was not.
  package var explanation: [String] = []
  /// Which of several ways through the script this was: an alternative, an order.
  package var way: String?
}

/// A line of a reply, a line that was expected and did not come, or one that nobody expected.
package enum DiffLine: Sendable, Hashable {
  case same(String)
  case missing(String)
  case extra(String)

  /// The line without its mark.
  package var text: String {
    switch self {
    case .same(let line): "  \(line)"
    case .missing(let line): "- \(line)"
    case .extra(let line): "+ \(line)"
    }
  }
}
