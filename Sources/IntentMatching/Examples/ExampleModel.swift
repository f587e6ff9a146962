/// A vector with few entries that are not zero.
struct SparseVector: Sendable {
  var ids: ContiguousArray<Int32> = []
  var values: ContiguousArray<Float> = []
}

/// What features are worth: learnt from the examples, the same for every line.
struct FeatureWeights: Sendable {
  private var features = FeatureTable()
  private var worth: ContiguousArray<Float> = []
  /// What a feature is worth that no example has.
  private let unknown: Float

  init(_ sentences: [SentenceFeatures]) {
    // Very many examples: rare features say little and would cost memory for each intent.
    let least: Int32 = sentences.count > 4_000 ? 2 : 1
    var known = FeatureTable()
    var counts: ContiguousArray<Int32> = []
    for sentence in sentences {
      for feature in sentence.all {
        let number = Int(known.add(feature.key))
        if number == counts.count { counts.append(1) } else { counts[number] += 1 }
      }
    }
    let total = Float(sentences.count + 1)
    unknown = Self.logarithm(total) + 1
    for sentence in sentences {
      for feature in sentence.all {
        let count = counts[Int(known.number(of: feature.key))]
        guard count >= least, Int(features.add(feature.key)) == worth.count else { continue }
        worth.append(Self.logarithm(total / Float(count + 1)) + 1)
      }
    }
  }

  var count: Int { worth.count }

  /// A sentence as a vector. What the examples do not know weighs in its length only, so the length of the vector, 1 at
  /// the most, tells how much of the sentence is known.
  func vector(_ sentence: SentenceFeatures) -> SparseVector {
    var vector = SparseVector()
    vector.ids.reserveCapacity(sentence.all.count)
    vector.values.reserveCapacity(sentence.all.count)
    var kinds: ContiguousArray<Int> = []
    kinds.reserveCapacity(sentence.all.count)
    var squares: [Float] = [0, 0, 0]
    for feature in sentence.all {
      let kind = feature.kind
      let repeated = feature.count == 1 ? 1 : 1 + Self.logarithm(Float(feature.count))
      let id = features.number(of: feature.key)
      let value = repeated * (id >= 0 ? worth[Int(id)] : unknown)
      squares[kind] += value * value
      guard id >= 0 else { continue }
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
