import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// An example is not understood as what it stands under: no pattern fits it, or another meaning's pattern wins.
enum ExampleMissed {
  static let rule = Rule(
    "example-missed", .warning,
    "An example is not understood as what it stands under.",
    bad: """
      intents:
        thanks:
          patterns: |
            "many thanks"
          examples: |
            my calf hurts
          say: You are welcome.
      """,
    mend: ["my calf hurts": "so many thanks to you"],
    listens: true
  ) { subject in
    guard let heard = subject.heard else { return [] }
    var notes: [Rule.Note] = []
    for finding in subject.pack.findings {
      for line in finding.examples where !heard.knows(finding, after: line.value) {
        notes.append(note(line, of: "finding \"\(finding.id)\"", heard))
      }
    }
    for intent in subject.pack.intents {
      for line in intent.examples {
        let understanding = heard.understand(line.value)
        if understanding.intents.first?.intent != intent.id {
          notes.append(note(line, of: "intent \"\(intent.id)\"", heard))
        }
      }
    }
    return notes
  }

  private static func note(_ line: PlacedLine, of owner: String, _ heard: HeardPack) -> Rule.Note {
    let understanding = heard.understand(line.value)
    let thieves = understanding.mentions.prefix(3).map {
      "\(HeardPack.name($0.target)) by \(HeardPack.shown($0))"
    }
    var help = "add a pattern that fits it"
    if !thieves.isEmpty {
      help = "it is heard as \(thieves.joined(separator: ", "))"
    } else if let intent = understanding.intents.first {
      help = "its words are nearer to the examples of the intent \"\(intent.intent)\""
    }
    return Rule.Note(
      line.place, "this example is not heard as the \(owner)", help: help,
      length: line.value.count)
  }
}
