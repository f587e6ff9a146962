import IntentMatching
import IntentPacks
import LanguageProcessing

/// One level higher, by a fact that the flag's own rules do not count already.
extension RedFlagWatch {
  func raises(
    _ rule: CompiledRaise, _ flag: CompiledFlag, _ level: Level, _ evaluation: Evaluation
  ) -> Bool {
    guard rule.levels.contains(level) else { return false }
    if !rule.groups.isEmpty, !(flag.group.map(rule.groups.contains) ?? false) { return false }
    return rule.when.contains { condition in
      guard evaluation.truth(condition) == .yes else { return false }
      // The same fact must not count twice.
      return condition.findings.contains { finding in
        !flag.named.contains(finding) && evaluation.truth(of: finding) == .yes
          && !isCounted(finding, by: flag, level, evaluation)
      }
    }
  }

  /// Whether every line that holds at this level rests on the finding already: on what follows from it, on another
  /// hearing of the same words, or on the trend they tell.
  private func isCounted(
    _ finding: Int, by flag: CompiledFlag, _ level: Level, _ evaluation: Evaluation
  ) -> Bool {
    let lines = flag.rules.filter {
      $0.level == level && evaluation.truth($0.condition) == .yes
    }
    return !lines.isEmpty
      && lines.allSatisfy { line in
        line.spread.contains { isSame($0, as: finding, evaluation) }
          || line.condition.attributes.contains { isTold($0, by: finding) }
      }
  }

  private func isSame(_ named: Int, as finding: Int, _ evaluation: Evaluation) -> Bool {
    if named == finding { return true }
    guard pack.findings[finding].implies.contains(named), evaluation.truth(of: named) == .yes
    else { return false }
    // "My heart races at rest" is one fact, though it tells of palpitations too; told again apart it is another.
    return store.facts(about: named).allSatisfy { fact in
      !fact.isClaim || store.facts(about: finding).contains { isSaidWith($0, fact) }
    }
  }

  /// Whether two facts come of the same words.
  private func isSaidWith(_ one: Fact, _ other: Fact) -> Bool {
    one.turn == other.turn && one.isClaim
      && (one.start..<max(one.start + 1, one.end)).overlaps(
        other.start..<max(other.start + 1, other.end))
  }

  /// "Numb patch, getting worse": the words of the finding gave the sign its trend.
  private func isTold(_ asked: (finding: Int, attribute: String), by finding: Int) -> Bool {
    guard asked.attribute == "trend" else { return false }
    return store.facts(about: finding).contains { fact in
      fact.isClaim
        && store.facts(about: asked.finding).contains { sign in
          sign.isClaim && sign.turn == fact.turn && sign.circumstances.trend != nil
        }
        && tellsTrend(fact.text)
    }
  }

  private func tellsTrend(_ text: String) -> Bool {
    let lexicon = pack.matcher.lexicon
    let words = lexicon.read(text)
    return ["trend_worse", "trend_better", "trend_same"].contains {
      !lexicon.cues($0, in: words).isEmpty
    }
  }
}
