import IntentPacks
import LanguageProcessing

/// An intent that advises something answers also while a red flag forbids it: it has an activity, or a sentence of it
/// starts with one of the words under `language: cues: advises`.
enum AdviceWithoutGuard {
  static let rule = Rule(
    "advice-without-guard", .warning,
    "An intent that advises something answers also while a red flag forbids it.",
    bad: """
      intents:
        may_i_run:
          patterns: |
            "can i run"
          say: Easy runs are fine.
          activity: run
      """,
    mend: ["activity: run": "activity: run\n    gives_advice: true"]
  ) { subject in
    let advising = Set(subject.pack.language.cues["advises"] ?? [])
    return subject.pack.intents.filter { !$0.givesAdvice }.compactMap { intent in
      let help = "write gives_advice: true, so that it waits while a red flag is open"
      if intent.activity != nil {
        return Rule.Note(
          intent.place, "\"\(intent.id)\" speaks of an activity without gives_advice", help: help,
          length: intent.id.count)
      }
      guard let say = intent.say else { return nil }
      return Advice.verbs(in: say.value).intersection(advising).min().map {
        Rule.Note(
          say.place, "\"\(intent.id)\" tells to \($0) something without gives_advice", help: help)
      }
    }
  }
}
