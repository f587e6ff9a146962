/// Judges for packs with so many intents that learnt ones would not fit into memory: an intent is the middle of its
/// examples, and the nearer a line is to it the likelier it is.
struct CentroidJudges: Sendable {
  /// By feature: the intents that have it, and how much.
  private var starts: ContiguousArray<Int32> = []
  private var entries: ContiguousArray<(intent: Int32, value: Float)> = []
  private let intents: Int
  /// How fast likelihood grows with likeness (a cosine).
  private static let sharpness: Float = 20

  /// - Parameter labels: the intent of each vector, those of one intent side by side.
  init(_ vectors: [SparseVector], labels: [Int], intents: Int, features: Int) {
    self.intents = intents
    var middles: [SparseVector] = Array(repeating: SparseVector(), count: intents)
    var sums = ContiguousArray<Float>(repeating: 0, count: features)
    var at = 0
    while at < vectors.count {
      let label = labels[at]
      var touched: ContiguousArray<Int32> = []
      while at < vectors.count, labels[at] == label {
        for (id, value) in zip(vectors[at].ids, vectors[at].values) {
          if sums[Int(id)] == 0 { touched.append(id) }
          sums[Int(id)] += value
        }
        at += 1
      }
      let values = ContiguousArray(touched.map { sums[Int($0)] })
      let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      middles[label] = SparseVector(
        ids: touched, values: ContiguousArray(values.map { $0 / max(length, 1e-6) }))
      for id in touched { sums[Int(id)] = 0 }
    }
    starts = ContiguousArray(repeating: 0, count: features + 1)
    for middle in middles { for id in middle.ids { starts[Int(id) + 1] += 1 } }
    for feature in 0..<features { starts[feature + 1] += starts[feature] }
    var next = starts
    entries = ContiguousArray(repeating: (0, 0), count: Int(starts[features]))
    for (intent, middle) in middles.enumerated() {
      for (id, value) in zip(middle.ids, middle.values) {
        entries[Int(next[Int(id)])] = (Int32(truncatingIfNeeded: intent), value * Self.sharpness)
        next[Int(id)] += 1
      }
    }
  }

  /// The logarithm of each intent's probability.
  func logarithms(_ vector: SparseVector) -> ContiguousArray<Float> {
    var sums = ContiguousArray<Float>(repeating: 0, count: intents)
    for (id, value) in zip(vector.ids, vector.values) {
      for entry in entries[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])] {
        sums[Int(entry.intent)] += entry.value * value
      }
    }
    Exponential.normalise(&sums)
    return sums
  }
}
