import IntentPacks

/// What a run of mutants came to.
package struct MutationReport: Sendable {
  /// Every mutant that was tried, in the order of the pack.
  package var outcomes: [MutationRun.Outcome]
  /// Changes that were left out because other lines of the pack make them good.
  package var equal = 0
  /// Seconds the run took, measured by the caller.
  package var seconds = 0.0

  package init(_ outcomes: [MutationRun.Outcome]) { self.outcomes = outcomes }

  /// Mutants nothing noticed.
  package var survivors: [Mutant] { outcomes.filter { $0.killer == nil }.map(\.mutant) }

  /// Whether a mutant survived that none may, or more than a fifth of the others did.
  package var fallsShort: Bool {
    let others = outcomes.filter { !$0.mutant.kind.isGrave }
    return survivors.contains(where: \.kind.isGrave)
      || others.count { $0.killer == nil } * 5 > others.count
  }

  /// Totals by kind, then the survivors with their places.
  package var text: String {
    var text = ""
    for mutant in survivors {
      let place = mutant.place == .nowhere ? "" : "\(mutant.place): "
      text += "survived (\(mutant.kind.rawValue)) \(place)\(mutant.text)\n"
    }
    for kind in Mutant.Kind.allCases {
      let all = outcomes.filter { $0.mutant.kind == kind }
      guard !all.isEmpty else { continue }
      let killed = all.count { $0.killer != nil }
      let share = ExpectationCheck.tenths(Coverage.percent(killed, of: all.count))
      text += "\(kind.rawValue): \(killed) of \(all.count) noticed (\(share) %)\n"
    }
    let killed = outcomes.count - survivors.count
    text += "\(killed) of \(outcomes.count) mutants noticed in \(TestReport.seconds(seconds))\n"
    if equal > 0 { text += "\(equal) changes left out: other lines make them good\n" }
    return text
  }

  /// The outcomes as one JSON object.
  package var json: String {
    JSONText.object([
      ("mutants", String(outcomes.count)), ("survived", String(survivors.count)),
      ("equal", String(equal)),
      (
        "outcomes",
        JSONText.array(
          outcomes.map { outcome in
            JSONText.object([
              ("kind", JSONString.quoted(outcome.mutant.kind.rawValue)),
              ("text", JSONString.quoted(outcome.mutant.text)),
              ("file", JSONString.quoted(outcome.mutant.place.file)),
              ("line", String(outcome.mutant.place.line)),
              ("killer", outcome.killer.map(JSONString.quoted) ?? "null"),
            ])
          })
      ),
    ])
  }
}
