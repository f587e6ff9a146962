import IntentPacks

/// The same pattern stands under two meanings, so that none can win.
enum SamePattern {
  static let rule = Rule(
    "same-pattern", .warning,
    "The same pattern stands under two meanings, so that none can win.",
    bad: """
      intents:
        hi:
          patterns: |
            hello  you
          say: Hello.
        ho:
          patterns: |
            hello you
          say: Ho.
      """,
    good: """
      intents:
        hi:
          patterns: |
            hello you
          say: Hello.
        ho:
          patterns: |
            hello there
          say: Ho.
      """
  ) { subject in
    var first: [Place: OwnedPattern] = [:]
    return subject.patterns.compactMap { pattern in
      guard let kind = kind(pattern.owner) else { return nil }
      let place = Place(kind: kind, words: normalised(pattern.line.value))
      guard let other = first[place] else {
        first[place] = pattern
        return nil
      }
      guard other.owner != pattern.owner else {
        return Rule.Note(
          pattern.line.place, "this pattern stands here twice",
          help: "the first is at \(other.line.place); delete one", length: pattern.line.value.count)
      }
      return Rule.Note(
        pattern.line.place, "this pattern is also one of \(other.owner.name)",
        help: "the other is at \(other.line.place); say more in one of them, or delete one",
        length: pattern.line.value.count)
    }
  }

  private struct Place: Hashable {
    var kind: Kind
    var words: String
  }

  /// What patterns compete within: a finding and the name of a flag may well be said in the same words.
  private enum Kind { case sign, intent, name }

  private static func kind(_ owner: OwnedPattern.Owner) -> Kind? {
    switch owner {
    case .finding, .denial, .option: .sign
    case .intent: .intent
    case .flag, .cause: .name
    case .concept: nil
    }
  }

  /// Letter case and spacing aside; the words of a bag in alphabetical order, for their order means nothing.
  private static func normalised(_ pattern: String) -> String {
    let words = pattern.lowercased().split { $0 == " " || $0 == "\t" }
    let isBag = !pattern.contains { "\"([{".contains($0) }
    return (isBag ? words.sorted() : words).joined(separator: " ")
  }
}
