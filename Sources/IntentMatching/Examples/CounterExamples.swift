/// The sentences that intents must not be: an intent is refused when one of them is nearer to the line than all of the
/// intent's examples.
struct CounterExamples: Sendable {
  private struct Sides: Sendable {
    var examples: [SparseVector]
    var not: [SparseVector]
    /// What it must not be, to know one of these sentences again word for word.
    var sentences: Set<UInt64>
  }

  /// By intent; without those that may be anything.
  private let sides: [Int: Sides]

  /// - Parameter intents: the examples of each intent, and what it must not be.
  init(_ intents: [(examples: [SentenceFeatures], not: [SentenceFeatures])], model: ExampleModel) {
    var sides: [Int: Sides] = [:]
    for (number, intent) in intents.enumerated() where !intent.not.isEmpty {
      sides[number] = Sides(
        examples: intent.examples.map(model.vector), not: intent.not.map(model.vector),
        sentences: Set(intent.not.map(\.sentence)))
    }
    self.sides = sides
  }

  /// Those of some intents that are refused for a line.
  ///
  /// - Parameter vector: the line as the judges see it.
  func refused(
    _ intents: [Int], for line: SentenceFeatures, _ vector: SparseVector
  ) -> [Int] {
    let asked = intents.filter { sides[$0] != nil }
    guard !asked.isEmpty else { return [] }
    // By feature, up to the last one of the line.
    var values = ContiguousArray<Float>(
      repeating: 0, count: vector.ids.max().map { Int($0) + 1 } ?? 0)
    for (id, value) in zip(vector.ids, vector.values) { values[Int(id)] += value }
    func nearest(_ vectors: [SparseVector]) -> Float {
      vectors.lazy.map { $0.product(values) }.max() ?? 0
    }
    return asked.filter { intent in
      guard let side = sides[intent] else { return false }
      return side.sentences.contains(line.sentence) || nearest(side.not) > nearest(side.examples)
    }
  }
}

extension SparseVector {
  /// The product with a vector given by its entries, which are zero behind the last one.
  fileprivate func product(_ other: ContiguousArray<Float>) -> Float {
    var sum: Float = 0
    for (id, value) in zip(ids, values) where Int(id) < other.count {
      sum += value * other[Int(id)]
    }
    return sum
  }
}
