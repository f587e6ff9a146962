import IntentPacks

/// A red flag asks about some of the risks that it rests on and leaves others out, so that "none" to its list does not
/// mean that there is no risk.
enum UnconfirmedRisk {
  static let rule = Rule(
    "unconfirmed-risk", .warning,
    "A red flag asks about some of its risks and leaves others out, so none to its list does not say that there is no risk.",
    bad: example(items: "[smoker]"), good: example(items: "[smoker, long_flight]")
  ) { subject in
    let always = covered(
      by: subject.pack.states.flatMap(\.screens).compactMap { subject.screens[$0.value] }
        .filter { $0.once == nil }.flatMap { $0.items.map(\.value) }, subject)
    return subject.pack.redFlags.flatMap { flag in
      let asked = covered(
        by: flag.confirm.flatMap { confirm in
          subject.screens[confirm.id]?.items.map(\.value) ?? [confirm.id]
        }, subject)
      var told: Set<String> = []
      return risks(of: flag, subject).flatMap { risk -> [Rule.Note] in
        let parts = parts(of: risk, subject).filter { canBeAsked($0, subject) }
        guard let place = flag.confirm.first?.place, !asked.contains(risk),
          parts.contains(where: asked.contains)
        else { return [] }
        return parts.filter {
          !asked.contains($0) && !always.contains($0) && told.insert($0).inserted
        }.map { part in
          Rule.Note(
            place,
            "\"\(flag.id)\" asks about other parts of \"\(risk)\", but not about \"\(part)\"",
            help: "add \(part) to confirm:, or to a screen in it")
        }
      }
    }
  }

  /// The risks that the rules of a flag name: background findings that any of several others makes true.
  private static func risks(of flag: RedFlag, _ subject: RuleSubject) -> [String] {
    var seen: Set<String> = []
    return Level.allCases.flatMap { flag.raise[$0] ?? [] }.flatMap(\.value.findings).filter { id in
      guard let finding = subject.findings[id] else { return false }
      return finding.background && finding.means.count > 1 && seen.insert(id).inserted
    }
  }

  /// What questions ask about: the findings themselves, and what those are derived from ("a clotting illness, you or
  /// your family").
  private static func covered(by questions: [String], _ subject: RuleSubject) -> Set<String> {
    Set(questions + questions.flatMap { parts(of: $0, subject) })
  }

  /// What a risk comes down to: the single findings of which any suffices.
  private static func parts(of risk: String, _ subject: RuleSubject) -> [String] {
    var seen: Set<String> = []
    var parts: [String] = []
    var open = [risk]
    while let id = open.popLast() {
      guard seen.insert(id).inserted else { continue }
      let means = subject.findings[id]?.means ?? []
      if means.isEmpty { parts.append(id) }
      open += means.reversed().flatMap { alternatives(in: $0.value) }
    }
    return parts
  }

  private static func alternatives(in condition: Condition) -> [String] {
    switch condition {
    case .finding(let id), .within(let id, _): [id]
    case .or(let parts): parts.flatMap(alternatives)
    default: []
    }
  }

  /// Whether it is a risk with words to ask for it; signs have questions of their own.
  private static func canBeAsked(_ id: String, _ subject: RuleSubject) -> Bool {
    guard let finding = subject.findings[id], finding.background else { return false }
    return finding.ask != nil || finding.item != nil
  }

  private static func example(items: String) -> String {
    """
    findings:
      smoker: {background: true, item: smoking, ask: Do you smoke?, why: Smoke harms veins.}
      long_flight: {background: true, item: a long flight, ask: Any long flight?, why: Sitting slows blood.}
      clot_risk:
        background: true
        means: |
          smoker
          long_flight
    screens:
      risks: {ask: Any of these?, items: \(items), why: They make a clot likelier.}
    red_flags:
      clot:
        name: a clot
        raise: {urgent: calf_pain and clot_risk}
        first: Get help today.
        confirm: [calf_pain, risks]
        sources: S1
        examples: |
          my calf hurts

    """
  }
}
