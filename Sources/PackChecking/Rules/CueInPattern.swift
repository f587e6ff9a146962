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
    good: """
      intents:
        numb:
          patterns: |
            "cannot feel legs"
          say: Noted.
      """
  ) { subject in
    let cues = Set(
      ["negation_before", "negation_after"].flatMap { subject.pack.language.cues[$0] ?? [] }
        .map { $0.lowercased() })
    guard !cues.isEmpty else { return [] }
    return subject.patterns.compactMap { pattern in
      if case .concept = pattern.owner { return nil }
      let words = Prose.words(in: unquoted(pattern.line.value))
      guard let cue = words.first(where: cues.contains) else { return nil }
      return Rule.Note(
        pattern.line.place, "\"\(cue)\" negates, and without quotes it may stand anywhere",
        help: "put the words that belong together into quotes", length: pattern.line.value.count)
    }
  }

  private static func unquoted(_ pattern: String) -> String {
    var isQuoted = false
    return String(
      pattern.map { character in
        if character == "\"" { isQuoted.toggle() }
        return isQuoted ? " " : character
      })
  }
}
