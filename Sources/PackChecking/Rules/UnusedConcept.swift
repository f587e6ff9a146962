import IntentPacks
import LanguageProcessing

/// A concept that no pattern names.
enum UnusedConcept {
  static let rule = Rule(
    "unused-concept", .warning,
    "A concept that no pattern names.",
    bad: """
      concepts:
        bluish: |
          blue
      """,
    good: """
      concepts:
        bluish: |
          blue
      intents:
        colour:
          patterns: |
            legs @bluish
          say: Noted.
      """
  ) { subject in
    let used = subject.patterns.flatMap { OwnedPattern.concepts(in: $0.line.value).map(\.id) }
    let known = subject.pack.language.slips.map { String($0.beside.drop { $0 == "@" }) }
    return subject.unused(subject.pack.concepts, used: Set(used + known), "concept")
  }
}
