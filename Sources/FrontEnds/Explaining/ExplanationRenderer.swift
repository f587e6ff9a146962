import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// Shows an explanation to people: the words with what was matched underlined, then who won and why.
struct ExplanationRenderer {
  let palette: Palette

  func lines(_ explanation: Explanation) -> [String] {
    let utterance = explanation.utterance
    var lines = [Visible.text(utterance.text)]
    if let marks = underline(explanation) { lines.append(palette.paint(marks, .match)) }
    lines += tokens(utterance)
    lines += utterance.corrections.map { "  read \"\($0.typed)\" as \"\($0.read)\"" }
    for heard in explanation.heard { lines += describe(heard, explanation) }
    for mention in explanation.understanding.mentions { lines += named(mention, explanation) }
    for score in explanation.intents {
      lines.append("intent \(score.intent): \(hundredths(score.score)), by \(score.basis.rawValue)")
    }
    for mention in explanation.understanding.beaten {
      lines.append(
        "beaten: \(id(of: mention.target)), \(mention.pattern)  \(explanation.packPlace(mention.place))"
          + "  (\(hundredths(mention.specificity)))")
    }
    lines += consequences(explanation)
    return lines.map { Visible.text($0) }
  }

  // MARK: Words

  /// Carets under every matched word.
  private func underline(_ explanation: Explanation) -> String? {
    let matched = explanation.understanding.mentions.flatMap { mention in
      mention.matched.filter { explanation.utterance.tokens.indices.contains($0) }
        .map { explanation.utterance.tokens[$0] }
    }
    guard !matched.isEmpty else { return nil }
    var marks = ""
    var offset = 0
    for character in explanation.utterance.text {
      let isMatched = matched.contains { $0.start <= offset && offset < $0.end }
      marks += String(repeating: isMatched ? "^" : " ", count: DisplayWidth.of(character))
      offset += character.utf8.count
    }
    while marks.last == " " { marks.removeLast() }
    return marks
  }

  /// Words and clauses: `left calf is puffy | and ran`.
  private func tokens(_ utterance: Utterance) -> [String] {
    guard !utterance.tokens.isEmpty else { return ["words: none"] }
    var line = "words:"
    var clause = utterance.tokens.first?.clause
    for token in utterance.tokens {
      if token.clause != clause { line += " |" }
      clause = token.clause
      line += " " + token.text
      if token.stem != token.text { line += "(\(token.stem))" }
    }
    return [line]
  }

  // MARK: What was heard

  private func describe(_ heard: Explanation.Heard, _ explanation: Explanation) -> [String] {
    let mention = heard.mention
    var line = "finding \(heard.finding) = \(heard.value), \(heard.status.rawValue)"
    if let cue = mention.assertion.cue { line += " (because of \"\(cue)\")" }
    let told = circumstances(mention.circumstances)
    if !told.isEmpty { line += "; " + told.joined(separator: ", ") }
    let denial = mention.isDenial ? ", which denies it" : ""
    return [
      line,
      "  \"\(heard.text)\" by \(mention.pattern)\(denial)  \(explanation.packPlace(mention.place))"
        + "  (\(hundredths(mention.specificity)))",
    ]
  }

  private func circumstances(_ told: Circumstances) -> [String] {
    var words: [String] = []
    if let side = told.side { words.append("side \(side.rawValue)") }
    if let days = told.agoDays { words.append("\(days) days ago") }
    if let days = told.lastsDays { words.append("for \(hundredths(days)) days") }
    if let often = told.often { words.append(often) }
    if let trend = told.trend { words.append("getting \(trend.rawValue)") }
    if let severity = told.severity { words.append(severity.rawValue) }
    if let part = told.bodyPart { words.append("of the \(part)") }
    return words
  }

  /// Causes, flags and intents that were named.
  private func named(_ mention: Mention, _ explanation: Explanation) -> [String] {
    if case .finding = mention.target { return [] }
    return [
      "named \(id(of: mention.target)), \(mention.assertion.status.rawValue)",
      "  by \(mention.pattern)  \(explanation.packPlace(mention.place))"
        + "  (\(hundredths(mention.specificity)))",
    ]
  }

  private func id(of target: Mention.Target) -> String {
    switch target {
    case .finding(let id): "finding \(id)"
    case .intent(let id): "intent \(id)"
    case .redFlag(let id): "red flag \(id)"
    case .cause(let id): "cause \(id)"
    }
  }

  // MARK: What came of it

  private func consequences(_ explanation: Explanation) -> [String] {
    var lines: [String] = []
    for fact in explanation.turn.trace.learnt {
      let id = explanation.pack.pack.findings[fact.finding].id
      let how =
        fact.source == .implied ? ", implied" : fact.source == .screen ? ", by a screen" : ""
      lines.append("recorded \(id) = \(fact.value), \(fact.status.rawValue)\(how)")
    }
    for flag in explanation.flags {
      let because = flag.because.map { explanation.pack.pack.findings[$0].id }
      let reason = because.isEmpty ? "" : " because of \(because.joined(separator: ", "))"
      lines.append("red flag \(flag.id) \(flag.state.rawValue), \(flag.level.rawValue)\(reason)")
    }
    lines.append("level \(explanation.level.rawValue)")
    if let question = explanation.turn.trace.questionReason { lines.append("asks \(question)") }
    return lines
  }

  private func hundredths(_ value: Double) -> String { JSON.decimal(value, places: 2).text }
}
