import IntentPacks

/// Something names a finding that no file defines.
enum UnknownFinding {
  static let rule = Rule(
    "unknown-finding", .error,
    "Something names a finding that no file defines.",
    bad: """
      causes:
        overload:
          name: too much too soon
          supports: {calf_pan: strong}
          explain: Muscles need time to grow.
          do: |
            Rest for two days.
          sources: S1
      """,
    mend: ["supports: {calf_pan: strong}": "supports: {calf_pain: strong}"]
  ) { subject in
    subject.unknown(references(in: subject.pack), in: subject.findings, "finding")
  }

  /// Every finding that is named outside conditions, which the reader checks. A confirming question may also be
  /// a screen.
  private static func references(in pack: Pack) -> [Placed<String>] {
    let screens = Set(pack.screens.map(\.id))
    var all = pack.findings.flatMap(\.implies)
    all += pack.screens.flatMap(\.items)
    all += pack.states.flatMap(\.ask)
    all += pack.redFlags.flatMap(\.suspectedBy)
    for cause in pack.causes {
      all += (cause.supports + cause.against).map { Placed($0.finding, at: $0.place) }
    }
    for confirmation in pack.redFlags.flatMap(\.confirm) where !screens.contains(confirmation.id) {
      all.append(Placed(confirmation.id, at: confirmation.place))
    }
    return all
  }
}
