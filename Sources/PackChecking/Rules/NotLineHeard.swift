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
        let mention = heard.understand(line.value).mentions.first {
          $0.target == .intent(intent.id)
        }
        if let mention { notes.append(note(line, "intent \"\(intent.id)\"", mention)) }
      }
    }
    return notes
  }

  private static func note(_ line: PlacedLine, _ owner: String, _ mention: Mention) -> Rule.Note {
    Rule.Note(
      line.place, "this line is heard as the \(owner), which it must not be",
      help: "by the pattern \(HeardPack.shown(mention)); make that say more",
      length: line.value.count)
  }
}
