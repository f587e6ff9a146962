import IntentPacks

/// Texts ask for more years of school than most readers have: grade 6 for flags, 8 for all else. English only.
enum ReadingLevel {
  static let rule = Rule(
    "reading-grade", .warning,
    "Texts ask for more years of school than most readers have.",
    bad: """
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          first: Immediately organise comprehensive medical examination arrangements.
          confirm: calf_pain
          sources: S1
          examples: |
            my calf hurts
          reason: Deterioration occasionally necessitates emergency hospitalisation, particularly following cardiovascular complications or immobilisation.
          now: Minimise unnecessary activity.
      """,
    good: """
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          first: Get help today. A nurse or doctor needs to see the leg.
          confirm: calf_pain
          sources: S1
          examples: |
            my calf hurts
          reason: A clot can form in the leg. It can be made safe if it is found in time.
          now: Sit down and wait.
      """
  ) { subject in
    guard subject.pack.languageCode == "en" || subject.pack.languageCode == "xx" else { return [] }
    let texts = Dictionary(grouping: subject.texts, by: \.owner)
    let flags = subject.pack.redFlags.compactMap { note($0, texts, .flag, limit: 6) }
    let causes = subject.pack.causes.compactMap { note($0, texts, .cause, limit: 8) }
    let findings = subject.pack.findings.compactMap { note($0, texts, .finding, limit: 8) }
    return flags + causes + findings
  }

  private static func note(
    _ definition: some PackDefinition, _ all: [String: [SpokenText]], _ kind: SpokenText.Kind,
    limit: Double
  ) -> Rule.Note? {
    let texts = (all[definition.id] ?? []).filter {
      $0.kind == kind && $0.key != "name" && $0.key != "item" && $0.key != "back"
    }
    guard let grade = ReadingGrade.of(texts.map(\.text.value)), grade > limit else { return nil }
    let rounded = (grade * 10).rounded() / 10
    return Rule.Note(
      definition.place,
      "the texts of \"\(definition.id)\" ask for \(rounded) years of school; \(Int(limit)) are the limit",
      help: "write shorter sentences and shorter words", length: definition.id.count)
  }
}
