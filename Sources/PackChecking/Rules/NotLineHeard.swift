import IntentMatching
import IntentPacks
import LanguageProcessing

/// A `not:` line is understood as the very thing it must not be.
enum NotLineHeard {
  static let rule = Rule(
    "not-line-heard", .warning,
    "A line under not: is understood as the very thing it must not be.",
    bad: """
      intents:
        thanks:
          patterns: |
            many thanks
          not: |
            no thanks there are too many
          say: You are welcome.
      """,
    mend: ["many thanks": "\"many thanks\""],
    listens: true
  ) { subject in
    guard let heard = subject.heard else { return [] }
    var notes: [Rule.Note] = []
    for finding in subject.pack.findings {
      for line in finding.not {
        let mention = heard.understand(line.value).mentions.first {
          $0.target == .finding(finding.id) && $0.assertion.status == .affirmed && !$0.isDenial
            && finding.kind == .yesNo
        }
        if let mention { notes.append(note(line, "finding \"\(finding.id)\"", mention)) }
      }
    }
    for intent in subject.pack.intents {
      for line in intent.not {
        let understanding = heard.understand(line.value)
        let owner = "intent \"\(intent.id)\""
        if let mention = understanding.mentions.first(where: { $0.target == .intent(intent.id) }) {
          notes.append(note(line, owner, mention))
        } else if understanding.intents.contains(where: { $0.intent == intent.id }) {
          notes.append(
            note(line, owner, help: "by its examples; take the same sentence out of them"))
        }
      }
    }
    return notes
  }

  private static func note(_ line: PlacedLine, _ owner: String, _ mention: Mention) -> Rule.Note {
    note(
      line, owner, help: "by the pattern \(HeardPack.shown(mention)); make that say more")
  }

  private static func note(_ line: PlacedLine, _ owner: String, help: String) -> Rule.Note {
    Rule.Note(
      line.place, "this line is heard as the \(owner), which it must not be", help: help,
      length: line.value.count)
  }
}
