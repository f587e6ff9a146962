package import IntentPacks

/// Where a red flag stands after a turn.
package struct FlagStatus: Sendable, Hashable {
  /// Its rules hold, or some sign of them was said and the rest is to be asked.
  package enum State: String, Sendable, Hashable { case raised, suspected }

  /// Index in the compiled pack.
  package var flag: Int
  package var id: String
  package var state: State
  /// For a suspected flag the level it would have, unreduced.
  package var level: Level
  /// Findings that speak for it.
  package var because: [Int]
  /// A clinician has examined this since: `soon`, with return rules.
  package var isAssessed = false
  /// Raised for somebody who is with the user now.
  package var isBystander = false
}
