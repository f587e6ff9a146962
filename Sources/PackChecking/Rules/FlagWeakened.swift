import DialogEngine
import IntentPacks

/// What a pack changes makes a red flag of the pack below deaf or less grave, although it stays as it was written.
enum FlagWeakened {
  static let rule = Rule(
    "flag-weakened", .error,
    "A change beside a red flag of the pack below makes it deaf to one of its examples, or less grave.",
    bad: """
      findings:
        age:
          topic: age
          kind: number
          ask: How old are you?
          why: Age changes the advice.
          captures: |
            "aged {number}"
          examples: |
            aged 70
      """,
    good: """
      findings:
        age:
          topic: age
          kind: number
          ask: How old are you?
          why: Age changes the advice.
          captures: |
            "am {number}"
            "aged {number}"
          examples: |
            i am 71
      """, listens: true
  ) { subject in
    guard let heard = subject.heard, let below = subject.heardBelow else { return [] }
    return below.pack.pack.redFlags.compactMap { flag in
      // One that is written anew or taken away wants its reason there.
      guard subject.flags[flag.id]?.place == flag.place else { return nil }
      let lost = flag.examples.first { line in
        let before = weight(of: flag, in: below.turn(after: line.value))
        return weight(of: flag, in: heard.turn(after: line.value)) < before
      }
      guard let lost else { return nil }
      let cause = cause(of: flag, in: subject.pack)
      return Rule.Note(
        cause?.place ?? lost.place,
        "\"\(lost.value)\" no longer raises \"\(flag.id)\" as it does without this pack",
        help: "mend what was replaced, or write the flag anew with accept_risk: and the reason",
        length: cause?.id.count ?? lost.value.count)
    }
  }

  /// What this pack replaced or took away that the flag rests on; else the first thing it changed.
  private static func cause(of flag: RedFlag, in pack: Pack) -> Override? {
    let signs = Set(flag.raise.values.joined().flatMap(\.value.findings))
    let changes = pack.overrides.filter { $0.section != "wordings" && $0.section != "levels" }
    return changes.first { $0.section == "findings" && signs.contains($0.id) } ?? changes.first
  }

  /// Nothing, suspected by level, raised by level.
  private static func weight(of flag: RedFlag, in turn: Turn) -> Int {
    guard let status = turn.conversation.flags.first(where: { $0.id == flag.id }) else { return 0 }
    let levels = Level.allCases.sorted()
    let level = 1 + (levels.firstIndex(of: status.level) ?? 0)
    return status.state == .raised ? levels.count + level : level
  }
}
