import IntentPacks

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
