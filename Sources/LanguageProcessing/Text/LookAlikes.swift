/// Letters and digits that stand for others they look like.
enum LookAlikes {
  /// The word with look-alikes replaced, or nil when it holds none or something else remains.
  ///
  /// Tried only for words that are unknown as typed, so a word of another script stays what it is.
  static func replaced(_ word: String) -> String? {
    var result = ""
    var isChanged = false
    for scalar in word.unicodeScalars {
      switch scalar {
      case "a"..."z": result.unicodeScalars.append(scalar)
      default:
        guard let plain = letters[scalar] else { return nil }
        result.unicodeScalars.append(plain)
        isChanged = true
      }
    }
    return isChanged ? result : nil
  }

  private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
    // Cyrillic
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k",
    "м": "m", "н": "h", "о": "o", "р": "p", "ѕ": "s", "т": "t", "у": "y", "ѵ": "v", "х": "x",
    "ԝ": "w",
    // Greek
    "α": "a", "β": "b", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
    "υ": "u", "χ": "x",
    // Others
    "ı": "i", "ɑ": "a", "ɡ": "g",
    // Digits among letters
    "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t",
  ]
}
