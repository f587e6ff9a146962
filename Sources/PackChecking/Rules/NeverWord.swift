import IntentPacks
import LanguageProcessing

/// A text holds words that the assistant never says: those under `language: cues: never_say`, exclamation marks,
/// percentages and emoji.
enum NeverWord {
  static let rule = Rule(
    "never-word", .warning,
    "A text holds words that the assistant never says.",
    bad: """
      wordings:
        comfort: Get well soon!
      """,
    mend: ["comfort: Get well soon!": "comfort: Get well soon."]
  ) { subject in
    let phrases = (subject.pack.language.cues["never_say"] ?? []).map {
      (shown: $0, words: Prose.words(in: $0))
    }
    return subject.texts.flatMap { text -> [Rule.Note] in
      let words = Prose.words(in: text.text.value)
      var found = phrases.filter { words.contains($0.words) && !$0.words.isEmpty }.map(\.shown)
      if text.text.value.contains("!") { found.append("!") }
      if text.text.value.contains("%") { found.append("%") }
      if text.text.value.unicodeScalars.contains(where: \.properties.isEmojiPresentation) {
        found.append("emoji")
      }
      return found.map {
        Rule.Note(
          text.text.place, "\"\(text.owner)\" says \"\($0)\", which the assistant never says",
          help: "say it in other words")
      }
    }
  }
}
