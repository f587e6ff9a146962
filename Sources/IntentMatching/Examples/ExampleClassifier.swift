import IntentPacks
import LanguageProcessing

/// An intent as the classifier learns it.
struct IntentExamples: Sendable {
  var id: String
  var examples: [[Token]]
  /// Sentences that the intent must not be.
  var not: [[Token]] = []
}

/// Tells from examples alone which intent a line is nearest to, and whether it is any of them.
struct ExampleClassifier: Sendable {
  /// Suggestions in all.
  private static let mostIntents = 3
  private static let leastScore = 0.3
  /// A score of one half is that of a line at the threshold.
  private static let inScope = 0.5

  private let names: [String]
  private let model: ExampleModel
  /// The logarithm of the probability at which a line counts as in scope.
  private let threshold: Float
  /// The intents of sentences that stand among the examples of one intent only.
  private let examples: [UInt64: Int]
  private let counterExamples: CounterExamples

  /// Learns the examples; nil when fewer than two intents have any.
  init?(_ intents: [IntentExamples]) {
    let some = intents.filter { !$0.examples.isEmpty }
    guard some.count > 1 else { return nil }
    names = some.map(\.id)
    let count = some.count
    let labels = some.indices.flatMap { at in some[at].examples.map { _ in at } }
    let sentences = some.flatMap(\.examples).mappedConcurrently { SentenceFeatures($0) }
    examples = Dictionary(
      zip(sentences.map(\.sentence), labels), uniquingKeysWith: { $0 == $1 ? $0 : -1 }
    ).filter { $0.value >= 0 }
    let repetitions = ScopeThreshold.repetitions(sentences.count)
    // The first task is the model itself; the others find out how sure it must be.
    let results = Array(0...repetitions).mappedConcurrently { task -> LearningResult in
      guard task > 0 else {
        return .model(ExampleModel(sentences, labels: labels, intents: count))
      }
      return .answers(
        ScopeThreshold.answers(
          leavingOut: task - 1, sentences, labels: labels, intents: count))
    }
    guard case .model(let model)? = results.first else { return nil }
    self.model = model
    counterExamples = CounterExamples(
      some.map { intent in
        intent.not.isEmpty
          ? ([], [])
          : (
            intent.examples.map { SentenceFeatures($0) }, intent.not.map { SentenceFeatures($0) }
          )
      }, model: model)
    threshold = ScopeThreshold.threshold(
      results.compactMap {
        if case .answers(let answers) = $0 { answers } else { nil }
      }, intents: count)
  }

  private enum LearningResult: Sendable {
    case model(ExampleModel)
    case answers((right: [Float], asked: Int))
  }

  /// The intents a line may mean, best first; empty when it is out of scope.
  func intents(for tokens: [Token]) -> [IntentScore] {
    scores(for: tokens, most: Self.mostIntents, inScope: Self.inScope)
      .filter { $0.score >= Self.leastScore }
  }

  /// All intents with their scores, best first, whether in scope or not.
  func ranking(for tokens: [Token]) -> [IntentScore] {
    scores(for: tokens, most: names.count, inScope: 0)
  }

  /// The best intents; none when the best of them scores less than `inScope`.
  private func scores(for tokens: [Token], most: Int, inScope: Double) -> [IntentScore] {
    let sentence = SentenceFeatures(tokens)
    let vector = model.vector(sentence)
    guard var logarithms = model.logarithms(vector) else { return [] }
    let known = examples[sentence.sentence]
    if let known {
      // Word for word an example: nothing is nearer.
      for intent in names.indices { logarithms[intent] = min(logarithms[intent], threshold) }
      logarithms[known] = 0
    }
    var best = Self.highest(most, of: logarithms)
    while true {
      guard let first = best.first, score(logarithms[first]) >= inScope else { return [] }
      // Only who comes first is worth comparing with all that it must not be.
      let refused = counterExamples.refused(
        best.filter { $0 != known && logarithms[$0] > -.infinity }, for: sentence, vector)
      if refused.isEmpty { break }
      for intent in refused { logarithms[intent] = -.infinity }
      best = Self.highest(most, of: logarithms)
    }
    return best.map { intent in
      IntentScore(
        intent: names[intent], score: score(logarithms[intent]), basis: .examples)
    }
  }

  /// The score of a probability: 1 when it is certain, one half at the threshold.
  private func score(_ logarithm: Float) -> Double {
    let half = Self.inScope
    guard logarithm < threshold else {
      return half + half * Double(1 - logarithm / threshold)
    }
    return half / Double(1 + threshold - logarithm)
  }

  /// The places of the highest numbers, the highest first, the earlier of equals first.
  private static func highest(_ count: Int, of numbers: ContiguousArray<Float>) -> [Int] {
    guard count < numbers.count else {
      return numbers.indices.sorted { (numbers[$1], $0) < (numbers[$0], $1) }
    }
    var best: [Int] = []
    for at in numbers.indices {
      guard best.count < count || numbers[at] > numbers[best[best.count - 1]] else { continue }
      if best.count == count { best.removeLast() }
      best.insert(at, at: best.firstIndex { numbers[at] > numbers[$0] } ?? best.count)
    }
    return best
  }
}
