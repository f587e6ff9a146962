import IntentPacks

/// How one script went.
package struct ScriptResult: Sendable {
  /// How a script ended.
  package enum Verdict: Sendable {
    case passed
    case failed([Mismatch])
    case skipped(String)
    /// It fails, as it says it does.
    case knownFailure(String)
  }

  package var script: Script
  package var verdict: Verdict
  /// Turns played, all ways through the script together.
  package var turns = 0
  /// All ways through the script, the plain one first, for coverage and updating.
  package var plays: [Play] = []
  /// Lines tried at every turn, each with the turn before it.
  package var probes: [Play] = []

  package var hasFailed: Bool {
    if case .failed = verdict { return true }
    return false
  }

  /// Everything that came out otherwise than expected, in the order of turns.
  package var mismatches: [Mismatch] {
    if case .failed(let mismatches) = verdict { return mismatches }
    return []
  }
}

/// One way through a script, played.
package struct Play: Sendable {
  /// What was said by both sides, in order.
  package var turns: [PlayedTurn] = []
  /// The turn at which each step was done.
  package var stepEnds: [Int] = []
  /// A question that an `answers:` block at the end had nothing for.
  var unanswered: (question: String, place: SourcePlace)?
  /// A question that was put again and again.
  var circling: (question: String, key: String, place: SourcePlace)?
  /// The words by which this way differs from the plain one; nil for the plain one.
  package var way: String?
  /// The step at which it differs.
  var differsAt: Int?
}
