import CMalloc
import IntentPacks
import LanguageProcessing

/// Keeps the examples of a pack until the first line that no pattern understands, then learns them once.
///
/// A class, because what is learnt late must be shared by all copies of the matcher; the lock makes it safe.
final class LazyClassifier: Sendable {
  private enum Model: Sendable {
    case waiting([Intent])
    case ready(ExampleClassifier?)
  }

  private let model: Locked<Model>
  /// So many examples take so much memory to learn that it is looked for first.
  private static let many = 500

  init(_ intents: [Intent]) {
    model = Locked(.waiting(intents.filter { !$0.examples.isEmpty }))
  }

  /// The intents a line may mean by its examples.
  func intents(for utterance: Utterance, read: @Sendable (String) -> [Token]) -> [IntentScore] {
    guard let classifier = classifier(read) else { return [] }
    // Corrected spelling would pull a foreign subject towards the pack's words; letters forgive typos as it is.
    let tokens = utterance.corrections.isEmpty ? utterance.tokens : read(utterance.text)
    return classifier.intents(for: tokens)
  }

  /// The learnt classifier; nil when the pack has too few examples.
  func classifier(_ read: @Sendable (String) -> [Token]) -> ExampleClassifier? {
    model.withLock { model in
      switch model {
      case .ready(let classifier): return classifier
      case .waiting(let intents):
        // What reading and compiling the pack left over is larger than what the judges need.
        if intents.reduce(0, { $0 + $1.examples.count }) >= Self.many { malloc_give_back() }
        let classifier = ExampleClassifier(
          intents.mappedConcurrently { intent in
            IntentExamples(
              id: intent.id, examples: intent.examples.map { read($0.value) },
              not: intent.not.map { read($0.value) })
          })
        model = .ready(classifier)
        return classifier
      }
    }
  }
}
