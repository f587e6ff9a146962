package import IntentPacks

#if canImport(Glibc)
  import Glibc
#endif

/// A cause, how well it fits, and why.
package struct RankedCause: Sendable {
  /// A finding that speaks for or against a cause, and how strongly.
  package struct Reason: Sendable {
    /// Index in the compiled pack.
    package var finding: Int
    package var strength: Cause.Weight
  }

  /// Index in the compiled pack.
  package var cause: Int
  package var id: String
  /// How soon to be seen: the cause's level, or `soon` where what was said asks for it.
  package var level: Level
  /// Share of all causes' odds, 0 to 1.
  package var score: Double
  /// Evidence for it: log of the factors of findings that speak for it.
  package var evidence: Double
  /// In the order of the pack.
  package var reasonsFor: [Reason]
  /// In the order of the pack.
  package var reasonsAgainst: [Reason]
}

/// Ranks the causes by what is known: odds from how common a cause is, times a factor a finding.
struct CauseRanking {
  let pack: CompiledPack
  let evaluation: Evaluation
  /// Truth of every finding, worked out once.
  private(set) var truths: [Truth]
  /// Log odds of every cause.
  private(set) var logOdds: [Double]
  /// Shares of every cause, summing to 1.
  private(set) var shares: [Double]

  init(pack: CompiledPack, store: FactStore, today: Int) {
    self.pack = pack
    evaluation = Evaluation(pack: pack, store: store, today: today, view: .causes)
    var truths = [Truth](repeating: .unknown, count: pack.findings.count)
    for finding in pack.findings.indices { truths[finding] = evaluation.truth(of: finding) }
    logOdds = pack.causes.map { cause in
      var sum = cause.prior
      for weight in cause.weights {
        switch truths[weight.finding] {
        case .yes: sum += weight.log
        case .no: sum += weight.logWhenFalse
        case .unknown: break
        }
      }
      return sum
    }
    self.truths = truths
    let top = logOdds.max() ?? 0
    let odds = logOdds.map { exp($0 - top) }
    let total = odds.reduce(0, +)
    shares = odds.map { total > 0 ? $0 / total : 0 }
  }

  /// The causes with enough evidence for them to be named, best first: an age alone is none.
  var ranked: [RankedCause] {
    let least = Ranking.constant("least_evidence", in: pack.pack.ranking)
    return pack.causes.indices.compactMap { index -> RankedCause? in
      var evidence = 0.0
      var reasonsFor: [RankedCause.Reason] = []
      var reasonsAgainst: [RankedCause.Reason] = []
      for weight in pack.causes[index].weights where truths[weight.finding] == .yes {
        let reason = RankedCause.Reason(finding: weight.finding, strength: weight.strength)
        if weight.log > 0 {
          evidence += weight.log
          reasonsFor.append(reason)
        } else {
          reasonsAgainst.append(reason)
        }
      }
      guard evidence > 0, evidence >= least else { return nil }
      let cause = pack.causes[index]
      let isSoon = cause.soonWhen.contains { evaluation.truth($0) == .yes }
      return RankedCause(
        cause: index, id: cause.id, level: isSoon ? max(.soon, cause.level) : cause.level,
        score: shares[index], evidence: evidence,
        reasonsFor: reasonsFor, reasonsAgainst: reasonsAgainst)
    }.sorted { ($0.score, $1.cause) > ($1.score, $0.cause) }
  }

  /// Whether much speaks for the likeliest cause.
  var fitsWell: Bool {
    let enough = Ranking.constant("fits_evidence", in: pack.pack.ranking)
    return ranked.first.map { $0.evidence >= enough } ?? false
  }

  /// How much an answer to a question about a finding is expected to tell of the causes, in nats: the information
  /// that yes or no holds about which cause it is, with the chance of a yes under each cause read from its weight.
  func gains() -> [Int: Double] {
    var told: [Int: [(share: Double, chance: Double)]] = [:]
    for (index, cause) in pack.causes.enumerated() where shares[index] > 0.001 {
      for weight in cause.weights where truths[weight.finding] == .unknown {
        told[weight.finding, default: []].append((shares[index], weight.chanceOfYes))
      }
    }
    var gains: [Int: Double] = [:]
    // In order: what is added up in another order differs in the last bit.
    for (finding, causes) in told.sorted(by: { $0.key < $1.key }) {
      let gain = Self.information(causes)
      for base in askable(finding) {
        // The options of a choice exclude one another: what each tells adds up.
        let isChoice = pack.findings[base].kind == .choice
        gains[base] = isChoice ? (gains[base] ?? 0) + gain : max(gains[base] ?? 0, gain)
      }
    }
    return gains
  }

  /// Whether something said, or a cause that fits well, gives reason to ask a private question.
  func hasCue(for finding: Int) -> Bool {
    let topic = pack.pack.findings[finding].topic
    return truths.indices.contains {
      $0 != finding && truths[$0] == .yes && pack.pack.findings[$0].topic == topic
    }
      || pack.causes.indices.contains { cause in
        shares[cause] >= Self.cueShare
          && pack.causes[cause].weights.contains { weight in
            weight.strength == .strong && weight.log > 0
              && (weight.finding == finding || askable(weight.finding).contains(finding))
          }
      }
  }

  /// The share from which a cause is reason enough for a private question.
  private static let cueShare = 0.15

  /// Mutual information of the answer and the cause; causes not named answer yes by the chance of anybody.
  private static func information(_ causes: [(share: Double, chance: Double)]) -> Double {
    let named = causes.reduce(0) { $0 + $1.share }
    let rest = max(0, 1 - named)
    let yes = causes.reduce(rest * CompiledCause.Weight.chanceOfAnybody) {
      $0 + $1.share * $1.chance
    }
    guard yes > 0, yes < 1 else { return 0 }
    func divergence(_ chance: Double) -> Double {
      chance * log(chance / yes) + (1 - chance) * log((1 - chance) / (1 - yes))
    }
    return causes.reduce(rest * divergence(CompiledCause.Weight.chanceOfAnybody)) {
      $0 + $1.share * divergence($1.chance)
    }
  }

  /// The finding itself where it can be asked, else the ones it is derived from.
  private func askable(_ finding: Int) -> [Int] {
    if pack.findings[finding].isAskable { return [finding] }
    return bases(of: finding).filter { evaluation.store.standing($0) == .unknown }
  }

  /// The questions a finding can be learnt by: its own, else those of what it is derived from.
  func bases(of finding: Int) -> [Int] {
    if pack.findings[finding].isAskable { return [finding] }
    return Array(Set(pack.findings[finding].means.flatMap(\.findings))).sorted().filter {
      $0 >= 0 && pack.findings[$0].isAskable
    }
  }
}
