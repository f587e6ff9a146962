import IntentPacks
import LanguageProcessing

/// Holds the examples of a pack until the first line that needs them.
struct LazyClassifier: Sendable {
  init(_ intents: [Intent]) {}

  func intents(for utterance: Utterance, heard: Set<Int>, lexicon: Lexicon) -> [IntentScore] { [] }
}
