import IntentPacks
import LanguageProcessing

/// A question about what red flags rest on whose yes is the safe answer: it begins with one of the phrases under
/// `language: cues: never_ask`.
enum ReassuringQuestion {
  static let rule = Rule(
    "reassuring-question", .warning,
    "A safety question whose yes is the safe answer.",
    bad: """
      findings:
        thigh_pain:
          patterns: |
            thigh sore
          ask: Are you OK?
          why: A strain hurts.
      raise_by_one:
        strained: {when: thigh_pain, levels: [soon]}
      """,
    mend: ["ask: Are you OK?": "ask: Does your thigh hurt?"]
  ) { subject in
    let starts = (subject.pack.language.cues["never_ask"] ?? []).map(Prose.words)
    let signs = subject.signs
    return subject.pack.findings.compactMap { finding in
      guard finding.kind == .yesNo, signs.contains(finding.id), let ask = finding.ask else {
        return nil
      }
      let words = Prose.words(in: ask.value)
      guard starts.contains(where: { !$0.isEmpty && words.starts(with: $0) }) else { return nil }
      return Rule.Note(
        ask.place, "a yes to this question means that all is well",
        help: "ask for the sign itself, so that yes is the dangerous answer",
        length: ask.value.count)
    }
  }
}
