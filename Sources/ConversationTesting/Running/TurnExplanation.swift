import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// Says why a turn came out as it did: what was heard, by which line of the pack, and what was not.
struct TurnExplanation {
  let pack: CompiledPack
  let names: PackNames

  /// What was matched in the turn.
  func heard(in turn: Turn) -> [String] {
    guard let understanding = turn.trace.understanding else { return [] }
    var lines = understanding.utterance.corrections.map {
      "read \"\($0.typed)\" as \"\($0.read)\""
    }
    for mention in understanding.mentions {
      let words = understanding.utterance.words(mention.tokens)
      lines.append(
        "heard \(Self.shown(mention)) in \"\(words)\" by \(mention.pattern) (\(mention.place))")
    }
    for score in understanding.intents
    where score.basis == .examples && turn.trace.intents.contains(score.intent) {
      lines.append("took it for \(score.intent) by its examples (\(percent(score.score)))")
    }
    if understanding.mentions.isEmpty, understanding.intents.isEmpty {
      lines.append("heard nothing")
    }
    for status in turn.conversation.flags {
      lines.append("flag \(status.id) is \(status.state.rawValue) at \(status.level.rawValue)")
    }
    return lines
  }

  /// What an expectation would have needed.
  func missing(_ expectation: PlacedExpectation, in turn: Turn) -> [String] {
    switch expectation.expectation {
    case .finding(let id, _, _), .status(let id, _):
      return nearest(to: .finding(id), id, in: turn)
    case .intent(let id): return nearest(to: .intent(id), id, in: turn)
    case .flag(let id, let standing) where standing != .clear: return rules(of: id, in: turn)
    default: return []
    }
  }

  private func rules(of id: String, in turn: Turn) -> [String] {
    guard let number = pack.pack.redFlags.firstIndex(where: { $0.id == id }) else { return [] }
    let flag = pack.pack.redFlags[number]
    let check = ExpectationCheck(pack: pack, names: names, turn: turn)
    let rules = Level.allCases.reversed().flatMap { level in
      (flag.raise[level] ?? []).map { (level, $0) }
    }
    return rules.prefix(4).map { level, line in
      let known = Self.unique(line.value.findings).map { "\($0) is \(check.known($0))" }
      return "\(id) needs for \(level.rawValue) (\(line.place)): \(known.joined(separator: ", "))"
    }
  }

  /// The pattern that came nearest, and the words it lacks.
  private func nearest(to target: Mention.Target, _ id: String, in turn: Turn) -> [String] {
    guard let utterance = turn.trace.understanding?.utterance,
      let near = NearMisses(pack.matcher)
        .find(in: utterance, on: CalendarDate(dayNumber: 0), of: { $0 == target }).first?.miss,
      near.nearness > 0, !near.missing.isEmpty
    else { return [] }
    return [
      "nearest for \(id): \(near.pattern) (\(near.place)), which also needs "
        + near.missing.joined(separator: ", ")
    ]
  }

  private func percent(_ share: Double) -> String {
    "\(Int((min(max(share, 0), 1) * 100).rounded())) of 100"
  }

  private static func shown(_ mention: Mention) -> String {
    let name =
      switch mention.target {
      case .finding(let id): id
      case .intent(let id): "intent \(id)"
      case .redFlag(let id): "flag \(id) named"
      case .cause(let id): "cause \(id) named"
      }
    guard case .finding = mention.target else { return name }
    var words = [mention.assertion.status.rawValue]
    if let side = mention.circumstances.side { words.append(side.rawValue) }
    if mention.isDenial { words.append("as a denial") }
    return "\(name) = \(mention.value) (\(words.joined(separator: ", ")))"
  }

  static func unique(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
