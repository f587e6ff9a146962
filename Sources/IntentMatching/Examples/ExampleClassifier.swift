import IntentPacks
import LanguageProcessing

/// Tells from examples alone which intent a line is nearest to, and whether it is any of them.
///
/// Three things are added up: what the linear judges say, how alike the nearest examples are, and how much of the line the
/// examples know at all. The last is what keeps foreign subjects out.
struct ExampleClassifier: Sendable {
  /// The sum at which a line counts as in scope; measured on the three corpora of the tests.
  static let threshold: Float = 2.1
  /// Sums are given as scores from 0 to 1, with the threshold at one half.
  private static let steepness: Float = 1.5
  private static let neighbours = 3
  private static let marginWeight: Float = 0.5
  private static let knownWeight: Float = 3
  /// Suggestions beside the best one.
  private static let mostIntents = 3
  private static let leastScore = 0.3

  private let names: [String]
  private let labels: [Int]
  private let weights: FeatureWeights
  private let judges: LinearJudges
  /// Examples by feature, with their values.
  private let postings: Postings
  private let values: ContiguousArray<Float>

  /// Learns the examples; nil when fewer than two intents have any.
  init?(_ intents: [(id: String, examples: [[Token]])]) {
    let some = intents.filter { !$0.examples.isEmpty }
    guard some.count > 1 else { return nil }
    names = some.map(\.id)
    let sentences = some.flatMap { $0.examples.map { SentenceFeatures($0) } }
    labels = some.indices.flatMap { at in some[at].examples.map { _ in at } }
    weights = FeatureWeights(sentences)
    let vectors = sentences.map { [weights] in weights.vector($0) }
    judges = LinearJudges(
      vectors, labels: labels, intents: names.count, features: weights.count)
    var pairs: ContiguousArray<(symbol: Symbol, item: Int32)> = []
    var entries: ContiguousArray<(id: Int32, value: Float)> = []
    for (example, vector) in vectors.enumerated() {
      for (id, value) in zip(vector.ids, vector.values) {
        pairs.append((id, Int32(truncatingIfNeeded: example)))
        entries.append((id, value))
      }
    }
    postings = Postings(pairs, symbols: weights.count)
    var next = (0..<weights.count).map { [postings] in
      postings.range(of: Int32(truncatingIfNeeded: $0)).lowerBound
    }
    var sorted = ContiguousArray<Float>(repeating: 0, count: entries.count)
    for entry in entries {
      sorted[next[Int(entry.id)]] = entry.value
      next[Int(entry.id)] += 1
    }
    values = sorted
  }

  /// The intents a line may mean, best first; empty when it is out of scope.
  func intents(for tokens: [Token]) -> [IntentScore] {
    guard let (sums, known) = sums(for: tokens) else { return [] }
    let order = Self.highest(Self.mostIntents, of: sums)
    let scores = scores(of: order, sums, known)
    guard let best = scores.first, best.score >= 0.5 else { return [] }
    return scores.filter { $0.score >= Self.leastScore }
  }

  /// All intents with their scores, best first, whether in scope or not.
  func ranking(for tokens: [Token]) -> [IntentScore] {
    guard let (sums, known) = sums(for: tokens) else { return [] }
    return scores(of: Self.highest(names.count, of: sums), sums, known)
  }

  /// What judges and likeness say to a line, and how much of it is known; nil when nothing of it is.
  private func sums(for tokens: [Token]) -> (ContiguousArray<Float>, known: Float)? {
    let vector = weights.vector(SentenceFeatures(tokens))
    guard !vector.ids.isEmpty else { return nil }
    var sums = ContiguousArray<Float>(repeating: 0, count: names.count)
    judges.judge(vector, into: &sums)
    let likeness = likeness(vector)
    for intent in names.indices { sums[intent] += likeness[intent] }
    return (sums, vector.values.reduce(0) { $0 + $1 * $1 }.squareRoot() * Self.knownWeight)
  }

  /// The places of the highest sums, the highest first, the earlier of equals first.
  private static func highest(_ count: Int, of sums: ContiguousArray<Float>) -> [Int] {
    guard count < sums.count else {
      return sums.indices.sorted { (sums[$1], $0) < (sums[$0], $1) }
    }
    var best: [Int] = []
    for at in sums.indices {
      guard best.count < count || sums[at] > sums[best[best.count - 1]] else { continue }
      if best.count == count { best.removeLast() }
      best.insert(at, at: best.firstIndex { sums[at] > sums[$0] } ?? best.count)
    }
    return best
  }

  /// Scores of some intents in order, the best two of all among them.
  private func scores(
    of order: [Int], _ sums: ContiguousArray<Float>, _ known: Float
  ) -> [IntentScore] {
    let best = sums[order[0]]
    let second = sums[order[1]]
    return order.map { intent in
      let margin = intent == order[0] ? best - second : sums[intent] - best
      let sum = sums[intent] + Self.marginWeight * margin + known
      return IntentScore(intent: names[intent], score: Self.score(sum), basis: .examples)
    }
  }

  /// For each intent how alike its nearest examples are, on average.
  private func likeness(_ vector: SparseVector) -> ContiguousArray<Float> {
    var alike = ContiguousArray<Float>(repeating: 0, count: labels.count)
    for (id, value) in zip(vector.ids, vector.values) {
      for at in postings.range(of: id) { alike[Int(postings[at])] += values[at] * value }
    }
    var nearest = ContiguousArray<Float>(
      repeating: 0, count: names.count * Self.neighbours)
    for (example, label) in labels.enumerated() {
      var value = alike[example]
      for at in label * Self.neighbours..<(label + 1) * Self.neighbours where value > nearest[at] {
        swap(&value, &nearest[at])
      }
    }
    return ContiguousArray(
      names.indices.map { intent in
        let some = nearest[intent * Self.neighbours..<(intent + 1) * Self.neighbours]
        return some.reduce(0, +) / Float(Self.neighbours)
      })
  }

  private static func score(_ sum: Float) -> Double {
    let z = Double((sum - threshold) * steepness)
    return 0.5 + 0.5 * z / (1 + abs(z))
  }
}
