import IntentPacks

#if canImport(Glibc)
  import Glibc
#endif

/// Constants of the ranking: the pack's, or these where it is silent.
package enum Ranking {
  /// The numbers used where a pack names none.
  package static let defaults: [String: Double] = [
    "common": 1, "uncommon": 0.2, "rare": 0.04,
    "weak": 1.5, "moderate": 3, "strong": 8,
    // Below this expected gain a question is not worth asking.
    "gain_floor": 0.05,
    // The same while the likeliest cause has less than this evidence for it (log of factors).
    "gain_floor_open": 0.05, "fits_evidence": 2,
    // The same while: how much more a question with options counts.
    "choice_open": 1,
    // How much of its factor a cause loses when another option of "which fits best" was chosen.
    "not_chosen": 0.2,
    // A question of the topic just spoken of wins from this share of the best gain.
    "same_topic": 0.8,
    // Causes below this share of the first one's score are not shown.
    "shown_share": 0.15,
    // A cause needs at least this much evidence for it (log of factors) to be named.
    "least_evidence": 0.4,
    // With this much evidence for it a cause among the first decides on the level too.
    "much_evidence": 3,
  ]

  static func constant(_ name: String, in ranking: [String: Double]) -> Double {
    ranking[name] ?? defaults[name] ?? 1
  }
}

enum Logarithm {
  static func natural(_ value: Double) -> Double { log(max(value, 1e-9)) }
}
