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
  let flagRuleIndex: FlagRuleIndex
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
    flagRuleIndex = FlagRuleIndex(flags, findings: findings.count)
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
