import IntentPacks

/// A screen with its items as numbers.
struct CompiledScreen: Sendable {
  let id: String
  let items: [Int]
  /// It is put once this is known to be true.
  let once: CompiledCondition?

  init(_ screen: Screen, items: [Int], once: CompiledCondition?) {
    id = screen.id
    self.items = items
    self.once = once
  }
}
