import ConversationTesting
import TestSupport

/// A pack made up at random, the same for the same seed: findings, screens, flags, causes, intents and
/// states that fit together, over the small language of `TinyPack`.
package struct RandomPack {
  /// The texts of the pack; the first is its `pack.yaml`.
  package let texts: [(path: String, text: String)]

  private static let stems = [
    "zarbo", "melk", "quint", "drovel", "plim", "vashk", "torbin", "gleef", "nurm", "hox",
    "yattle", "brisk", "cland", "furze", "jopple", "kettin", "lorm", "wend", "sprall", "oddle",
  ]

  package init(seed: UInt64) {
    var maker = Maker(random: SeededRandom(seed: seed))
    texts = [("pack.yaml", TinyPack.head), ("all.yaml", Self.frame + maker.body())]
  }

  /// Language, levels, regions and wordings of the small pack.
  private static let frame: String = {
    let lines = TinyPack.body.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { $0 != "findings:" }.joined(separator: "\n") + "\n"
  }()

  private struct Maker {
    var random: SeededRandom
    var ids: [String] = []
    var words: [String: String] = [:]

    mutating func below(_ bound: Int) -> Int {
      bound <= 1 ? 0 : Int(truncatingIfNeeded: random.next() >> 33) % bound
    }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick(_ list: [String]) -> String { list.isEmpty ? "" : list[below(list.count)] }

    /// Some of the list, in its order, at least one.
    mutating func some(_ list: [String], atMost: Int) -> [String] {
      var left = list
      var chosen: [String] = []
      for _ in 0...below(atMost) where !left.isEmpty {
        chosen.append(left.remove(at: below(left.count)))
      }
      return list.filter(chosen.contains)
    }

    mutating func body() -> String {
      let count = 4 + below(12)
      ids = (0..<count).map { "f\($0)" }
      for (number, id) in ids.enumerated() { words[id] = word(number) }
      let screens = (0...below(3)).map { "s\($0)" }
      let flags = (0...below(4)).map { "flag\($0)" }
      var text = "findings:\n"
      for id in ids { text += finding(id) }
      text += "screens:\n"
      for screen in screens {
        let items = some(ids, atMost: 5).joined(separator: ", ")
        text += "  \(screen): {ask: Any of these?, items: [\(items)], why: Some need care.}\n"
      }
      text += "red_flags:\n"
      for flag in flags { text += redFlag(flag) }
      text += "causes:\n"
      for number in 0...below(5) { text += cause("cause\(number)") }
      text += intents + states(screens)
      return text
    }

    /// A word nobody else has, now and then two.
    private mutating func word(_ number: Int) -> String {
      let stem = RandomPack.stems[number % RandomPack.stems.count]
      return chance(30)
        ? "\(stem) \(RandomPack.stems[(number + 7) % RandomPack.stems.count])" : stem
    }

    private mutating func finding(_ id: String) -> String {
      let word = words[id] ?? id
      var text = "  \(id):\n    topic: pain\n    name: \(word)\n    item: \(word)\n"
      text += "    back: you have {side}\(word)\n"
      if chance(70) { text += "    group: \(pick(["heart", "circulation", "muscle"]))\n" }
      if chance(15) { text += "    background: true\n" }
      if chance(15) { text += "    time: \(pick(["now", "event", "ever"]))\n" }
      if chance(10) { text += "    recovers: true\n" }
      if chance(12) { text += "    when: \(pick(ids.filter { $0 != id }))\n" }
      text += "    patterns: |\n      \(word)\n"
      if chance(20) { text += "      \"\(word) ... \(word)\"\n" }
      text += "    examples: |\n      \(word)\n    ask: Is there \(word)?\n    why: It matters.\n"
      return text
    }

    private mutating func condition(depth: Int = 0) -> String {
      switch below(depth > 1 ? 2 : 6) {
      case 0, 1: return pick(ids)
      case 2: return "\(condition(depth: depth + 1)) and \(condition(depth: depth + 1))"
      case 3: return "(\(condition(depth: depth + 1)) or \(condition(depth: depth + 1)))"
      case 4:
        let parts = some(ids, atMost: 4)
        return "\(1 + below(parts.count)) of (\(parts.joined(separator: ", ")))"
      default: return "\(pick(ids)) within \(1 + below(12)) weeks"
      }
    }

    private mutating func redFlag(_ id: String) -> String {
      let level = pick(["soon", "urgent", "emergency"])
      var text = "  \(id):\n    name: the danger of \(id)\n    raise:\n      \(level): |\n"
      let sign = pick(ids)
      // The first line is one finding alone, so that its words are an example of the flag.
      text += "        \(sign)\n"
      for _ in 0..<below(3) { text += "        \(condition())\n" }
      if level == "soon", chance(40) { text += "      emergency: |\n        \(condition())\n" }
      if chance(60) { text += "    confirm: [\(some(ids, atMost: 3).joined(separator: ", "))]\n" }
      text += "    first: \(level == "emergency" ? "\"{call_now}\"" : "Get help today.")\n"
      text += "    now: Sit down.\n    examples: |\n      \(words[sign] ?? sign)\n"
      return text
    }

    private mutating func cause(_ id: String) -> String {
      let supports = some(ids, atMost: 4).map { "\($0): \(pick(["strong", "moderate", "weak"]))" }
      let name = "the cause \(id)"
      return
        "  \(id):\n    name: \(name)\n    how_common: \(pick(["common", "uncommon", "rare"]))\n"
        + "    supports: {\(supports.joined(separator: ", "))}\n"
        + "    explain: It happens.\n    do: |\n      Rest a day.\n"
    }

    private let intents = """
      intents:
        bye:
          patterns: |
            bye
          examples: |
            bye
          do: quit
        go_back:
          patterns: |
            "go back"
          examples: |
            go back
          do: undo
        anew:
          patterns: |
            "start over"
          examples: |
            start over
          do: restart
        skipping:
          patterns: |
            skip
          examples: |
            skip
          do: skip
        vitamins:
          patterns: |
            vitamins
          examples: |
            vitamins
          say: Sleep comes first.

      """

    private mutating func states(_ screens: [String]) -> String {
      var text = "states:\n  welcome: {say: {text: welcome}, go: screening}\n"
      text += "  screening: {screens: [\(screens.joined(separator: ", "))], go: "
      if chance(40) {
        let asked = some(ids, atMost: 3).joined(separator: ", ")
        text += "middle}\n  middle:\n    ask: [\(asked)]\n"
        if chance(50) { text += "    when: [{if: \(pick(ids)), go: conclusion}]\n" }
        text += "    go: explore\n"
      } else {
        text += "explore}\n"
      }
      text += "  explore: {interview: causes, at_most: \(1 + below(5)), go: conclusion}\n"
      return text + "  conclusion: {conclude: true}\n"
    }
  }
}
