import DialogEngine
import IntentMatching
import IntentPacks

/// A line under `not:` of a red flag raises it.
enum FlagFalseAlarm {
  static let rule = Rule(
    "flag-false-alarm", .warning,
    "A line under not: of a red flag raises it.",
    bad: """
      red_flags:
        clot:
          name: a clot
          raise: {urgent: calf_pain}
          first: Get help today.
          confirm: calf_pain
          sources: S1
          examples: |
            my calf hurts
          not: |
            my calf aches
      """,
    mend: ["my calf aches": "my arm hurts"],
    listens: true
  ) { subject in
    guard let heard = subject.heard else { return [] }
    return subject.pack.redFlags.flatMap { flag in
      flag.not.compactMap { line in
        let flags = heard.turn(after: line.value).conversation.flags
        guard flags.contains(where: { $0.id == flag.id && $0.state == .raised }) else { return nil }
        let mentions = heard.understand(line.value).mentions.map {
          "\(HeardPack.name($0.target)) by \(HeardPack.shown($0))"
        }
        return Rule.Note(
          line.place, "this line raises \"\(flag.id)\", which it must not",
          help: "it is heard as \(mentions.joined(separator: ", "))", length: line.value.count)
      }
    }
  }
}
