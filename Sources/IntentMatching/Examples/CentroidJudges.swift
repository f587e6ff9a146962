/// Judges for packs with so many intents that learnt ones would not fit into memory: an intent is the middle of its
/// examples, and the nearer a line is to it the likelier it is.
struct CentroidJudges: Sendable {
  /// By feature: the intents that have it, and how much.
  private let entries: Postings<(intent: Int32, value: Float)>
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
    var pairs: ContiguousArray<(symbol: Symbol, item: (intent: Int32, value: Float))> = []
    for (intent, middle) in middles.enumerated() {
      for (id, value) in zip(middle.ids, middle.values) {
        let entry = (intent: Int32(truncatingIfNeeded: intent), value: value * Self.sharpness)
        pairs.append((id, entry))
      }
    }
    entries = Postings(pairs, symbols: features)
  }

  /// The logarithm of each intent's probability.
  func logarithms(_ vector: SparseVector) -> ContiguousArray<Float> {
    var sums = ContiguousArray<Float>(repeating: 0, count: intents)
    for (id, value) in zip(vector.ids, vector.values) {
      for at in entries.range(of: id) {
        sums[Int(entries[at].intent)] += entries[at].value * value
      }
    }
    Exponential.normalise(&sums)
    return sums
  }
}
