import DialogEngine
import IntentMatching
import IntentPacks

/// A pattern that can never win: in every sentence that it fits, another meaning's pattern takes the words.
enum BeatenPattern {
  static let rule = Rule(
    "beaten-pattern", .warning,
    "A pattern can never win: another meaning's pattern always says more of the same words.",
    bad: """
      intents:
        thanks:
          patterns: |
            many thanks
          say: You are welcome.
        thanks_again:
          patterns: |
            "many thanks"
          say: You are welcome again.
      """,
    mend: ["\"many thanks\"": "\"thanks again\""],
    listens: true
  ) { subject in
    guard let heard = subject.heard else { return [] }
    let samples = PatternSamples(subject.pack)
    let owned = subject.patterns.filter { pattern in
      if case .concept = pattern.owner { return false }
      return subject.isOwn(pattern.line.place)
    }
    return owned.mappedConcurrently { note($0, samples, heard) }.compactMap { $0 }
  }

  private static func note(_ pattern: OwnedPattern, _ samples: PatternSamples, _ heard: HeardPack)
    -> Rule.Note?
  {
    var thief: Mention?
    for sentence in samples.sentences(for: pattern.line) {
      let understanding = heard.understand(sentence)
      let wins = understanding.mentions.contains { isOwner($0.target, pattern.owner) }
      guard !wins, understanding.beaten.contains(where: { isOwner($0.target, pattern.owner) })
      else { return nil }
      thief = thief ?? understanding.mentions.first
    }
    guard let thief else { return nil }
    return Rule.Note(
      pattern.line.place, "this pattern never wins: \(HeardPack.name(thief.target)) always does",
      help: "by \(HeardPack.shown(thief)); say more here, or delete one of the two",
      length: pattern.line.value.count)
  }

  private static func isOwner(_ target: Mention.Target, _ owner: OwnedPattern.Owner) -> Bool {
    switch (target, owner) {
    case (.finding(let a), .finding(let b)), (.finding(let a), .denial(let b)),
      (.finding(let a), .option(let b, _)), (.intent(let a), .intent(let b)),
      (.redFlag(let a), .flag(let b)), (.cause(let a), .cause(let b)):
      a == b
    default: false
    }
  }
}
