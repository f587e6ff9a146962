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
      guard let finding = names.findings[id] else { return [] }
      let definition = pack.pack.findings[finding]
      return nearest(definition.patterns + definition.captures, of: id, in: turn)
    case .intent(let id):
      guard let intent = pack.pack.intents.first(where: { $0.id == id }) else { return [] }
      return nearest(intent.patterns, of: id, in: turn)
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

  /// The pattern that shares the most words with what was said, and the words it lacks.
  private func nearest(_ patterns: [PlacedLine], of id: String, in turn: Turn) -> [String] {
    guard let utterance = turn.trace.understanding?.utterance,
      let near = NearestPattern(patterns, to: utterance, in: pack)
    else { return [] }
    return [
      "nearest for \(id): \(near.line.value) (\(near.line.place)), which also needs "
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

/// Of some patterns the one that shares the most words with an utterance, by a plain count of words.
struct NearestPattern {
  let line: PlacedLine
  let missing: [String]

  /// Nil when no pattern shares a word.
  init?(_ patterns: [PlacedLine], to utterance: Utterance, in pack: CompiledPack) {
    let said = Set(utterance.tokens.map(\.stem))
    var best: (line: PlacedLine, missing: [String], share: Double)?
    for line in patterns {
      let words = Self.words(of: line.value)
      var missing: [String] = []
      for word in words where !Self.isSaid(word, said, pack) { missing.append(word) }
      guard missing.count < words.count, !missing.isEmpty else { continue }
      let share = Double(words.count - missing.count) / Double(words.count)
      if best.map({ share > $0.share }) ?? true { best = (line, missing, share) }
    }
    guard let best else { return nil }
    line = best.line
    missing = best.missing
  }

  /// Words a pattern needs: groups in brackets are taken as one word of several choices, `[optional]` and
  /// `-excluded` ones do not count.
  private static func words(of pattern: String) -> [String] {
    var words: [String] = []
    var current = ""
    var depth = 0
    var isOptional = false
    for character in pattern {
      switch character {
      case "[": isOptional = true
      case "]": isOptional = false
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case " " where depth == 0, "\"" where depth == 0:
        if !current.isEmpty { words.append(current) }
        current = ""
      default: if !isOptional { current.append(character) }
      }
    }
    if !current.isEmpty { words.append(current) }
    return words.filter { !$0.hasPrefix("-") && $0 != "..." && !$0.hasPrefix("{") }
  }

  private static func isSaid(_ word: String, _ said: Set<String>, _ pack: CompiledPack) -> Bool {
    word.split(separator: "|").contains { choice in
      let text = choice.filter { $0 != "\"" && $0 != "=" }
      let name = text.split(separator: " ").first ?? ""
      if name.hasPrefix("@"),
        let concept = pack.pack.concepts.first(where: { $0.id == name.dropFirst() })
      {
        return concept.wordings.contains { areSaid($0.value, said, pack) }
      }
      return areSaid(String(text), said, pack)
    }
  }

  private static func areSaid(_ text: String, _ said: Set<String>, _ pack: CompiledPack) -> Bool {
    let stems = pack.matcher.lexicon.readPattern(text).filter { $0.kind == .word }.map(\.stem)
    return !stems.isEmpty && stems.allSatisfy(said.contains)
  }
}
