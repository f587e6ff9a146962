import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// Why something of the pack was not heard in a text: for each of its patterns the words that are missing.
struct WhyNot {
  let explanation: Explanation
  let id: String

  private var pack: Pack { explanation.pack.pack }

  /// The answer; nil when the pack holds no such id.
  var lines: [String]? {
    if let flag = pack.redFlags.first(where: { $0.id == id }) { return about(flag) }
    guard let patterns = patterns(of: id) else { return nil }
    return about(patterns)
  }

  /// Everything that can be asked about.
  var known: [String] {
    pack.findings.map(\.id) + pack.intents.map(\.id) + pack.redFlags.map(\.id)
      + pack.causes.map(\.id)
  }

  private func patterns(of id: String) -> [PlacedLine]? {
    if let finding = pack.findings.first(where: { $0.id == id }) {
      return finding.patterns + finding.captures + finding.options.flatMap(\.patterns)
        + finding.denied
    }
    return pack.intents.first { $0.id == id }?.patterns ?? pack.causes.first { $0.id == id }?.called
  }

  private func isAbout(_ target: Mention.Target) -> Bool {
    switch target {
    case .finding(let id), .intent(let id), .redFlag(let id), .cause(let id): id == self.id
    }
  }

  private func about(_ patterns: [PlacedLine]) -> [String] {
    let understanding = explanation.understanding
    if let won = understanding.mentions.first(where: { isAbout($0.target) }) {
      return ["\(id) was heard, \(won.assertion.status.rawValue), by \(won.pattern)"]
    }
    var lines = understanding.beaten.filter { isAbout($0.target) }.flatMap { beaten in
      ["\(id) fits by \(beaten.pattern), but lost its words to a more specific one:"]
        + understanding.mentions.filter { $0.tokens.overlaps(beaten.tokens) }.map {
          "  \($0.pattern)  \(explanation.packPlace($0.place))"
        }
    }
    let said = Set(explanation.utterance.tokens.map(\.stem))
    let gaps = patterns.map { (line: $0, missing: missing($0.value, said)) }
      .sorted { ($0.missing.count, $0.line.place) < ($1.missing.count, $1.line.place) }
    let nearest = nearest
    if gaps.isEmpty { lines.append("\(id) has no patterns: it is only asked about or derived") }
    for gap in gaps.prefix(5) {
      lines.append("  \(gap.line.value)  \(explanation.packPlace(gap.line.place))")
      let refusal = nearest?.place == gap.line.place ? nearest.flatMap(Self.refusal) : nil
      lines.append(
        refusal.map { "    \($0)" }
          ?? (gap.missing.isEmpty
            ? "    all its words are there, but not in its order, its clause or near enough"
            : "    not there: \(gap.missing.joined(separator: ", "))"))
    }
    return lines
  }

  /// What the matcher itself says of the pattern that came nearest.
  private var nearest: NearestMiss? {
    let targets: [Mention.Target] = [.finding(id), .intent(id), .cause(id)]
    return targets.lazy.compactMap {
      explanation.pack.matcher.nearest(
        to: $0, in: explanation.utterance, on: CalendarDate(dayNumber: 0))
    }.first
  }

  private static func refusal(_ miss: NearestMiss) -> String? {
    switch miss.reason {
    case .excluded(let word): "all its words are there, but \"\(word)\" must not stand with them"
    case .otherBodyPart: "all its words are there, but of another body part"
    case .missing, .apart, .beaten, .matched: nil
    }
  }

  private func about(_ flag: RedFlag) -> [String] {
    if let status = explanation.flags.first(where: { $0.id == id }) {
      return ["\(id) is \(status.state.rawValue), \(status.level.rawValue)"]
    }
    var lines = ["\(id) is not raised; any of these lines raises it:"]
    for level in Level.allCases.reversed() {
      for line in flag.raise[level] ?? [] {
        let place = explanation.packPlace(line.place)
        lines.append("  \(level.rawValue)  \(place)")
      }
    }
    return lines
  }

  /// The words of a pattern, outside of what is optional or alternative, that the text does not hold.
  private func missing(_ pattern: String, _ said: Set<String>) -> [String] {
    PatternWords(pattern).required.filter { alternatives in
      !alternatives.contains { word in
        if word.hasPrefix("@") { return isSaid(concept: String(word.dropFirst()), said, depth: 0) }
        return explanation.pack.matcher.lexicon.readPattern(word).allSatisfy {
          said.contains($0.stem)
        }
      }
    }.map { $0.joined(separator: " or ") }
  }

  private func isSaid(concept: String, _ said: Set<String>, depth: Int) -> Bool {
    guard depth < 4, let concept = pack.concepts.first(where: { $0.id == concept }) else {
      return false
    }
    return concept.wordings.contains { line in
      PatternWords(line.value).required.allSatisfy { alternatives in
        alternatives.contains { word in
          word.hasPrefix("@")
            ? isSaid(concept: String(word.dropFirst()), said, depth: depth + 1)
            : explanation.pack.matcher.lexicon.readPattern(word).allSatisfy {
              said.contains($0.stem)
            }
        }
      }
    }
  }
}

/// The words a pattern asks for, each with the ones that may stand in its place; rough, for explanations only.
struct PatternWords {
  private(set) var required: [[String]] = []

  init(_ pattern: String) {
    var rest = pattern.filter { $0 != "\"" }[...]
    while let first = rest.first {
      switch first {
      case "(":
        let inside = Self.inside(&rest, "(", ")")
        let words = inside.split(separator: "|").map { $0.trimmed }
        required.append(words.map { $0.filter { $0 != "(" && $0 != ")" } })
      case "[": _ = Self.inside(&rest, "[", "]")
      case " ", ".", "|", ")", "]": rest = rest.dropFirst()
      default:
        let word = rest.prefix { !" ()[]|".contains($0) }
        rest = rest.dropFirst(max(1, word.count))
        // What must not stand there is not missing.
        if word == "-", rest.first == "(" { _ = Self.inside(&rest, "(", ")") }
        guard !word.hasPrefix("-"), !word.hasPrefix("{"), !word.isEmpty else { continue }
        required.append([word.hasPrefix("=") ? String(word.dropFirst()) : String(word)])
      }
    }
  }

  private static func inside(
    _ rest: inout Substring, _ open: Character, _ close: Character
  ) -> Substring {
    var depth = 0
    var end = rest.startIndex
    for index in rest.indices {
      if rest[index] == open { depth += 1 }
      if rest[index] == close { depth -= 1 }
      end = index
      if depth == 0 { break }
    }
    let inside = rest[rest.startIndex..<end].dropFirst()
    rest = rest[end...].dropFirst()
    return inside
  }
}
