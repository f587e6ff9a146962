import IntentPacks

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
