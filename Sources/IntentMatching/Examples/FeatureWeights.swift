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
  /// With more examples than this a feature must stand in two of them: what stands in one says little.
  private static let many = 4_000

  /// - Parameter labels: the intent of each sentence, those of one intent side by side.
  init(_ sentences: [SentenceFeatures], labels: [Int]) {
    let least: Int32 = sentences.count > Self.many ? 2 : 1
    var known = FeatureTable()
    // For each feature the sentences and the intents that have it.
    var counts: ContiguousArray<(sentences: Int32, intents: Int32, last: Int)> = []
    for (sentence, label) in zip(sentences, labels) {
      for feature in sentence.all {
        let number = Int(known.add(feature.key))
        if number == counts.count { counts.append((0, 0, -1)) }
        counts[number].sentences += 1
        if counts[number].last != label {
          counts[number].last = label
          counts[number].intents += 1
        }
      }
    }
    let total = Float(sentences.count + 1)
    let intents = Float(Set(labels).count + 1)
    unknown = Exponential.log(total) + 1
    for sentence in sentences {
      for feature in sentence.all {
        let count = counts[Int(known.number(of: feature.key))]
        guard count.sentences >= least, Int(features.add(feature.key)) == worth.count else {
          continue
        }
        // Rare among the sentences, and rare among the intents.
        let rare = Exponential.log(total / Float(count.sentences + 1)) + 1
        let telling = Exponential.log(intents / Float(count.intents)) + 1
        worth.append((rare * telling).squareRoot())
      }
    }
  }

  var count: Int { worth.count }

  /// A sentence as a vector. What the examples do not know weighs in its length only, so that the less of a sentence is
  /// known the shorter its vector is, and the less sure the judges are.
  func vector(_ sentence: SentenceFeatures) -> SparseVector {
    var vector = SparseVector()
    vector.ids.reserveCapacity(sentence.all.count)
    vector.values.reserveCapacity(sentence.all.count)
    var kinds: ContiguousArray<Int> = []
    kinds.reserveCapacity(sentence.all.count)
    var squares = SIMD4<Float>(repeating: 0)
    for feature in sentence.all {
      let kind = feature.kind
      let repeated = feature.count == 1 ? 1 : 1 + Exponential.log(Float(feature.count))
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
    var scales = SIMD4<Float>(repeating: 0)
    for kind in SentenceFeatures.Kind.allCases where squares[kind.rawValue] > 0 {
      scales[kind.rawValue] = kind.weight / (squares[kind.rawValue] * whole).squareRoot()
    }
    for at in vector.values.indices { vector.values[at] *= scales[kinds[at]] }
    return vector
  }
}
