import IntentPacks
import LanguageProcessing
import Synchronization

/// Keeps the examples of a pack until the first line that no pattern understands, then learns them once.
///
/// A class, because what is learnt late must be shared by all copies of the matcher; the lock makes it safe.
final class LazyClassifier: Sendable {
  private enum Model: Sendable {
    case waiting([Intent])
    case ready(ExampleClassifier?)
  }

  private let model: Mutex<Model>

  init(_ intents: [Intent]) {
    model = Mutex(.waiting(intents.filter { !$0.examples.isEmpty }))
  }

  /// The intents a line may mean by its examples.
  func intents(for utterance: Utterance, read: (String) -> [Token]) -> [IntentScore] {
    guard let classifier = classifier(read) else { return [] }
    // Corrected spelling would pull a foreign subject towards the pack's words; letters forgive typos as it is.
    let tokens = utterance.corrections.isEmpty ? utterance.tokens : read(utterance.text)
    return classifier.intents(for: tokens)
  }

  /// The learnt classifier; nil when the pack has too few examples.
  func classifier(_ read: (String) -> [Token]) -> ExampleClassifier? {
    model.withLock { model in
      switch model {
      case .ready(let classifier): return classifier
      case .waiting(let intents):
        let classifier = ExampleClassifier(
          intents.map { intent in
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
