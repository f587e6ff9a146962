/// What was learnt from some examples: what features are worth, and judges that weigh them.
struct ExampleModel: Sendable {
  private enum Judges: Sendable {
    case learnt(IntentJudges)
    case centroids(CentroidJudges)
  }

  private let weights: FeatureWeights
  private let judges: Judges
  /// Numbers that judges may remember (64 MB); with more the middles of the intents serve.
  static let mostNumbers = 16_000_000

  /// - Parameter labels: the intent of each sentence, those of one intent side by side.
  init(_ sentences: [SentenceFeatures], labels: [Int], intents: Int) {
    let weights = FeatureWeights(sentences, labels: labels)
    let vectors = sentences.map { weights.vector($0) }
    let size = IntentJudges.size(intents: intents, features: weights.count)
    judges =
      size <= Self.mostNumbers
      ? .learnt(
        IntentJudges(vectors, labels: labels, intents: intents, features: weights.count))
      : .centroids(
        CentroidJudges(vectors, labels: labels, intents: intents, features: weights.count))
    self.weights = weights
  }

  /// A sentence as the judges see it.
  func vector(_ sentence: SentenceFeatures) -> SparseVector { weights.vector(sentence) }

  /// The logarithm of each intent's probability; nil when the examples know nothing of the sentence.
  func logarithms(_ vector: SparseVector) -> ContiguousArray<Float>? {
    guard !vector.ids.isEmpty else { return nil }
    return switch judges {
    case .learnt(let judges): judges.logarithms(vector)
    case .centroids(let judges): judges.logarithms(vector)
    }
  }
}
