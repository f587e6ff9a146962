import IntentPacks

extension CompiledPack {
  /// The best place a cause can take, counted from 1, and the causes that stay before it: the findings that speak for
  /// it are true, as many of them as help, and nothing else is; nil when nothing speaks for it.
  package func bestPlace(ofCause cause: Int) -> (place: Int, ahead: [String])? {
    var said = causes[cause].weights.filter { $0.log > 0 }.map(\.finding)
    guard !said.isEmpty else { return nil }
    var ahead = causesAhead(of: cause, when: said)
    // What speaks even more for others is better left unsaid.
    var improves = true
    while improves, ahead.count >= ConclusionText.shown, said.count > 1 {
      improves = false
      for finding in said where said.count > 1 {
        let fewer = said.filter { $0 != finding }
        let left = causesAhead(of: cause, when: fewer)
        guard left.count < ahead.count else { continue }
        (said, ahead, improves) = (fewer, left, true)
      }
    }
    return (ahead.count + 1, ahead.map { causes[$0].id })
  }

  /// The causes that rank before another when these findings are true, and every other one is known to be false.
  private func causesAhead(of cause: Int, when findings: [Int]) -> [Int] {
    let isTrue = Set(findings)
    func logOdds(_ cause: CompiledCause) -> Double {
      cause.weights.reduce(cause.prior) { sum, weight in
        sum + (isTrue.contains(weight.finding) ? weight.log : weight.logWhenFalse)
      }
    }
    let own = logOdds(causes[cause])
    return causes.indices.filter { other in
      other != cause && logOdds(causes[other]) > own
        && causes[other].weights.contains { $0.log > 0 && isTrue.contains($0.finding) }
    }
  }
}
