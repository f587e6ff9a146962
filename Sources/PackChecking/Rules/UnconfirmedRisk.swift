import IntentPacks

/// A red flag needs a risk that its confirming questions never ask about.
enum UnconfirmedRisk {
  static let rule = Rule(
    "unconfirmed-risk", .warning,
    "A red flag needs a risk that its confirming questions never ask about, so none to all of them would clear it unasked.",
    bad: """
      findings:
        smoker:
          background: true
          patterns: |
            "i smoke"
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain and smoker}
          first: Get help today.
          confirm: calf_pain
          sources: S1
          examples: |
            my calf hurts
      """,
    good: """
      findings:
        smoker:
          background: true
          item: smoking
          patterns: |
            "i smoke"
          ask: Do you smoke?
          why: Smoke harms the veins.
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain and smoker}
          first: Get help today.
          confirm: [calf_pain, smoker]
          sources: S1
          examples: |
            my calf hurts
      """
  ) { subject in
    subject.pack.redFlags.flatMap { notes(on: $0, subject) }
  }

  private static func notes(on flag: RedFlag, _ subject: RuleSubject) -> [Rule.Note] {
    guard let place = flag.confirm.first?.place else { return [] }
    let asked = Set(
      flag.confirm.flatMap { confirm in
        subject.screens[confirm.id]?.items.map(\.value) ?? [confirm.id]
      })
    var told: Set<String> = []
    return Level.allCases.flatMap { flag.raise[$0] ?? [] }.flatMap { line in
      line.value.findings.filter { id in
        subject.findings[id]?.background == true && !isAsked(id, asked, subject)
          && told.insert(id).inserted
      }.map { id in
        Rule.Note(
          place, "\"\(flag.id)\" rests on the risk \"\(id)\", which confirm: does not ask about",
          help: "add \(id) to confirm:, or to a screen in it (the rule is at \(line.place))")
      }
    }
  }

  /// Whether the answers tell if a finding is so: it is asked itself, or all that it is derived from.
  private static func isAsked(
    _ id: String, _ asked: Set<String>, _ subject: RuleSubject, depth: Int = 0
  ) -> Bool {
    if asked.contains(id) { return true }
    guard let finding = subject.findings[id], !finding.means.isEmpty, depth < 8 else {
      return false
    }
    return finding.means.allSatisfy { line in
      line.value.findings.allSatisfy { isAsked($0, asked, subject, depth: depth + 1) }
    }
  }
}
