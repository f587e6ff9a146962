import IntentPacks
import LanguageProcessing

/// Makes every mutant of a pack, in the order of the pack.
struct MutantMaker {
  private(set) var mutants: [Mutant] = []
  /// Changes that other lines of the same definition make good, so that nothing could notice them.
  private(set) var equal = 0
  private let bases: FindingBases
  private let reach: RuleReach
  /// Findings that a flag rests on, however far down.
  private let signs: Set<String>

  /// - Parameter lexicon: what reads the pack's language, to tell the words of a cue.
  init(_ pack: Pack, lexicon: Lexicon) {
    bases = FindingBases(pack)
    reach = RuleReach(pack)
    let flags = pack.redFlags.flatMap { flag in
      flag.raise.values.joined() + [flag.unless, flag.assessed].compactMap { $0 }
    }
    signs = bases.of((flags + pack.raiseByOne.flatMap(\.when)).map(\.value))
    for (index, flag) in pack.redFlags.enumerated() { add(flag, index) }
    for (index, rule) in pack.raiseByOne.enumerated() { add(rule, index) }
    for (index, state) in pack.states.enumerated() { add(state, index) }
    for (index, screen) in pack.screens.enumerated() { add(screen, index) }
    for (index, cause) in pack.causes.enumerated() { add(cause, index) }
    for (index, finding) in pack.findings.enumerated() { add(finding, index) }
    for intent in pack.intents { add(intent.patterns, of: intent.id) }
    addCues(pack, lexicon)
  }

  private mutating func add(
    _ kind: Mutant.Kind, _ text: String, _ place: SourcePlace, _ reach: Set<String>...,
    about: Set<String> = [], change: @escaping @Sendable (inout Pack) -> Void
  ) {
    mutants.append(
      Mutant(
        kind: kind, text: text, place: place, reach: reach.isEmpty ? .everything : .ids(reach),
        about: about, change: .definitions(change)))
  }

  // MARK: Safety

  private mutating func add(_ flag: RedFlag, _ index: Int) {
    for level in Level.allCases.reversed() {
      for (line, rule) in (flag.raise[level] ?? []).enumerated() {
        add(rule, of: flag, level: level, line: line, index)
      }
    }
    if let unless = flag.unless {
      add(
        .condition, "\(flag.id): exception dropped", unless.place, [flag.id],
        bases.of([unless.value]), about: [flag.id]
      ) {
        $0.redFlags[index].unless = nil
      }
    }
    for (number, confirm) in flag.confirm.enumerated() {
      add(
        .safety, "\(flag.id): confirming \(confirm.id) dropped", confirm.place, [flag.id],
        about: [confirm.id]
      ) {
        $0.redFlags[index].confirm.remove(at: number)
      }
    }
  }

  private mutating func add(
    _ rule: ConditionLine, of flag: RedFlag, level: Level, line: Int, _ index: Int
  ) {
    let known = bases.of([rule.value])
    let name = "\(flag.id): \(level.rawValue) line \(line + 1)"
    let old = flag.raise.mapValues { $0.map(\.value) }
    var changes: [(kind: Mutant.Kind, text: String, level: Level?, condition: Condition)] = [
      (.condition, "\(name) dropped", nil, rule.value)
    ]
    for other in Set([level.raised, level.lowered]).sorted() where other != level {
      changes.append((.level, "\(name) raises \(other.rawValue)", other, rule.value))
    }
    changes += rule.value.mutations.map { (.condition, "\(name): \($0.text)", level, $0.condition) }
    for change in changes {
      var new = old
      new[level]?.remove(at: line)
      if let level = change.level { new[level, default: []].append(change.condition) }
      guard !reach.areSame(old, new) else {
        equal += 1
        continue
      }
      let changed = Placed(change.condition, at: rule.place)
      add(change.kind, change.text, rule.place, known, about: [flag.id]) {
        $0.redFlags[index].raise[level]?.remove(at: line)
        if let level = change.level { $0.redFlags[index].raise[level, default: []].append(changed) }
      }
    }
  }

  private mutating func add(_ rule: RaiseByOne, _ index: Int) {
    let old = rule.when.map(\.value)
    for (line, when) in rule.when.enumerated() {
      let known = bases.of([when.value])
      let name = "raise_by_one \(rule.id) line \(line + 1)"
      add(.level, "\(name) dropped", when.place, known) {
        $0.raiseByOne[index].when.remove(at: line)
      }
      for (text, condition) in when.value.mutations {
        var new = old
        new[line] = condition
        guard !reach.areSame([.soon: old], [.soon: new]) else {
          equal += 1
          continue
        }
        add(.condition, "\(name): \(text)", when.place, known) {
          $0.raiseByOne[index].when[line].value = condition
        }
      }
    }
  }

  private mutating func add(_ state: State, _ index: Int) {
    for (number, screen) in state.screens.enumerated() {
      add(
        .safety, "\(state.id): screen \(screen.value) dropped", screen.place,
        about: [screen.value]
      ) {
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
      add(
        .safety, "screen \(screen.id): \(item.value) dropped", item.place, [screen.id],
        about: [item.value]
      ) {
        $0.screens[index].items.remove(at: number)
      }
    }
  }

  // MARK: The rest

  private mutating func add(_ cause: Cause, _ index: Int) {
    for (number, support) in cause.supports.enumerated() {
      let isWeak = support.weight == .weak
      add(
        .weight,
        "\(cause.id): \(support.finding) \(isWeak ? "no longer supports" : "supports weakly")",
        support.place, [cause.id], bases.of([support.finding]), about: [cause.id]
      ) {
        if isWeak {
          $0.causes[index].supports.remove(at: number)
        } else {
          $0.causes[index].supports[number].weight = .weak
        }
      }
    }
    for (number, support) in cause.against.enumerated() {
      add(
        .weight, "\(cause.id): \(support.finding) no longer speaks against it", support.place,
        [cause.id], bases.of([support.finding]), about: [cause.id]
      ) {
        $0.causes[index].against.remove(at: number)
      }
    }
    let other = cause.level == .routine ? Level.soon : .routine
    add(.level, "\(cause.id): needs \(other.rawValue)", cause.place, [cause.id], about: [cause.id])
    {
      $0.causes[index].level = other
    }
    add(cause.called, of: cause.id)
  }

  private mutating func add(_ finding: Finding, _ index: Int) {
    add(finding.patterns + finding.captures, of: finding.id)
    add(finding.denied, of: finding.id, as: "denial")
    for option in finding.options { add(option.patterns, of: "\(finding.id) = \(option.id)") }
    let means = finding.means.map(\.value)
    for (number, line) in finding.means.enumerated() {
      var rest = means
      rest.remove(at: number)
      guard !reach.areSame([.soon: means], [.soon: rest]) else {
        equal += 1
        continue
      }
      add(
        signs.contains(finding.id) ? .condition : .meaning,
        "\(finding.id): meaning line \(number + 1) dropped", line.place, bases.of([line.value]),
        about: [finding.id]
      ) {
        $0.findings[index].means.remove(at: number)
      }
    }
  }

  private mutating func add(_ lines: [PlacedLine], of id: String, as noun: String = "pattern") {
    for line in lines {
      mutants.append(
        Mutant(
          kind: .pattern, text: "\(id): \(noun) \(line.value) dropped", place: line.place,
          reach: .pattern(line.place), about: [id], change: .deafness(to: line.place)))
    }
  }

  private mutating func addCues(_ pack: Pack, _ lexicon: Lexicon) {
    let kinds = Set(pack.language.cues.keys.filter { $0.contains("negation") })
    let places = CuePlaces(folders: pack.folders, kinds: kinds)
    for kind in kinds.sorted() {
      let cues = pack.language.cues[kind] ?? []
      for (number, cue) in cues.enumerated() {
        mutants.append(
          Mutant(
            kind: .cue, text: "\(kind): \"\(cue)\" dropped",
            place: places.place(of: cue, kind: kind),
            reach: .words(lexicon.phrases(of: cue)),
            change: .language { $0.cues[kind]?.remove(at: number) }))
      }
    }
  }
}
