import DialogEngine
import IntentMatching
import IntentPacks

/// An example of a red flag neither raises nor suspects it.
enum FlagExampleMissed {
  static let rule = Rule(
    "flag-example-missed", .warning,
    "An example of a red flag neither raises nor suspects it.",
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
            my arm hurts
      """,
    mend: ["my arm hurts": "my calf aches"],
    listens: true
  ) { subject in
    guard let heard = subject.heard else { return [] }
    return subject.pack.redFlags.flatMap { flag in
      flag.examples.compactMap { line in
        let flags = heard.turn(after: line.value).conversation.flags
        guard !flags.contains(where: { $0.id == flag.id }) else { return nil }
        let names = heard.understand(line.value).mentions.map { HeardPack.name($0.target) }
        return Rule.Note(
          line.place, "this example neither raises nor suspects \"\(flag.id)\"",
          help: names.isEmpty
            ? "nothing in it is heard; add a pattern"
            : "it is heard as \(names.joined(separator: ", ")); add a condition or a pattern",
          length: line.value.count)
      }
    }
  }
}
