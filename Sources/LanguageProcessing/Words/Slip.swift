/// A real word typed for another beside a certain neighbour.
struct Slip: Sendable {
  var meant: Int32
  /// The neighbour's entry, or -1 for any body part.
  var beside: Int32
}

extension Lexicon {
  /// Reads slips as the words they were meant to be; true when there was one.
  func applySlips(
    _ utterance: inout Utterance, _ ids: inout [Int32], _ hits: [PhraseHit]
  ) -> Bool {
    var isChanged = false
    for index in utterance.tokens.indices {
      let id = ids[index]
      guard id >= 0, vocabulary.table.maySlip(id), let candidates = slips[id],
        !isUnit(index, utterance, ids, hits)
      else { continue }
      let neighbours = [
        neighbour(of: index, step: -1, utterance), neighbour(of: index, step: 1, utterance),
      ]
      for slip in candidates {
        let isBeside = neighbours.contains { neighbour in
          guard let neighbour else { return false }
          if slip.beside < 0 { return utterance.tokens[neighbour].bodyPart != nil }
          return ids[neighbour] == slip.beside
        }
        guard isBeside else { continue }
        let entry = vocabulary.table[slip.meant]
        let token = utterance.tokens[index]
        utterance.corrections.append(
          Correction(typed: token.text, read: entry.text, start: token.start, end: token.end))
        utterance.tokens[index].text = entry.text
        utterance.tokens[index].stem = entry.stem
        utterance.tokens[index].bodyPart = entry.bodyPart
        ids[index] = slip.meant
        isChanged = true
        break
      }
    }
    return isChanged
  }

  /// Whether the word is meant as typed: counted, pointed at, or part of a longer expression of time.
  private func isUnit(
    _ index: Int, _ utterance: Utterance, _ ids: [Int32], _ hits: [PhraseHit]
  ) -> Bool {
    if index > 0 {
      let before = utterance.tokens[index - 1]
      if before.number != nil || before.kind == .number { return true }
      let id = ids[index - 1]
      if id >= 0, vocabulary.table.classes(of: id).contains(.slipStop) { return true }
    }
    if index + 1 < utterance.tokens.count, utterance.tokens[index + 1].kind == .number {
      return true
    }
    return hits.contains { hit in
      guard hit.range.contains(index), hit.range.count > 1 else { return false }
      if case .time = hit.meaning { return true }
      return false
    }
  }

  /// The next word that counts, in a direction; nil across punctuation.
  private func neighbour(of index: Int, step: Int, _ utterance: Utterance) -> Int? {
    var other = index + step
    while utterance.tokens.indices.contains(other) {
      guard utterance.tokens[other].kind == .word else { return nil }
      if !utterance.tokens[other].isIgnorable { return other }
      other += step
    }
    return nil
  }
}
