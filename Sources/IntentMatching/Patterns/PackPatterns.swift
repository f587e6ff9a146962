import IntentPacks
import LanguageProcessing

/// All patterns of a pack, in the order of their definitions.
struct PackPatterns {
  let pack: Pack

  /// Every word that patterns and wordings are made of, once; what spelling is corrected towards.
  func words() -> [String] {
    var seen = Set<String>()
    var words: [String] = []
    func add(_ lines: [PlacedLine], isPattern: Bool = true) {
      for line in lines {
        var cursor = PatternCursor(line.value)
        while let byte = cursor.peek {
          guard PatternCursor.isWord(byte) else {
            let isName = byte == UInt8(ascii: "{")
            cursor.advance()
            if isName { _ = cursor.read { $0 != UInt8(ascii: "}") } }
            continue
          }
          var word = cursor.read(while: PatternCursor.isWord)
          if isPattern {
            if word.hasPrefix("@") || word == "..." || word == "…" { continue }
            while let sign = word.first, sign == "-" || sign == "=" { word.removeFirst() }
          }
          if !word.isEmpty, seen.insert(word).inserted { words.append(word) }
        }
      }
    }
    for concept in pack.concepts { add(concept.wordings) }
    for finding in pack.findings {
      add(finding.patterns)
      add(finding.denied)
      add(finding.captures)
      for option in finding.options { add(option.patterns) }
    }
    for intent in pack.intents {
      add(intent.patterns)
      add(intent.examples, isPattern: false)
    }
    for flag in pack.redFlags { add(flag.called) }
    for cause in pack.causes { add(cause.called) }
    // Names of countries are no slips of other words.
    for region in pack.regions {
      let names = [region.name, region.words["also_called"] ?? ""]
      for word in names.joined(separator: " ").lowercased().split(whereSeparator: { !$0.isLetter })
      where seen.insert(String(word)).inserted {
        words.append(String(word))
      }
    }
    return words
  }

  /// Hands every pattern to a compiler.
  func add(to compiler: inout PatternCompiler) {
    let signs = signs()
    for finding in pack.findings { add(finding, isSign: signs.contains(finding.id), to: &compiler) }
    for intent in pack.intents where !intent.patterns.isEmpty {
      add(intent.patterns, for: .intent(intent.id), to: &compiler)
    }
    for flag in pack.redFlags where !flag.called.isEmpty {
      add(flag.called, for: .redFlag(flag.id), to: &compiler)
    }
    for cause in pack.causes where !cause.called.isEmpty {
      add(cause.called, for: .cause(cause.id), to: &compiler)
    }
  }

  private func add(
    _ lines: [PlacedLine], for target: Mention.Target, to compiler: inout PatternCompiler
  ) {
    let number = compiler.register(PatternTarget(target: target, value: "yes"))
    for line in lines { compiler.add(line, for: number, as: .assertion) }
  }

  /// The findings that red flags rest on, background left out, derived ones with what they are derived from.
  private func signs() -> Set<String> {
    let byID = Dictionary(
      pack.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var signs = Set<String>()
    var open = pack.redFlags.flatMap { $0.raise.values.joined().flatMap(\.value.findings) }
    while let id = open.popLast() {
      guard signs.insert(id).inserted, let finding = byID[id] else { continue }
      open += finding.means.flatMap(\.value.findings)
    }
    return signs.filter { byID[$0]?.background == false }
  }

  private func add(
    _ finding: Finding, isSign: Bool, to compiler: inout PatternCompiler
  ) {
    let target = Mention.Target.finding(finding.id)
    if !finding.patterns.isEmpty || !finding.denied.isEmpty {
      let number = compiler.register(PatternTarget(target: target, value: "yes", isSign: isSign))
      for line in finding.patterns { compiler.add(line, for: number, as: .assertion) }
      for line in finding.denied { compiler.add(line, for: number, as: .denial) }
    }
    for option in finding.options where !option.patterns.isEmpty {
      let number = compiler.register(
        PatternTarget(target: target, value: option.id, isSign: isSign))
      for line in option.patterns { compiler.add(line, for: number, as: .assertion) }
    }
    if !finding.captures.isEmpty {
      let number = compiler.register(
        PatternTarget(
          target: target, value: "yes", unit: finding.unit, isDuration: finding.kind == .duration))
      for line in finding.captures { compiler.add(line, for: number, as: .capture) }
    }
  }
}
