/// The sentences that intents must not be: an intent is refused when one of them is nearer to the line than all of the
/// intent's examples.
struct CounterExamples: Sendable {
  private struct Sides: Sendable {
    var intent: Int
    var examples: [SparseVector]
    var not: [SparseVector]
    /// The same sentences, to know one again word for word.
    var sentences: Set<UInt64>
  }

  private let sides: [Sides]

  /// - Parameter intents: the examples of each intent, and what it must not be.
  init(_ intents: [(examples: [SentenceFeatures], not: [SentenceFeatures])], model: ExampleModel) {
    sides = intents.enumerated().compactMap { number, intent in
      intent.not.isEmpty
        ? nil
        : Sides(
          intent: number, examples: intent.examples.map(model.vector),
          not: intent.not.map(model.vector), sentences: Set(intent.not.map(\.sentence)))
    }
  }

  /// The intents refused for a line.
  ///
  /// - Parameter vector: the line as the judges see it.
  func refused(for line: SentenceFeatures, _ vector: SparseVector) -> [Int] {
    guard !sides.isEmpty else { return [] }
    let values = Dictionary(zip(vector.ids, vector.values), uniquingKeysWith: +)
    func nearest(_ vectors: [SparseVector]) -> Float {
      vectors.lazy.map { $0.product(values) }.max() ?? 0
    }
    return sides.compactMap { side in
      side.sentences.contains(line.sentence) || nearest(side.not) > nearest(side.examples)
        ? side.intent : nil
    }
  }
}

extension SparseVector {
  /// The product with a vector given by its entries.
  fileprivate func product(_ other: [Int32: Float]) -> Float {
    var sum: Float = 0
    for (id, value) in zip(ids, values) { sum += value * (other[id] ?? 0) }
    return sum
  }
}
