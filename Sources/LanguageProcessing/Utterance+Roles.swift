extension Utterance {
  /// Whether a word says whose a thing is ("my").
  package func isOwner(_ index: Int) -> Bool { reading.hasClass(index, .possessive) }

  /// Whether a word is a finite verb ("is", "went").
  package func isVerb(_ index: Int) -> Bool { reading.hasClass(index, .verb) }

  /// Whether a word carries meaning of its own.
  package func isContent(_ index: Int) -> Bool {
    tokens.indices.contains(index) && !tokens[index].isIgnorable
      && (tokens[index].kind == .word || tokens[index].kind == .number)
      && !reading.hasClass(index, .functional)
  }

  /// Whether a word names what belongs to every body part ("skin").
  package func isPartOfPlace(_ index: Int) -> Bool { reading.hasClass(index, .partOfPlace) }

  /// Whether a word says that nothing is wrong with a thing ("fine").
  package func isWell(_ index: Int) -> Bool { reading.hasClass(index, .well) }

  /// Whether a word denies what follows as the one meant: "not the calf, the ankle"; "no calf, ankle or foot pain" denies
  /// a list.
  package func deniesPlace(_ index: Int) -> Bool {
    isDenying(index)
      && !reading.hits(from: index, to: index + 1).contains { $0.isCue(.negationNoun) }
  }

  /// Whether words stand at the opening of a part of a clause only to join or fill ("and then").
  package func isJoining(_ index: Int) -> Bool {
    reading.hasClass(index, [.filler, .andWord, .orWord, .segmentBreak])
  }

  /// Whether a word denies ("not", "hardly"), and not as part of words that deny nothing.
  package func isDenying(_ index: Int) -> Bool {
    guard reading.hasClass(index, .denial) else { return false }
    return !reading.hits(from: max(0, index - 4), to: index + 1).contains {
      $0.isCue(.pseudoNegation) && $0.range.contains(index)
    }
  }

  /// Whether a denial that governs what follows it begins at a word; "hardly" only weakens.
  package func opensDenial(_ index: Int) -> Bool {
    reading.hits(from: index, to: index + 1).contains { $0.meaning.family == 1 }
  }
}
