import LanguageProcessing

/// A phrase element while it is being compiled.
struct DraftElement: Hashable {
  var alternatives: [Symbol]
  var isOptional = false
  var followsGap = false
  /// Optional only because it is an article or the like.
  var isIgnorable = false
}

/// A combination of slots while it is being compiled.
struct DraftBag {
  var slots: [[Symbol]] = []
  var optional: [Symbol] = []
  var excluded: [Symbol] = []
  /// Articles and the like, which count only when there is nothing else.
  var ignorable: [Symbol] = []
}

extension DraftBag {
  func joined(with other: DraftBag) -> DraftBag {
    DraftBag(
      slots: slots + other.slots, optional: optional + other.optional,
      excluded: excluded + other.excluded, ignorable: ignorable + other.ignorable)
  }
}
