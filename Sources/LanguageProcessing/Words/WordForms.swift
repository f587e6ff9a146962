/// Other ways to read a word that is unknown as typed.
enum WordForms {
  /// The word without look-alike letters, and without letters drawn out for emphasis.
  static func plain(of word: String) -> [String] {
    var forms: [String] = []
    if let plain = LookAlikes.replaced(word) { forms.append(plain) }
    for base in [word] + forms {
      for most in [2, 1] {
        let squeezed = squeeze(base, to: most)
        if squeezed != base, !forms.contains(squeezed) { forms.append(squeezed) }
      }
    }
    return forms
  }

  /// Runs of three or more equal letters made shorter: "soooo" is "soo" or "so".
  private static func squeeze(_ word: String, to most: Int) -> String {
    var result: [UInt8] = []
    var runs: [(byte: UInt8, count: Int)] = []
    for byte in word.utf8 {
      if let last = runs.last, last.byte == byte {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((byte, 1))
      }
    }
    for (byte, count) in runs {
      result.append(contentsOf: repeatElement(byte, count: count >= 3 ? most : count))
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a word consists of the letters a to z.
  static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  static func isPlain(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    !word.isEmpty && word.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// The first four letters as a number.
  static func beginning(_ word: String) -> UInt32 {
    word.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  static func beginning(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    word.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The two words of one without its space ("myleg", "chestpain"), or nil: both known to the packs
  /// and at least one of them of four letters or more, the most even cut first.
  static func split(
    _ word: String, _ words: Vocabulary, _ common: CommonWords
  ) -> [UnknownWord.Part]? {
    let bytes = Array(word.utf8)
    guard bytes.count >= 5 else { return nil }
    return bytes.withUnsafeBufferPointer { all in
      let middle = bytes.count / 2
      let cuts = (2...(bytes.count - 2)).sorted { (abs($0 - middle), $0) < (abs($1 - middle), $1) }
      for cut in cuts where max(cut, bytes.count - cut) >= 3 {
        let first = words.table.find(UnsafeBufferPointer(rebasing: all[..<cut]))
        guard first >= 0 else { continue }
        let second = words.table.find(UnsafeBufferPointer(rebasing: all[cut...]))
        guard second >= 0 else { continue }
        return words.parts(of: first) + words.parts(of: second)
      }
      return nil
    }
  }
}
