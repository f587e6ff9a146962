/// The sentences that intents must not be: an intent is refused when one of them is nearer to the line than all of the
/// intent's examples.
struct CounterExamples: Sendable {
  private struct Sides: Sendable {
    var examples: [SparseVector]
    var not: [SparseVector]
  }

  private let sides: [(intent: Int, sides: Sides)]

  /// - Parameter intents: the examples of each intent, and what it must not be.
  init(_ intents: [(examples: [SparseVector], not: [SparseVector])]) {
    sides = intents.enumerated().compactMap { number, intent in
      intent.not.isEmpty ? nil : (number, Sides(examples: intent.examples, not: intent.not))
    }
  }

  /// The intents refused for a line.
  func refused(for line: SparseVector) -> [Int] {
    guard !sides.isEmpty else { return [] }
    let values = Dictionary(zip(line.ids, line.values), uniquingKeysWith: +)
    func nearest(_ vectors: [SparseVector]) -> Float {
      vectors.lazy.map { $0.likeness(to: values) }.max() ?? 0
    }
    return sides.compactMap { intent, sides in
      nearest(sides.not) > nearest(sides.examples) ? intent : nil
    }
  }
}

extension SparseVector {
  /// How much of a line, given by its entries, lies in the direction of this vector. Words that no example knows make a
  /// vector shorter; they do not make it less alike.
  fileprivate func likeness(to line: [Int32: Float]) -> Float {
    var product: Float = 0
    var squares: Float = 0
    for (id, value) in zip(ids, values) {
      product += value * (line[id] ?? 0)
      squares += value * value
    }
    return squares > 0 ? product / squares.squareRoot() : 0
  }
}
