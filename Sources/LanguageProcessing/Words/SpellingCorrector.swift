/// Finds the pack's word that a misspelt one was meant to be.
///
/// Holds the words of the packs and, of the ordinary words, those that may share a stem with them
/// ("swelling" where a pack says "swell"), in order of length. Whether one does is asked only of a word that would be
/// the correction: stemming them all would take longer than reading the pack.
struct SpellingCorrector: Sendable {
  private struct Candidate {
    var start: Int32
    var count: Int32
    /// The first eight bytes as a number, by which words of one length are put in order.
    var head: UInt64
    /// Which letters occur: two words one slip apart differ in at most two.
    var letters: UInt32
    /// Words written in a pack come before words that only share a stem with one.
    var isWritten: Bool
    /// From 0 to 6, by how often the packs listen for it.
    var weight: UInt8
  }

  private var bytes: [UInt8] = []
  private var candidates: [Candidate] = []
  /// Where the words of each length begin among the candidates.
  private var starts: [Int] = []

  /// Adds a word; words that are too short or too long to be corrected to are left out.
  ///
  /// - Parameter isWritten: whether a pack writes it, rather than a word that may share its stem.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, isWritten: Bool, weight: Int) {
    guard (3...EditCost.longest).contains(word.count) else { return }
    var head: UInt64 = 0
    for place in 0..<8 { head = head << 8 | UInt64(place < word.count ? word[place] : 0) }
    candidates.append(
      Candidate(
        start: Int32(clamping: bytes.count), count: Int32(clamping: word.count), head: head,
        letters: Self.letters(of: word), isWritten: isWritten, weight: UInt8(clamping: weight)))
    bytes.append(contentsOf: word)
  }

  /// Puts the words in order once all are there: by length, written ones first, then by their bytes.
  mutating func finish() {
    bytes.withUnsafeBufferPointer { all in
      candidates.sort { a, b in
        if a.count != b.count { return a.count < b.count }
        if a.isWritten != b.isWritten { return a.isWritten }
        if a.head != b.head { return a.head < b.head }
        for place in 8..<max(8, Int(a.count)) {
          let (mine, other) = (all[Int(a.start) + place], all[Int(b.start) + place])
          if mine != other { return mine < other }
        }
        return false
      }
    }
    starts = Array(repeating: 0, count: EditCost.longest + 2)
    var index = 0
    for length in 0..<starts.count {
      while index < candidates.count, Int(candidates[index].count) < length { index += 1 }
      starts[length] = index
    }
  }

  /// The word within the allowed number of slips, or nil: one for four or five letters, two above.
  ///
  /// - Parameter isRelated: whether an ordinary word shares its stem with a word of the packs.
  func correction(of typed: String, edits: Int, isRelated: (String) -> Bool) -> String? {
    var typed = typed
    return typed.withUTF8 { correction(of: $0, edits: edits, isRelated) }
  }

  private func correction(
    of typed: UnsafeBufferPointer<UInt8>, edits: Int, _ isRelated: (String) -> Bool
  ) -> String? {
    let length = typed.count
    guard (4...EditCost.longest).contains(length) else { return nil }
    // Two slips in a word of six or seven letters only where both are cheap, and towards a word much spoken of.
    let isShort = edits == 2 && length < 8
    let limit = isShort ? EditCost.twoCheapEdits : edits == 2 ? EditCost.twoEdits : EditCost.oneEdit
    let letters = Self.letters(of: typed)
    var bestCost = Int.max
    var best = -1
    let shortest = max(3, length - edits)
    let end = starts[min(length + edits + 1, starts.count - 1)]
    return bytes.withUnsafeBufferPointer { all in
      for index in starts[shortest]..<max(end, starts[shortest]) {
        let candidate = candidates[index]
        guard (candidate.letters ^ letters).nonzeroBitCount <= 2 * edits else { continue }
        let start = Int(candidate.start)
        let word = UnsafeBufferPointer(rebasing: all[start..<start + Int(candidate.count)])
        let isSameStart = word[0] == typed[0]
        if isShort, candidate.weight < 3 || !isSameStart { continue }
        // Short words have too many neighbours to let the first letter go.
        guard isSameStart || length > 4 || word[0] == typed[1] && word[1] == typed[0] else {
          continue
        }
        guard var cost = EditCost.between(typed, word, limit: limit) else { continue }
        if !isSameStart { cost += 3 }
        cost = cost * 8 + (Int(candidate.count) == length ? 0 : 2) + (candidate.isWritten ? 0 : 1)
        // A word that is spoken of often is meant rather than a rare one a little nearer.
        cost -= 4 * Int(candidate.weight)
        guard cost < bestCost,
          candidate.isWritten || isRelated(String(decoding: word, as: UTF8.self))
        else { continue }
        bestCost = cost
        best = index
      }
      guard best >= 0 else { return nil }
      let start = Int(candidates[best].start)
      return String(decoding: all[start..<start + Int(candidates[best].count)], as: UTF8.self)
    }
  }

  /// The one word written in a pack that has the consonants of a word typed without its vowels ("swlln", "clf"); of
  /// several the one with the fewest letters more, nil when two have as many.
  func word(withConsonantsOf typed: String) -> String? {
    let wanted = Array(typed.utf8)
    guard wanted.count >= 3, wanted.count <= EditCost.longest, let first = wanted.first,
      !wanted.contains(where: EditCost.isVowel)
    else { return nil }
    let skeleton = Self.undoubled(wanted[...])
    var best: [UInt8]?
    var isShared = false
    for index in starts[wanted.count]..<starts[min(wanted.count + 5, starts.count - 1)] {
      let candidate = candidates[index]
      let start = Int(candidate.start)
      let word = bytes[start..<start + Int(candidate.count)]
      guard candidate.isWritten, word.first == first, word.count > wanted.count,
        Self.undoubled(word.filter { !EditCost.isVowel($0) }[...]) == skeleton
      else { continue }
      guard let known = best, known.count == word.count else {
        if best == nil { best = Array(word) }
        continue
      }
      isShared = true
    }
    guard let best, !isShared else { return nil }
    return String(decoding: best, as: UTF8.self)
  }

  /// The bytes with each run of equal ones made one.
  private static func undoubled(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in word where byte != result.last { result.append(byte) }
    return result
  }

  private static func letters(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var letters: UInt32 = 0
    for byte in word { letters |= 1 << UInt32(byte & 31) }
    return letters
  }
}
