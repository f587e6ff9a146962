/// A vector with few entries that are not zero.
struct SparseVector: Sendable {
  var ids: ContiguousArray<Int32> = []
  var values: ContiguousArray<Float> = []
}

/// What features are worth: learnt from the examples, the same for every line.
struct FeatureWeights: Sendable {
  private var ids: [UInt64: Int32] = [:]
  private var worth: ContiguousArray<Float> = []
  /// What a feature is worth that no example has.
  private let unknown: Float

  init(_ sentences: [SentenceFeatures]) {
    // Very many examples: rare features say little and would cost memory for each intent.
    let least: Int32 = sentences.count > 4_000 ? 2 : 1
    var counts: [UInt64: Int32] = [:]
    for sentence in sentences {
      for feature in sentence.all { counts[feature.hash, default: 0] += 1 }
    }
    let total = Float(sentences.count + 1)
    unknown = Self.logarithm(total) + 1
    for sentence in sentences {
      for feature in sentence.all {
        guard let count = counts[feature.hash], count >= least, ids[feature.hash] == nil else {
          continue
        }
        ids[feature.hash] = Int32(truncatingIfNeeded: worth.count)
        worth.append(Self.logarithm(total / Float(count + 1)) + 1)
      }
    }
  }

  var count: Int { worth.count }

  /// A sentence as a vector. What the examples do not know weighs in its length only, so the length of the vector, 1 at
  /// the most, tells how much of the sentence is known.
  func vector(_ sentence: SentenceFeatures) -> SparseVector {
    var vector = SparseVector()
    var kinds: ContiguousArray<Int> = []
    var squares: [Float] = [0, 0, 0]
    for feature in sentence.all {
      let kind = feature.kind.rawValue
      let repeated = 1 + Self.logarithm(Float(feature.count))
      let id = ids[feature.hash]
      let value = repeated * (id.map { worth[Int($0)] } ?? unknown)
      squares[kind] += value * value
      guard let id else { continue }
      vector.ids.append(id)
      vector.values.append(value)
      kinds.append(kind)
    }
    var whole: Float = 0
    for kind in SentenceFeatures.Kind.allCases where squares[kind.rawValue] > 0 {
      whole += kind.weight * kind.weight
    }
    let scales = SentenceFeatures.Kind.allCases.map { kind -> Float in
      let square = squares[kind.rawValue]
      return square > 0 ? kind.weight / (square * whole).squareRoot() : 0
    }
    for at in vector.values.indices { vector.values[at] *= scales[kinds[at]] }
    return vector
  }

  /// The natural logarithm to four digits, without a maths library: exponent, then a series for the rest.
  static func logarithm(_ x: Float) -> Float {
    guard x > 0 else { return 0 }
    let y = (x.significand - 1) / (x.significand + 1)
    let square = y * y
    let series = 2 * y * (1 + square * (1 / 3 + square * (1 / 5 + square / 7)))
    return Float(x.exponent) * 0.693_147_2 + series
  }
}

/// One linear judge for each intent ("mine or not mine"), trained together.
///
/// A support vector machine with squared loss, by descent on its dual: exact, quick, and without chance: the order of
/// examples is shuffled by a fixed generator. The weights of all intents for one feature lie side by side.
struct LinearJudges: Sendable {
  let intents: Int
  private var weights: ContiguousArray<Float>

  /// How strongly an example may bend a judge.
  private static let cost: Float = 0.3
  private static let mostRounds = 15
  /// Multiplications that training may take; large packs get fewer rounds.
  private static let budget = 1_500_000_000

  init(_ vectors: [SparseVector], labels: [Int], intents: Int, features: Int) {
    self.intents = intents
    weights = ContiguousArray(repeating: 0, count: intents * features)
    let entries = vectors.reduce(0) { $0 + $1.ids.count }
    let rounds = max(3, min(Self.mostRounds, Self.budget / max(1, 2 * entries * intents)))
    let squares = vectors.map { $0.values.reduce(0) { $0 + $1 * $1 } }
    var pull = ContiguousArray<Float>(repeating: 0, count: vectors.count * intents)
    var order = Array(vectors.indices)
    var steps = ContiguousArray<Float>(repeating: 0, count: intents)
    var seed: UInt64 = 12345
    for _ in 0..<rounds {
      for at in stride(from: order.count - 1, to: 0, by: -1) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        order.swapAt(at, Int(seed >> 33) % (at + 1))
      }
      for example in order {
        judge(vectors[example], into: &steps)
        let soft = 1 / (2 * Self.cost)
        let scale = 1 / (squares[example] + soft)
        for intent in 0..<intents {
          let sign: Float = labels[example] == intent ? 1 : -1
          let at = example * intents + intent
          let slope = sign * steps[intent] - 1 + soft * pull[at]
          let moved = max(pull[at] - slope * scale, 0)
          steps[intent] = (moved - pull[at]) * sign
          pull[at] = moved
        }
        move(along: vectors[example], by: steps)
      }
    }
  }

  /// What each judge says to a vector.
  func judge(_ vector: SparseVector, into sums: inout ContiguousArray<Float>) {
    let width = intents
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for intent in 0..<width { sums[intent] = 0 }
        for (id, value) in zip(vector.ids, vector.values) {
          let row = Int(id) * width
          for intent in 0..<width { sums[intent] += weights[row + intent] * value }
        }
      }
    }
  }

  private mutating func move(along vector: SparseVector, by steps: ContiguousArray<Float>) {
    let width = intents
    weights.withUnsafeMutableBufferPointer { weights in
      steps.withUnsafeBufferPointer { steps in
        for (id, value) in zip(vector.ids, vector.values) {
          let row = Int(id) * width
          for intent in 0..<width { weights[row + intent] += steps[intent] * value }
        }
      }
    }
  }
}
