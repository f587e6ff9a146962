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
    if let patterns = patterns(of: id) { return about(patterns) }
    return asked.map { kind, ids in
      let heard = ids.isEmpty ? "" : "; what can be heard: \(ids.joined(separator: ", "))"
      return ["\(id) is a \(kind): it is reached, never heard\(heard)"]
    }
  }

  /// What the id is when it is no thing that can be heard, and what is heard there.
  private var asked: (kind: String, heard: [String])? {
    if let screen = pack.screens.first(where: { $0.id == id }) {
      return ("screen", screen.items.map(\.value))
    }
    return pack.states.first { $0.id == id }.map { state in
      ("state", (state.ask + state.screens + state.enter).map(\.value))
    }
  }

  /// Everything that can be asked about.
  var known: [String] {
    pack.findings.map(\.id) + pack.intents.map(\.id) + pack.redFlags.map(\.id)
      + pack.causes.map(\.id) + pack.screens.map(\.id) + pack.states.map(\.id)
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
    if patterns.isEmpty { lines.append("\(id) has no patterns: it is only asked about or derived") }
    for near in NearMisses(explanation.pack.matcher)
      .find(in: explanation.utterance, on: CalendarDate(dayNumber: 0), of: isAbout).prefix(5)
    {
      lines.append("  \(near.miss.pattern)  \(explanation.packPlace(near.miss.place))")
      lines.append("    " + Self.reason(near.miss))
    }
    return lines
  }

  private static func reason(_ miss: NearestMiss) -> String {
    switch miss.reason {
    case .missing: "not there: \(miss.missing.joined(separator: ", "))"
    case .excluded(let word): "all its words are there, but \"\(word)\" must not stand with them"
    case .otherBodyPart: "all its words are there, but of another body part"
    case .apart, .beaten, .matched:
      "all its words are there, but not in its order, its clause or near enough"
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
}
