import DialogEngine
import IntentPacks

/// A text holds a name in braces that nothing fills, so that a hole is left in the sentence.
enum UnknownPlaceholder {
  static let rule = Rule(
    "unknown-placeholder", .warning,
    "A text holds a name in braces that nothing fills, so a hole is left in the sentence.",
    bad: """
      wordings:
        help: "{call_noww}"
      """,
    mend: ["help: \"{call_noww}\"": "help: \"{call_now}\""]
  ) { subject in
    // What a pack leaves open that is only a base, the packs above it fill.
    guard !subject.isBase else { return [] }
    let everywhere = Placeholders.everywhere(in: subject.pack)
    return subject.texts.flatMap { text -> [Rule.Note] in
      guard text.text.value.contains("{"), subject.isOwn(text.text.place) else { return [] }
      let known = everywhere.union(own(text.kind))
      return Placeholders.names(in: text.text.value).compactMap { name in
        if name.hasPrefix("said:") {
          let id = String(name.dropFirst(5))
          guard subject.findings[id] == nil else { return nil }
          return note(text, name, near: NearestName.of(id, among: subject.findings.ids))
        }
        guard !known.contains(name) else { return nil }
        return note(text, name, near: NearestName.of(name, among: known))
      }
    }
  }

  /// What is filled in texts of this kind besides what is filled everywhere.
  private static func own(_ kind: SpokenText.Kind) -> Set<String> {
    switch kind {
    case .wording: Placeholders.inWordings
    case .flag: Placeholders.inFlags
    case .finding: Placeholders.inFindings
    case .cause, .screen, .intent, .state, .level, .avoid, .region: []
    }
  }

  private static func note(_ text: SpokenText, _ name: String, near: String?) -> Rule.Note {
    Rule.Note(
      text.text.place, "\"\(text.owner)\" says {\(name)}, and nothing fills it",
      help: near.map { "did you mean {\(name.hasPrefix("said:") ? "said:" : "")\($0)}?" }
        ?? "write the words themselves, or a name that the regions hold")
  }
}
