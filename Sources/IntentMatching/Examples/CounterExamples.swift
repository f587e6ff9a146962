/// The sentences that intents must not be: an intent is refused when one of them is nearer to the line than all of the
/// intent's examples.
struct CounterExamples: Sendable {
  private struct Sides: Sendable {
    var examples: [SparseVector]
    var not: [SparseVector]
  }

  /// By intent; without those that may be anything.
  private let sides: [Int: Sides]

  /// - Parameter intents: the examples of each intent, and what it must not be.
  init(_ intents: [(examples: [SparseVector], not: [SparseVector])]) {
    var sides: [Int: Sides] = [:]
    for (number, intent) in intents.enumerated() where !intent.not.isEmpty {
      sides[number] = Sides(examples: intent.examples, not: intent.not)
    }
    self.sides = sides
  }

  /// Those of some intents that are refused for a line.
  func refused(_ intents: [Int], for line: SparseVector) -> [Int] {
    let asked = intents.filter { sides[$0] != nil }
    guard !asked.isEmpty else { return [] }
    let values = Dictionary(zip(line.ids, line.values), uniquingKeysWith: +)
    func nearest(_ vectors: [SparseVector]) -> Float {
      vectors.lazy.map { $0.likeness(to: values) }.max() ?? 0
    }
    return asked.filter { intent in
      sides[intent].map { nearest($0.not) > nearest($0.examples) } ?? false
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
