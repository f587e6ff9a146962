/// One judge for each intent; together they say how likely each intent is (multinomial logistic regression).
///
/// Learnt by descent along the slope of one example after the other, each time with half of its features hidden, so that
/// no judge leans on a single word. There is no chance in it: the order of examples and what is hidden come from a fixed
/// generator. The weights of sixteen judges stand side by side, so that one instruction serves several.
struct IntentJudges: Sendable {
  typealias Lanes = SIMD16<Float>

  private let intents: Int
  /// Groups of sixteen judges.
  private let groups: Int
  private let weights: GroupedWeights

  private static let rounds = 16
  /// How far the first round goes along a slope; later ones go less far, down to nothing.
  private static let pace: Float = 2.5
  /// Judges that are wrong by less learn nothing from an example.
  private static let negligible: Float = 0.01
  /// An example whose own intent lacks no more than this to certainty rests for some rounds.
  private static let known: Float = 0.05
  private static let rest = 2

  init(_ vectors: [SparseVector], labels: [Int], intents: Int, features: Int) {
    self.intents = intents
    groups = Self.groups(intents)
    let groups = groups
    var weights = GroupedWeights(features: features, groups: groups)
    var chance = FixedChance()
    var order = Array(vectors.indices)
    var resting = ContiguousArray(repeating: 0, count: vectors.count)
    var seen = SparseVector()
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: groups) { said in
      for round in 0..<Self.rounds {
        chance.shuffle(&order)
        let step = Self.pace * (1 - Float(round) / Float(Self.rounds))
        for example in order {
          guard resting[example] == 0 else {
            resting[example] -= 1
            continue
          }
          chance.hideHalf(of: vectors[example], in: &seen)
          weights.sum(seen, into: said)
          Self.share(said, intents: intents)
          let (group, lane) = labels[example].quotientAndRemainder(
            dividingBy: Lanes.scalarCount)
          said[group][lane] -= 1
          if said[group][lane] > -Self.known { resting[example] = Self.rest }
          Self.learn(seen, wrong: said, step: step, &weights)
        }
      }
    }
    self.weights = weights
  }

  /// How many numbers the judges of a pack remember.
  static func size(intents: Int, features: Int) -> Int {
    features * groups(intents) * Lanes.scalarCount
  }

  private static func groups(_ intents: Int) -> Int {
    (intents + Lanes.scalarCount - 1) / Lanes.scalarCount
  }

  /// The logarithm of each intent's probability.
  func logarithms(_ vector: SparseVector) -> ContiguousArray<Float> {
    var sums = withUnsafeTemporaryAllocation(of: Lanes.self, capacity: groups) { said in
      weights.sum(vector, into: said)
      return ContiguousArray(
        (0..<intents).map { said[$0 / Lanes.scalarCount][$0 % Lanes.scalarCount] })
    }
    Exponential.normalise(&sums)
    return sums
  }

  /// Turns what the judges said into shares that add up to one.
  private static func share(_ said: UnsafeMutableBufferPointer<Lanes>, intents: Int) {
    // Lanes without an intent must not be the highest.
    for unused in intents..<said.count * Lanes.scalarCount {
      said[unused / Lanes.scalarCount][unused % Lanes.scalarCount] = said[0][0]
    }
    var most = said[0]
    for group in said.indices.dropFirst() {
      most.replace(with: said[group], where: said[group] .> most)
    }
    let highest = Self.highest(most)
    var whole: Float = 0
    for group in said.indices { said[group] = Exponential.exp(said[group] - highest) }
    for unused in intents..<said.count * Lanes.scalarCount {
      said[unused / Lanes.scalarCount][unused % Lanes.scalarCount] = 0
    }
    for group in said.indices { whole += said[group].sum() }
    for group in said.indices { said[group] /= whole }
  }

  /// The highest of some numbers.
  private static func highest(_ lanes: Lanes) -> Float {
    var eight = lanes.lowHalf
    eight.replace(with: lanes.highHalf, where: lanes.highHalf .> eight)
    var four = eight.lowHalf
    four.replace(with: eight.highHalf, where: eight.highHalf .> four)
    return max(max(four[0], four[1]), max(four[2], four[3]))
  }

  /// Moves the judges that were wrong.
  private static func learn(
    _ vector: SparseVector, wrong: UnsafeMutableBufferPointer<Lanes>, step: Float,
    _ weights: inout GroupedWeights
  ) {
    for group in wrong.indices {
      let wrong = wrong[group]
      guard highest(wrong) > negligible || highest(Lanes(repeating: 0) - wrong) > negligible
      else { continue }
      weights.move(vector, group: group, by: wrong * step)
    }
  }
}
