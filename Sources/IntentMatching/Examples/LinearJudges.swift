import IntentPacks

/// One linear judge for each intent ("mine or not mine").
///
/// A support vector machine with squared loss, by descent on its dual: exact, quick, and without chance: the order of
/// examples is shuffled by a fixed generator. Judges learn side by side in lanes, so many at once that their weights
/// stay in the processor's cache; no judge depends on another, so that neither the number of lanes nor that of
/// threads changes a weight.
struct LinearJudges: Sendable {
  /// The weights of as many judges as there are lanes, by feature.
  private typealias Lanes = SIMD16<Float>

  let intents: Int
  /// For each group of judges the weights of all features.
  private let groups: [ContiguousArray<Lanes>]

  /// How strongly an example may bend a judge.
  private static let cost: Float = 0.3
  private static let mostRounds = 15
  /// Multiplications that training may take; large packs get fewer rounds.
  private static let budget = 1_500_000_000

  init(_ vectors: [SparseVector], labels: [Int], intents: Int, features: Int) {
    self.intents = intents
    let entries = vectors.reduce(0) { $0 + $1.ids.count }
    let rounds = max(3, min(Self.mostRounds, Self.budget / max(1, 2 * entries * intents)))
    let orders = Self.orders(rounds: rounds, count: vectors.count)
    let width = Lanes.scalarCount
    groups = Array(stride(from: 0, to: intents, by: width)).mappedConcurrently { first in
      Self.weights(
        vectors, own: labels.map { $0 - first }, features: features, orders: orders)
    }
  }

  /// What each judge says to a vector.
  func judge(_ vector: SparseVector, into sums: inout ContiguousArray<Float>) {
    for (number, group) in groups.enumerated() {
      let first = number * Lanes.scalarCount
      let said = Self.sum(group, vector)
      for lane in 0..<min(Lanes.scalarCount, intents - first) { sums[first + lane] = said[lane] }
    }
  }

  /// In which order each round goes through the examples.
  private static func orders(rounds: Int, count: Int) -> [[Int]] {
    var order = Array(0..<count)
    var seed: UInt64 = 12345
    return (0..<rounds).map { _ in
      for at in stride(from: count - 1, to: 0, by: -1) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(at, Int(seed >> 33) % (at + 1))
      }
      return order
    }
  }

  /// Trains one group.
  ///
  /// - Parameter own: for each example the lane of the judge whose own it is; of another group's, no lane.
  private static func weights(
    _ vectors: [SparseVector], own: [Int], features: Int, orders: [[Int]]
  ) -> ContiguousArray<Lanes> {
    var weights = ContiguousArray<Lanes>(repeating: Lanes(repeating: 0), count: features)
    var pull = ContiguousArray<Lanes>(repeating: Lanes(repeating: 0), count: vectors.count)
    let soft = 1 / (2 * cost)
    let scales = vectors.map { vector in
      1 / (vector.values.reduce(0) { $0 + $1 * $1 } + soft)
    }
    let zero = Lanes(repeating: 0)
    for order in orders {
      for example in order {
        var sign = Lanes(repeating: -1)
        if sign.indices.contains(own[example]) { sign[own[example]] = 1 }
        let slope = sign * sum(weights, vectors[example]) - 1 + soft * pull[example]
        var moved = pull[example] - slope * scales[example]
        moved.replace(with: zero, where: moved .< zero)
        let steps = (moved - pull[example]) * sign
        pull[example] = moved
        move(&weights, along: vectors[example], by: steps)
      }
    }
    return weights
  }

  private static func sum(_ weights: ContiguousArray<Lanes>, _ vector: SparseVector) -> Lanes {
    weights.withUnsafeBufferPointer { weights in
      var sum = Lanes(repeating: 0)
      for at in vector.ids.indices { sum += weights[Int(vector.ids[at])] * vector.values[at] }
      return sum
    }
  }

  private static func move(
    _ weights: inout ContiguousArray<Lanes>, along vector: SparseVector, by steps: Lanes
  ) {
    weights.withUnsafeMutableBufferPointer { weights in
      for at in vector.ids.indices { weights[Int(vector.ids[at])] += steps * vector.values[at] }
    }
  }
}
