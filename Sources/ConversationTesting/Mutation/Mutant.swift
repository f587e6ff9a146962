package import IntentPacks
import LanguageProcessing

/// A pack with one thing changed, which some test should notice.
package struct Mutant: Sendable {
  /// What is changed in the pack.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A level, a term of a flag's condition, a confirming question or what a screen asks.
    case level, condition, safety
    /// A way out of a state.
    case transition
    /// A meaning of a finding that no flag rests on.
    case meaning
    case pattern, cue, weight

    /// Whether none may go unnoticed.
    package var isGrave: Bool { self == .level || self == .condition || self == .safety }
  }

  /// What is changed: definitions alone, or also how a line is heard.
  enum Change: Sendable {
    case definitions(@Sendable (inout Pack) -> Void)
    case deafness(to: SourcePlace)
    case language(@Sendable (inout Language) -> Void)
  }

  /// What a test must have exercised to be able to notice.
  enum Reach: Sendable {
    case everything
    /// Something of each of these sets: findings known, flags open, causes named, states, screens and intents, by id.
    case ids([Set<String>])
    case pattern(SourcePlace)
    /// All words of one of these phrases.
    case words([[String]])
  }

  package var kind: Kind
  /// `dvt: urgent line 2 dropped`
  package var text: String
  package var place: SourcePlace
  var reach: Reach
  var change: Change
}
