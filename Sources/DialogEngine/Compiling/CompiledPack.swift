package import IntentMatching
package import IntentPacks
import LanguageProcessing

/// A pack made ready for conversations: patterns indexed, conditions and ids turned into numbers.
///
/// A class, though immutable, because every step of a turn holds it and a reference is cheaper to hand on than dozens
/// of arrays.
package final class CompiledPack: Sendable {
  package let pack: Pack
  private let hearing: Awaited<CompiledHearing>
  let findings: [CompiledFinding]
  /// For each finding those that imply it and hold at the same time: without it there is none of them.
  let impliedBy: [[Int]]
  let flags: [CompiledFlag]
  /// For each flag the place of its group in the order of dangers.
  let flagRanks: [Int]
  /// For each finding the flags whose rules rest on it.
  let flagsTouched: [[Int]]
  let ruleReach: RuleReach
  let raises: [CompiledRaise]
  let causes: [CompiledCause]
  let screens: [CompiledScreen]
  let states: [CompiledState]
  let findingIndex: [String: Int]
  let flagIndex: [String: Int]
  let causeIndex: [String: Int]
  let screenIndex: [String: Int]
  let stateIndex: [String: Int]
  let intentIndex: [String: Int]
  let avoidIndex: [String: Int]
  let regionIndex: [String: Int]
  /// Words that name a region in a sentence, longest first: the words and the region's id.
  let regionNames: [(words: [String], region: String)]
  let start: Int

  /// Compiles a pack that was read without errors.
  ///
  /// - Parameter diagnostics: receives mistakes found only now, such as faulty patterns.
  package convenience init(_ pack: Pack, diagnostics: inout [Diagnostic]) {
    self.init(beginning: pack)
    diagnostics += patternProblems
  }

  /// Compiles a pack, its patterns on another thread: they are waited for when something is to be heard.
  ///
  /// - Parameter isBegun: whether that begins now; else with `begin`.
  package convenience init(beginning pack: Pack, isBegun: Bool = true) {
    self.init(pack, hearing: Awaited(isBegun: isBegun) { CompiledHearing(pack) })
  }

  /// Begins to compile what hears, unless that has begun.
  package func begin() { hearing.begin() }

  package convenience init(_ pack: Pack, matcher: Matcher) {
    self.init(pack, hearing: Awaited(known: CompiledHearing(matcher, of: pack)))
  }

  private init(_ pack: Pack, hearing: Awaited<CompiledHearing>) {
    self.pack = pack
    self.hearing = hearing
    func index(_ ids: [String]) -> [String: Int] {
      Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let findingIndex = index(pack.findings.map(\.id))
    var groups: [String: [Int]] = [:]
    for (number, finding) in pack.findings.enumerated() {
      if let group = finding.group { groups[group, default: []].append(number) }
    }
    func compiled(_ line: ConditionLine) -> CompiledCondition {
      CompiledCondition(line.value, index: findingIndex, groups: groups)
    }
    let sided = Set(
      (pack.redFlags.flatMap { $0.raise.values.joined() } + pack.findings.flatMap(\.means))
        .flatMap(\.value.sidedFindings))
    findings = pack.findings.map { finding in
      CompiledFinding(
        finding, sideMatters: sided.contains(finding.id), means: finding.means.map(compiled),
        when: finding.when.map(compiled),
        implies: finding.implies.compactMap { findingIndex[$0.value] })
    }
    var impliedBy = [[Int]](repeating: [], count: findings.count)
    for (number, finding) in findings.enumerated() {
      for implied in finding.implies where findings[implied].time == finding.time {
        impliedBy[implied].append(number)
      }
    }
    self.impliedBy = impliedBy
    let spread = FindingSpread(findings: findings)
    flags = pack.redFlags.map {
      CompiledFlag($0, index: findingIndex, spread: spread, compiled: compiled)
    }
    let groupOrder = (pack.levels["order.groups"]?.value ?? "").split(separator: " ")
    flagRanks = pack.redFlags.map { flag in
      groupOrder.firstIndex { flag.group == String($0) } ?? groupOrder.count
    }
    var flagsTouched = [[Int]](repeating: [], count: findings.count)
    for (number, flag) in flags.enumerated() {
      for finding in flag.touches where flagsTouched.indices.contains(finding) {
        flagsTouched[finding].append(number)
      }
    }
    self.flagsTouched = flagsTouched
    ruleReach = RuleReach(flags, findings: findings.count)
    raises = pack.raiseByOne.map { rule in
      CompiledRaise(rule, when: rule.when.map(compiled))
    }
    let compiledFindings = findings
    causes = pack.causes.map { cause in
      CompiledCause(
        cause, soonWhen: cause.soonWhen.map(compiled), index: findingIndex, ranking: pack.ranking
      ) { finding in
        compiledFindings[finding].means.allSatisfy { condition in
          condition.findings.count == 1
            && condition.findings.allSatisfy { $0 >= 0 && compiledFindings[$0].isBestOf }
        } && !compiledFindings[finding].means.isEmpty
      }
    }
    screens = pack.screens.map { screen in
      CompiledScreen(
        screen, items: screen.items.compactMap { findingIndex[$0.value] },
        once: screen.once.map(compiled))
    }
    let stateIndex = index(pack.states.map(\.id))
    let screenIndex = index(pack.screens.map(\.id))
    states = pack.states.map { state in
      CompiledState(
        state, findings: findingIndex, screens: screenIndex, states: stateIndex, compiled: compiled)
    }
    self.findingIndex = findingIndex
    self.stateIndex = stateIndex
    self.screenIndex = screenIndex
    flagIndex = index(pack.redFlags.map(\.id))
    causeIndex = index(pack.causes.map(\.id))
    intentIndex = index(pack.intents.map(\.id))
    avoidIndex = index(pack.avoids.map(\.id))
    regionIndex = index(pack.regions.map(\.id))
    regionNames = pack.regions.flatMap { region in
      ([region.name] + (region.words["also_called"] ?? "").split(separator: ",").map(String.init))
        .map { name in (name.lowercased().split(separator: " ").map(String.init), region.id) }
        .filter { !$0.0.isEmpty }
    }.sorted { ($0.0.count, $0.1) > ($1.0.count, $1.1) }
    start = stateIndex[pack.start.value] ?? 0
  }

  /// What hears; waited for where it is still being compiled.
  package var matcher: Matcher { hearing.value.matcher }

  /// Waits for what hears and then makes it ready: see `Matcher.prepareForTheUnexpected`.
  package func prepareForTheUnexpected() { matcher.prepareForTheUnexpected() }

  /// Mistakes found only while patterns were compiled; waited for.
  package var patternProblems: [Diagnostic] { hearing.value.problems }

  /// See `CompiledHearing.regionLeads`.
  var regionLeads: [[[String]]] { hearing.value.regionLeads }
}

/// A finding with its conditions compiled.
struct CompiledFinding: Sendable {
  let id: String
  let kind: Finding.Kind
  let time: Finding.Time
  let isBackground: Bool
  let recovers: Bool
  let isOneSided: Bool
  /// A choice of what fits best.
  let isBestOf: Bool
  /// Whether a side can be said of it.
  let isSided: Bool
  let means: [CompiledCondition]
  /// Any of `means`; nil for a finding that is not derived.
  let basis: CompiledCondition?
  let when: CompiledCondition?
  let implies: [Int]
  /// Whether it can be asked about.
  let isAskable: Bool

  init(
    _ finding: Finding, sideMatters: Bool, means: [CompiledCondition], when: CompiledCondition?,
    implies: [Int]
  ) {
    id = finding.id
    kind = finding.kind
    time = finding.time
    isBackground = finding.background
    recovers = finding.recovers
    isOneSided = finding.oneSided
    isBestOf = finding.kind == .choice && finding.bestOf
    isSided =
      sideMatters || finding.oneSided || finding.name.holds("{side}")
      || finding.back?.holds("{side}") ?? false
    self.means = means
    basis = CompiledCondition.any(of: means)
    self.when = when
    self.implies = implies
    isAskable = finding.ask != nil
  }
}

/// A +1 rule, compiled.
struct CompiledRaise: Sendable {
  let id: String
  let when: [CompiledCondition]
  let levels: Set<Level>
  let groups: Set<String>

  init(_ rule: RaiseByOne, when: [CompiledCondition]) {
    id = rule.id
    self.when = when
    levels = Set(rule.levels)
    groups = Set(rule.groups)
  }
}

/// A cause with its weights as natural logarithms.
struct CompiledCause: Sendable {
  struct Weight: Sendable {
    let finding: Int
    /// Log of the factor when the finding is true; negative where it speaks against.
    let log: Double
    /// Log of the factor when the finding is known to be false.
    let logWhenFalse: Double
    let strength: Cause.Weight

    /// The chance of a yes from somebody without the cause.
    static let chanceOfAnybody = 0.12

    /// The chance of a yes from somebody with the cause, by how much the finding speaks for or against it.
    var chanceOfYes: Double {
      switch (strength, log > 0) {
      case (.strong, true): 0.8
      case (.moderate, true): 0.55
      case (.weak, true): 0.35
      case (.strong, false): 0.02
      case (.moderate, false): 0.05
      case (.weak, false): 0.08
      }
    }
  }

  let id: String
  let prior: Double
  let weights: [Weight]
  let level: Level
  /// It is to be seen soon where any of these holds.
  let soonWhen: [CompiledCondition]

  /// - Parameter isOption: whether a finding is but one option of a choice of what fits best.
  init(
    _ cause: Cause, soonWhen: [CompiledCondition], index: [String: Int],
    ranking: [String: Double], isOption: (Int) -> Bool
  ) {
    id = cause.id
    level = cause.level
    self.soonWhen = soonWhen
    prior = Logarithm.natural(Ranking.constant(cause.howCommon.rawValue, in: ranking))
    var weights: [Weight] = []
    for support in cause.supports {
      guard let finding = index[support.finding] else { continue }
      let log = Logarithm.natural(Ranking.constant(support.weight.rawValue, in: ranking))
      let falls = isOption(finding) ? Ranking.constant("not_chosen", in: ranking) : 0.5
      weights.append(
        Weight(finding: finding, log: log, logWhenFalse: -log * falls, strength: support.weight))
    }
    for support in cause.against {
      guard let finding = index[support.finding] else { continue }
      let log = Logarithm.natural(Ranking.constant(support.weight.rawValue, in: ranking))
      weights.append(Weight(finding: finding, log: -log, logWhenFalse: 0, strength: support.weight))
    }
    self.weights = weights
  }
}

/// A screen with its items as numbers.
struct CompiledScreen: Sendable {
  let id: String
  let items: [Int]
  /// It is put once this is known to be true.
  let once: CompiledCondition?

  init(_ screen: Screen, items: [Int], once: CompiledCondition?) {
    id = screen.id
    self.items = items
    self.once = once
  }
}

/// A state with its targets as numbers.
struct CompiledState: Sendable {
  let id: String
  let ask: [Int]
  let screens: [Int]
  let on: [String: Int]
  let branches: [(condition: CompiledCondition, go: Int)]
  let go: Int?
  let asksSomething: Bool

  init(
    _ state: State, findings: [String: Int], screens: [String: Int], states: [String: Int],
    compiled: (ConditionLine) -> CompiledCondition
  ) {
    id = state.id
    ask = state.ask.compactMap { findings[$0.value] }
    self.screens = state.screens.compactMap { screens[$0.value] }
    on = Dictionary(
      state.on.compactMap { pair in states[pair.go.value].map { (pair.intent.value, $0) } },
      uniquingKeysWith: { first, _ in first })
    branches = state.when.compactMap { branch in
      states[branch.go.value].map { (compiled(branch.condition), $0) }
    }
    go = state.go.flatMap { states[$0.value] }
    asksSomething = !state.ask.isEmpty || !state.screens.isEmpty || state.interviewsCauses
  }
}
