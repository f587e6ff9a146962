package import IntentPacks

/// A pack with one thing changed, which some test should notice.
package struct Mutant: Sendable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A flag's level, rule, term, exception or confirming question.
    case level, condition, safety
    /// A screen taken from a state, or a way out of it.
    case transition
    case pattern, cue, weight

    /// Whether none may go unnoticed.
    package var isGrave: Bool { self == .level || self == .condition || self == .safety }
  }

  package var kind: Kind
  /// `dvt: urgent line 2 dropped`
  package var text: String
  package var place: SourcePlace
  /// Patterns or cues changed, so the matcher has to be made anew.
  var needsMatcher: Bool
  /// Ids whose coverage makes a script worth running; empty: every script.
  var touches: Set<String>
  let change: @Sendable (inout Pack) -> Void

  func pack(from pack: Pack) -> Pack {
    var changed = pack
    change(&changed)
    return changed
  }
}
