import LanguageProcessing

/// A phrase element while it is being compiled.
struct DraftElement: Hashable {
  var alternatives: [Symbol]
  var isOptional = false
  var followsGap = false
  /// Optional only because it is an article or the like.
  var isIgnorable = false

  /// All in one number, which is many times as quick as part by part: equal phrases are looked for thousands of times.
  func hash(into hasher: inout Hasher) {
    var digest: UInt64 = (isOptional ? 1 : 0) | (followsGap ? 2 : 0) | (isIgnorable ? 4 : 0)
    for symbol in alternatives {
      digest = (digest ^ UInt64(truncatingIfNeeded: symbol)) &* 0x9E37_79B9_7F4A_7C15
    }
    hasher.combine(digest)
  }
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
