package import IntentPacks

/// One thing of a pack that a suite can exercise.
package struct CoverageItem: Sendable, Hashable {
  /// What can be touched by a conversation.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case finding, pattern, flag, rule, cause, question, state, intent
  }

  package var kind: Kind
  /// The id in the pack, with the part of it that is meant: an option, a line.
  package var id: String
  /// Which of several things that can happen: `yes`, `raised`, `not sure`; empty where there is one.
  package var detail: String
  package var place: SourcePlace

  /// `flag dvt ruled out`
  package var text: String {
    let name =
      kind == .pattern || kind == .rule ? "\(kind.rawValue) of \(id)" : "\(kind.rawValue) \(id)"
    return detail.isEmpty ? name : "\(name): \(detail)"
  }
}

/// Everything of a pack that can be exercised, by number.
struct CoverageMap: Sendable {
  private(set) var items: [CoverageItem] = []
  private var numbers: [Key: Int] = [:]
  /// Patterns by the place of their line.
  private var patterns: [SourcePlace: Int] = [:]
  /// Rules of the flags, in the order in which the engine counts them.
  private(set) var rules: [Int] = []

  private struct Key: Hashable {
    var kind: CoverageItem.Kind
    var id: String
    var detail: String
  }

  init(_ pack: Pack) {
    for finding in pack.findings { add(finding) }
    for flag in pack.redFlags { add(flag) }
    for cause in pack.causes {
      add(.cause, cause.id, "", cause.place)
      for line in cause.called { add(pattern: line, of: cause.id) }
    }
    for screen in pack.screens {
      for answer in ["some", "none", "not sure"] {
        add(.question, screen.id, answer, screen.ask.place)
      }
    }
    for state in pack.states { add(.state, state.id, "", state.place) }
    for intent in pack.intents {
      add(.intent, intent.id, "", intent.place)
      for line in intent.patterns { add(pattern: line, of: intent.id) }
    }
  }

  private mutating func add(_ finding: Finding) {
    let lines = finding.patterns + finding.captures + finding.denied
    let isHeard = !lines.isEmpty || finding.ask != nil
    switch finding.kind {
    case .yesNo:
      add(.finding, finding.id, "yes", finding.place)
      if isHeard { add(.finding, finding.id, "no", finding.place) }
    case .choice:
      for option in finding.options { add(.finding, finding.id, option.id, finding.place) }
    case .number, .duration, .text: add(.finding, finding.id, "a value", finding.place)
    }
    for line in lines + finding.options.flatMap(\.patterns) { add(pattern: line, of: finding.id) }
    guard let ask = finding.ask else { return }
    let answers = finding.kind == .yesNo ? ["yes", "no", "not sure"] : ["answered", "not sure"]
    for answer in answers { add(.question, finding.id, answer, ask.place) }
  }

  private mutating func add(_ flag: RedFlag) {
    for detail in ["raised", "suspected", "ruled out"] { add(.flag, flag.id, detail, flag.place) }
    for line in flag.called { add(pattern: line, of: flag.id) }
    for level in Level.allCases.reversed() {
      for (index, line) in (flag.raise[level] ?? []).enumerated() {
        rules.append(items.count)
        add(.rule, flag.id, "\(level.rawValue) \(index + 1)", line.place)
      }
    }
  }

  private mutating func add(pattern line: PlacedLine, of id: String) {
    if patterns[line.place] == nil { patterns[line.place] = items.count }
    items.append(CoverageItem(kind: .pattern, id: id, detail: line.value, place: line.place))
  }

  private mutating func add(
    _ kind: CoverageItem.Kind, _ id: String, _ detail: String, _ place: SourcePlace
  ) {
    numbers[Key(kind: kind, id: id, detail: detail)] = items.count
    items.append(CoverageItem(kind: kind, id: id, detail: detail, place: place))
  }

  func number(_ kind: CoverageItem.Kind, _ id: String, _ detail: String = "") -> Int? {
    numbers[Key(kind: kind, id: id, detail: detail)]
  }

  func pattern(at place: SourcePlace) -> Int? { patterns[place] }
}
