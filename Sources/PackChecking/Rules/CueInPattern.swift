import IntentMatching
import IntentPacks
import LanguageProcessing

/// A pattern without quotes holds a word that negates.
enum CueInPattern {
  static let rule = Rule(
    "cue-in-pattern", .warning,
    "A pattern without quotes holds a word that negates.",
    bad: """
      intents:
        numb:
          patterns: |
            cannot feel legs
          say: Noted.
      """,
    mend: ["cannot feel legs": "\"cannot feel legs\""]
  ) { subject in
    let cues = Set(
      ["negation_before", "negation_after"].flatMap { subject.pack.language.cues[$0] ?? [] }
        .map { $0.lowercased() })
    guard !cues.isEmpty else { return [] }
    return subject.patterns.compactMap { pattern in
      if case .concept = pattern.owner { return nil }
      var unused: [Diagnostic] = []
      guard let parsed = PatternParser.pattern(pattern.line, diagnostics: &unused),
        let cue = parsed.items.lazy.flatMap({ looseWords(in: $0) }).first(where: cues.contains)
      else { return nil }
      return Rule.Note(
        pattern.line.place, "\"\(cue)\" negates, and without quotes it may stand anywhere",
        help: "put the words that belong together into quotes", length: pattern.line.value.count)
    }
  }

  /// The words that may stand anywhere in the clause; what is quoted keeps its place, and an excluded word is not there.
  private static func looseWords(in node: PatternNode) -> [String] {
    switch node {
    case .word(let word, _, _): [word.lowercased()]
    case .anyOf(let all, _), .optional(let all, _):
      all.flatMap { $0.count == 1 ? $0.flatMap(looseWords) : [] }
    case .concept, .capture, .phrase, .excluded, .gap: []
    }
  }
}
