import IntentPacks

/// The states of a pack and the ways between them.
struct DialogGraph: Sendable {
  private let states: [String: State]
  private let order: [State]
  private let start: String

  init(_ pack: Pack) {
    order = pack.states
    states = Dictionary(pack.states.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    start = pack.start.value
  }

  /// The states that some conversation comes to.
  var reachable: Set<String> {
    var reached: Set<String> = []
    var open = [start]
    while let id = open.popLast() {
      guard let state = states[id], reached.insert(id).inserted else { continue }
      open += ways(from: state)
    }
    return reached
  }

  /// States from which one comes back to the same state without anybody being asked or heard: by `when:` alone, or
  /// by `go:` from a state that only speaks through a condition.
  var silentLoops: [State] {
    order.filter { state in
      guard !waits(state) else { return false }
      var seen: Set<String> = []
      var open = silentWays(from: state)
      while let id = open.popLast() {
        if id == state.id { return true }
        guard let next = states[id], !waits(next), seen.insert(id).inserted else { continue }
        open += silentWays(from: next)
      }
      return false
    }
  }

  private func ways(from state: State) -> [String] {
    state.on.map(\.go.value) + state.when.map(\.go.value) + (state.go.map { [$0.value] } ?? [])
  }

  /// Ways taken without hearing anything: conditions are looked at on entering.
  private func silentWays(from state: State) -> [String] { state.when.map(\.go.value) }

  private func waits(_ state: State) -> Bool {
    !state.ask.isEmpty || !state.screens.isEmpty || state.interviewsCauses || state.ends
  }
}
