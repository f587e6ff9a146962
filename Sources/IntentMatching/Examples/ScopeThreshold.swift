/// How sure the judges must be for a line to count as in scope.
///
/// Found by leaving examples out: judges who learnt the others are asked about them, and the threshold is set so low
/// that few of their right answers fall below it. So it fits few examples and many, few intents and many. The more often
/// they are wrong, the more of their right answers are given up as well: unsure judges must be more careful.
struct ScopeThreshold {
  /// Every fifth example is left out at a time.
  private static let folds = 5
  /// Examples that are learnt over and over for it, all times together.
  private static let mostLearnt = 2_000
  /// Left-out examples that are asked about, each time.
  private static let mostAsked = 1_500
  /// The share of right answers given up: this, and so much more for each wrong one, but never more than the last.
  private static let leastGivenUp: Float = 0.005
  private static let givenUpForWrong: Float = 0.25
  private static let mostGivenUp: Float = 0.1
  /// Being surer than this always suffices.
  private static let highest: Float = 0.6
  /// Being so much surer than even chances is always needed.
  private static let aboveChance: Float = 1.5

  /// How often examples are left out.
  static func repetitions(_ examples: Int) -> Int {
    max(1, min(folds, mostLearnt / max(1, examples)))
  }

  /// The logarithm of the probability of the best intent for the examples that a repetition leaves out, where it is
  /// right; and how many were asked about.
  static func answers(
    leavingOut number: Int, _ sentences: [SentenceFeatures], labels: [Int], intents: Int
  ) -> (right: [Float], asked: Int) {
    let isLeftOut = leftOut(number, labels)
    let kept = sentences.indices.filter { !isLeftOut[$0] }
    let model = ExampleModel(
      kept.map { sentences[$0] }, labels: kept.map { labels[$0] }, intents: intents)
    let asked = sentences.indices.filter { isLeftOut[$0] }
    let step = max(1, asked.count / mostAsked)
    var right: [Float] = []
    var count = 0
    for at in stride(from: 0, to: asked.count, by: step) {
      count += 1
      guard let logarithms = model.logarithms(model.vector(sentences[asked[at]])),
        let best = logarithms.indices.max(by: { logarithms[$0] < logarithms[$1] }),
        best == labels[asked[at]]
      else { continue }
      right.append(logarithms[best])
    }
    return (right, count)
  }

  /// The threshold as a logarithm, from the answers of all repetitions.
  static func threshold(_ answers: [(right: [Float], asked: Int)], intents: Int) -> Float {
    let right = answers.flatMap(\.right).sorted()
    let asked = answers.reduce(0) { $0 + $1.asked }
    let highest = Exponential.log(highest)
    let lowest = min(highest, Exponential.log(aboveChance / Float(intents)))
    guard !right.isEmpty else { return lowest }
    let wrong = Float(asked - right.count) / Float(asked)
    let share = min(mostGivenUp, leastGivenUp + givenUpForWrong * wrong)
    let givenUp = Int(share * Float(right.count))
    return max(lowest, min(highest, right[min(givenUp, right.count - 1)]))
  }

  /// Of each intent every fifth example, beginning elsewhere in each intent.
  private static func leftOut(_ number: Int, _ labels: [Int]) -> [Bool] {
    var place = 0
    var previous = -1
    return labels.map { label in
      place = label == previous ? place + 1 : 3 * label
      previous = label
      return place % folds == number
    }
  }
}
