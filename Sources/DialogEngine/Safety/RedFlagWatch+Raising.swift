import IntentMatching
import IntentPacks
import LanguageProcessing

/// One level higher, by a fact that the flag's rules do not name and that the line which raised it does not need.
extension RedFlagWatch {
  func raises(
    _ rule: CompiledRaise, _ flag: CompiledFlag, _ level: Level, _ evaluation: Evaluation
  ) -> Bool {
    guard rule.levels.contains(level) else { return false }
    if !rule.groups.isEmpty, !(flag.group.map(rule.groups.contains) ?? false) { return false }
    return rule.when.contains { condition in
      guard evaluation.truth(condition) == .yes else { return false }
      // The same fact must not count twice: some line of the flag has to hold without it.
      return condition.findings.contains { finding in
        guard !flag.named.contains(finding), evaluation.truth(of: finding) == .yes else {
          return false
        }
        var others = evaluation
        others.store = storeWithout(finding)
        others.memory = nil
        return flag.rules.contains { $0.level == level && others.truth($0.condition) == .yes }
      }
    }
  }

  /// What would be known had the words that told of a finding not been said.
  private func storeWithout(_ finding: Int) -> FactStore {
    var rest = store
    let told = store.facts(about: finding).filter(\.isClaim)
    rest.withdraw(finding)
    for implied in pack.findings[finding].implies {
      rest.withdraw(implied) { fact in
        fact.source == .implied && told.contains { $0.turn == fact.turn && $0.start == fact.start }
      }
    }
    // "Numb patch, getting worse": the words gave the sign its trend.
    let turns = Set(told.filter { tellsTrend($0.text) }.map(\.turn))
    if !turns.isEmpty {
      rest.amend { fact in
        if turns.contains(fact.turn) { fact.circumstances.trend = nil }
      }
    }
    return rest
  }

  private func tellsTrend(_ text: String) -> Bool {
    let lexicon = pack.matcher.lexicon
    let words = lexicon.read(text)
    return ["trend_worse", "trend_better", "trend_same"].contains {
      !lexicon.cues($0, in: words).isEmpty
    }
  }
}
