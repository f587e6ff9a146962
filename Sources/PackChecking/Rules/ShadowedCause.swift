import DialogEngine
import IntentPacks

/// A cause that can never be among the first three, whatever is said.
enum ShadowedCause {
  static let rule = Rule(
    "shadowed-cause", .warning,
    "A cause can never be among the first three: whatever speaks for it speaks more for others.",
    bad: """
      causes:
        strain: {name: a strain, supports: {calf_pain: strong}, explain: It was pulled.}
        bruise: {name: a bruise, supports: {calf_pain: strong}, explain: It was hit.}
        odd_one:
          name: an odd one
          how_common: rare
          supports: {calf_pain: weak}
          explain: It is seldom seen.
      """,
    good: """
      findings:
        thigh_pain:
          patterns: |
            thigh sore
      causes:
        strain: {name: a strain, supports: {calf_pain: strong}, explain: It was pulled.}
        bruise: {name: a bruise, supports: {calf_pain: strong}, explain: It was hit.}
        odd_one:
          name: an odd one
          how_common: rare
          supports: {calf_pain: weak, thigh_pain: strong}
          explain: It is seldom seen.
      """,
    listens: true
  ) { subject in
    guard let heard = subject.heard else { return [] }
    return subject.pack.causes.enumerated().compactMap { number, cause in
      guard let best = heard.pack.bestPlace(ofCause: number), best.place > shown else { return nil }
      let names = best.ahead.prefix(shown).map { "\"\($0)\"" }.joined(separator: ", ")
      return Rule.Note(
        cause.place,
        "\"\(cause.id)\" can never be among the first \(shown): \(best.place) is its best place",
        help: "\(names) rank before it; give it a finding that speaks for it alone, or more weight",
        length: cause.id.count)
    }
  }

  private static let shown = 3
}
