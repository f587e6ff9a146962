import IntentPacks

/// A finding has keys that do not fit its kind.
enum FindingKind {
  static let rule = Rule(
    "finding-kind", .error,
    "A finding has keys that do not fit its kind.",
    bad: """
      findings:
        when_sore:
          kind: choice
          patterns: |
            calf sore when
      states:
        listen: {ask: when_sore}
      """,
    mend: ["kind: choice": "kind: choice\n    options: {night: at night, day: by day}"]
  ) { subject in
    subject.pack.findings.compactMap { finding in
      func note(_ message: String, _ help: String) -> Rule.Note {
        Rule.Note(finding.place, message, help: help, length: finding.id.count)
      }
      switch finding.kind {
      case .choice where finding.options.isEmpty:
        return note("the choice \"\(finding.id)\" has no options", "write options: below it")
      case .yesNo, .number, .duration, .text:
        if !finding.options.isEmpty {
          return note("only a choice has options", "give \"\(finding.id)\" kind: choice")
        }
        if finding.kind != .number && finding.kind != .duration && !finding.captures.isEmpty {
          return note(
            "only a number or a duration has captures", "give \"\(finding.id)\" kind: number")
        }
        return nil
      default: return nil
      }
    }
  }
}
