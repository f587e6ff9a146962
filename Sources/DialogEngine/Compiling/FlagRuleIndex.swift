/// Which rules of red flags can hold or be suspected, by what is affirmed: most rules are passed over without a look at
/// them.
///
/// Rules have numbers of their own, flag by flag.
struct FlagRuleIndex: Sendable {
  /// The number of each flag's first rule.
  let firstRules: [Int]
  /// For each finding the rules of which a sign rests on it.
  private let byFinding: [NumberSet]
  /// Rules that need no sign, or of which a denial can bring one about.
  private let always: NumberSet

  init(_ flags: [CompiledFlag], findings: Int) {
    var firstRules: [Int] = []
    var count = 0
    for flag in flags {
      firstRules.append(count)
      count += flag.rules.count
    }
    var byFinding = [NumberSet](repeating: NumberSet(count: count), count: findings)
    var always = NumberSet(count: count)
    for (flag, first) in zip(flags, firstRules) {
      for (at, rule) in flag.rules.enumerated() {
        if rule.needsSign, let reach = rule.reach {
          for finding in reach.numbers { byFinding[finding].insert(first + at) }
        } else {
          always.insert(first + at)
        }
      }
    }
    self.firstRules = firstRules
    self.byFinding = byFinding
    self.always = always
  }

  /// The rules to look at where these findings are affirmed, contradictory or unsure.
  func rules(where speaking: [Int]) -> NumberSet {
    var rules = always
    for finding in speaking where byFinding.indices.contains(finding) {
      rules.formUnion(byFinding[finding])
    }
    return rules
  }
}
