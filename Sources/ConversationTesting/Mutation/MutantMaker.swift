import IntentPacks
import LanguageProcessing

/// Makes every mutant of a pack, in the order of the pack.
struct MutantMaker {
  private(set) var mutants: [Mutant] = []

  init(_ pack: Pack) {
    for (index, flag) in pack.redFlags.enumerated() { add(flag, index) }
    for (index, rule) in pack.raiseByOne.enumerated() { add(rule, index) }
    for (index, state) in pack.states.enumerated() { add(state, index) }
    for (index, screen) in pack.screens.enumerated() { add(screen, index) }
    for (index, cause) in pack.causes.enumerated() { add(cause, index) }
    for (index, finding) in pack.findings.enumerated() { add(finding, index) }
    for (index, intent) in pack.intents.enumerated() {
      for (line, pattern) in intent.patterns.enumerated() {
        add(.pattern, "\(intent.id): pattern \(pattern.value) dropped", pattern.place, [intent.id])
        {
          $0.intents[index].patterns.remove(at: line)
        }
      }
    }
    addCues(pack)
  }

  private mutating func add(
    _ kind: Mutant.Kind, _ text: String, _ place: SourcePlace, _ touches: Set<String>,
    _ change: @escaping @Sendable (inout Pack) -> Void
  ) {
    mutants.append(
      Mutant(
        kind: kind, text: text, place: place, needsMatcher: kind == .pattern || kind == .cue,
        touches: touches, change: change))
  }

  // MARK: Safety

  private mutating func add(_ flag: RedFlag, _ index: Int) {
    for level in Level.allCases.reversed() {
      for (line, rule) in (flag.raise[level] ?? []).enumerated() {
        add(rule, of: flag, level: level, line: line, index)
      }
    }
    if let unless = flag.unless {
      add(.condition, "\(flag.id): exception dropped", unless.place, [flag.id]) {
        $0.redFlags[index].unless = nil
      }
    }
    for (number, confirm) in flag.confirm.enumerated() {
      add(.safety, "\(flag.id): confirming \(confirm.id) dropped", confirm.place, [flag.id]) {
        $0.redFlags[index].confirm.remove(at: number)
      }
    }
  }

  private mutating func add(
    _ rule: ConditionLine, of flag: RedFlag, level: Level, line: Int, _ index: Int
  ) {
    let touches = Set(rule.value.findings).union([flag.id])
    let name = "\(flag.id): \(level.rawValue) line \(line + 1)"
    add(.condition, "\(name) dropped", rule.place, touches) {
      $0.redFlags[index].raise[level]?.remove(at: line)
    }
    for other in Set([level.raised, level.lowered]).sorted() where other != level {
      add(.level, "\(name) raises \(other.rawValue)", rule.place, touches) {
        $0.redFlags[index].raise[level]?.remove(at: line)
        $0.redFlags[index].raise[other, default: []].append(rule)
      }
    }
    for (text, condition) in rule.value.mutations {
      add(.condition, "\(name): \(text)", rule.place, touches) {
        $0.redFlags[index].raise[level]?[line].value = condition
      }
    }
  }

  private mutating func add(_ rule: RaiseByOne, _ index: Int) {
    let touches = Set(rule.when.flatMap(\.value.findings))
    add(.level, "raise_by_one \(rule.id) dropped", rule.place, touches) {
      $0.raiseByOne[index].when = []
    }
  }

  private mutating func add(_ state: State, _ index: Int) {
    for (number, screen) in state.screens.enumerated() {
      add(.safety, "\(state.id): screen \(screen.value) dropped", screen.place, []) {
        $0.states[index].screens.remove(at: number)
      }
    }
    if let go = state.go {
      add(.transition, "\(state.id): way to \(go.value) dropped", go.place, [state.id]) {
        $0.states[index].go = nil
      }
    }
    for (number, branch) in state.when.enumerated() {
      add(
        .transition, "\(state.id): branch to \(branch.go.value) dropped", branch.go.place,
        [state.id]
      ) {
        $0.states[index].when.remove(at: number)
      }
    }
    for (number, on) in state.on.enumerated() {
      add(
        .transition, "\(state.id): \(on.intent.value) no longer leads to \(on.go.value)",
        on.go.place, [state.id]
      ) {
        $0.states[index].on.remove(at: number)
      }
    }
  }

  private mutating func add(_ screen: Screen, _ index: Int) {
    for (number, item) in screen.items.enumerated() {
      add(.safety, "screen \(screen.id): \(item.value) dropped", item.place, [screen.id]) {
        $0.screens[index].items.remove(at: number)
      }
    }
  }

  // MARK: The rest

  private mutating func add(_ cause: Cause, _ index: Int) {
    for (number, support) in cause.supports.enumerated() {
      add(
        .weight, "\(cause.id): \(support.finding) no longer supports it", cause.place,
        [cause.id, support.finding]
      ) {
        $0.causes[index].supports.remove(at: number)
      }
      if support.weight != .weak {
        add(
          .weight, "\(cause.id): \(support.finding) supports it weakly", cause.place,
          [cause.id, support.finding]
        ) {
          $0.causes[index].supports[number].weight = .weak
        }
      }
    }
    for (number, support) in cause.against.enumerated() {
      add(
        .weight, "\(cause.id): \(support.finding) no longer speaks against it", cause.place,
        [cause.id, support.finding]
      ) {
        $0.causes[index].against.remove(at: number)
      }
    }
    let other = cause.level == .routine ? Level.soon : .routine
    add(.level, "\(cause.id): needs \(other.rawValue)", cause.place, [cause.id]) {
      $0.causes[index].level = other
    }
  }

  private mutating func add(_ finding: Finding, _ index: Int) {
    for (number, line) in finding.patterns.enumerated() {
      add(.pattern, "\(finding.id): pattern \(line.value) dropped", line.place, [finding.id]) {
        $0.findings[index].patterns.remove(at: number)
      }
    }
    for (number, line) in finding.denied.enumerated() {
      add(.pattern, "\(finding.id): denial \(line.value) dropped", line.place, [finding.id]) {
        $0.findings[index].denied.remove(at: number)
      }
    }
    for (number, line) in finding.means.enumerated() {
      add(
        .condition, "\(finding.id): meaning line \(number + 1) dropped", line.place,
        Set(line.value.findings).union([finding.id])
      ) {
        $0.findings[index].means.remove(at: number)
      }
    }
  }

  private mutating func addCues(_ pack: Pack) {
    for (kind, cues) in pack.language.cues.sorted(by: { $0.key < $1.key })
    where kind.hasPrefix("negation") {
      for (number, cue) in cues.enumerated() {
        add(.cue, "\(kind): \"\(cue)\" dropped", .nowhere, []) {
          $0.language.cues[kind]?.remove(at: number)
        }
      }
    }
  }
}

extension Condition {
  /// The condition with one term left out, or one of its bounds moved, each with words for it.
  var mutations: [(text: String, condition: Condition)] {
    switch self {
    case .and(let parts): without(parts) { .and($0) }
    case .or(let parts): without(parts) { .or($0) }
    case .oneOf(let id, let attribute, let values) where attribute != nil:
      [("\(id).\(attribute ?? "") no longer asked", .finding(id))]
        + (values.count > 1
          ? [("\(id) only \(values[0])", .oneOf(id, attribute: attribute, [values[0]]))] : [])
    case .within(let id, let days): [("\(id) within half the time", .within(id, days: days / 2))]
    case .lasting(let id, let days): [("\(id) for twice as long", .lasting(id, days: days * 2))]
    case .atLeast(let count, let parts):
      [("\(count + 1) of instead of \(count) of", .atLeast(count + 1, of: parts))]
    default: []
    }
  }

  private func without(
    _ parts: [Condition], _ make: ([Condition]) -> Condition
  ) -> [(text: String, condition: Condition)] {
    parts.indices.map { index in
      var rest = parts
      let dropped = rest.remove(at: index)
      let names = dropped.findings.joined(separator: ", ")
      return (
        "term with \(names.isEmpty ? "a group" : names) dropped",
        rest.count == 1 ? rest[0] : make(rest)
      )
    }
  }
}
