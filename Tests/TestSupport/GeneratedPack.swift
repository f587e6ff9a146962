/// A pack of made-up words as large as one likes, with lines of which it is known what must be answered.
///
/// Each intent has three patterns of two to four words; a line holds the words of one pattern of one of the first
/// hundred intents among words that no pattern knows, or no pattern's words at all.
package struct GeneratedPack {
  /// A line and the sentence it must be answered with; none when no intent is meant.
  package struct Line: Sendable {
    package var text: String
    package var reply: String?
  }

  /// The pack's files, `pack.yaml` first.
  package let files: [(path: String, text: String)]
  package let lines: [Line]

  private struct Pattern {
    var words: [String]
    /// Which word may be left out, if one may.
    var optional: Int?

    var required: Set<String> {
      Set(words.indices.filter { $0 != optional }.map { words[$0] })
    }
    var text: String {
      words.indices.map { $0 == optional ? "[\(words[$0])]" : words[$0] }.joined(separator: " ")
    }
  }

  private static let fillers = [
    "street", "hill", "park", "coach", "group", "month", "lately", "mostly", "quite", "trail",
    "track", "water", "breakfast", "jacket", "winter", "summer", "plan", "over", "the", "with",
  ]

  package init(intents count: Int, lines lineCount: Int = 200) {
    var numbers = Numbers(state: 42)
    let words = Self.words(&numbers)
    // Some words are met four times as often as the others.
    func word(_ numbers: inout Numbers) -> String {
      words[numbers.below(numbers.below(2) == 0 ? 300 : words.count)]
    }
    var seen: Set<Set<String>> = []
    var intents: [[Pattern]] = []
    while intents.count < count {
      var patterns: [Pattern] = []
      while patterns.count < 3 {
        let size = [2, 3, 3, 4][numbers.below(4)]
        var some: [String] = []
        while some.count < size {
          let next = word(&numbers)
          if !some.contains(next) { some.append(next) }
        }
        let optional = size > 2 && numbers.below(2) == 0 ? 1 : nil
        let pattern = Pattern(words: some, optional: optional)
        if seen.insert(pattern.required).inserted { patterns.append(pattern) }
      }
      intents.append(patterns)
    }
    files = Self.files(intents)
    lines = Self.lines(lineCount, intents, decoys: words, &numbers)
  }

  /// The sentence that an intent answers with.
  package static func reply(_ intent: Int) -> String { "Reply number \(intent) for this case." }

  private static func words(_ numbers: inout Numbers) -> [String] {
    let consonants = Array("bdfgklmnprtvz")
    let vowels = Array("aiou")
    let ends = Array("kmnr")
    var words: [String] = []
    var seen: Set<String> = []
    while words.count < 3_000 {
      var word = ""
      for _ in 0..<3 {
        word.append(consonants[numbers.below(consonants.count)])
        word.append(vowels[numbers.below(vowels.count)])
      }
      word.append(ends[numbers.below(ends.count)])
      if seen.insert(word).inserted { words.append(word) }
    }
    return words
  }

  private static func files(_ intents: [[Pattern]]) -> [(path: String, text: String)] {
    var files = [
      (
        path: "pack.yaml",
        text: """
        pack: generated
        title: Generated
        language: en
        start: listen
        states:
          listen:
            say: Ready.

        """
      )
    ]
    for first in stride(from: 0, to: intents.count, by: 100) {
      var text = "intents:\n"
      for number in first..<min(first + 100, intents.count) {
        text += "  i\(number):\n    patterns: |\n"
        for pattern in intents[number] { text += "      \(pattern.text)\n" }
        text += "    say: \(reply(number))\n"
      }
      files.append((path: "intents-\(first / 100).yaml", text: text))
    }
    return files
  }

  private static func lines(
    _ count: Int, _ intents: [[Pattern]], decoys: [String], _ numbers: inout Numbers
  ) -> [Line] {
    // Which intents have a pattern all of whose words are in a line.
    var byWord: [String: [(intent: Int, required: Set<String>)]] = [:]
    for (number, patterns) in intents.enumerated() {
      for pattern in patterns {
        let required = pattern.required
        guard let key = required.min() else { continue }
        byWord[key, default: []].append((number, required))
      }
    }
    func meant(_ words: [String]) -> Set<Int> {
      let there = Set(words)
      var found: Set<Int> = []
      for word in there {
        for entry in byWord[word] ?? [] where entry.required.isSubset(of: there) {
          found.insert(entry.intent)
        }
      }
      return found
    }
    var lines: [Line] = []
    while lines.count < count {
      let wanted = lines.count % 4 == 3 ? nil : numbers.below(min(100, intents.count))
      var core: [String] = []
      if let wanted {
        let pattern = intents[wanted][numbers.below(3)]
        core = pattern.words
        if let optional = pattern.optional, numbers.below(2) == 0 { core.remove(at: optional) }
      }
      let before = (0..<1 + numbers.below(7)).map { _ in fillers[numbers.below(fillers.count)] }
      var after = (0..<2 + numbers.below(8)).map { _ in fillers[numbers.below(fillers.count)] }
      if numbers.below(2) == 0 {
        after[numbers.below(after.count)] = decoys[numbers.below(decoys.count)]
      }
      let all = before + core + after
      guard meant(all) == (wanted.map { [$0] } ?? []) else { continue }
      lines.append(Line(text: all.joined(separator: " "), reply: wanted.map(reply)))
    }
    return lines
  }

  /// A small generator that gives the same numbers everywhere.
  private struct Numbers {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
