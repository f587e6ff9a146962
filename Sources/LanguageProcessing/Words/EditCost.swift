/// How much typing one word for another costs.
enum EditCost {
  /// One slip of the finger; the dearest kind. Two slips cost at least 16, three at least 24.
  static let oneEdit = 10
  static let twoEdits = 20
  static let twoCheapEdits = 18

  /// The cost of reading `typed` as `word`, or nil above a limit: transposed letters, doubled or
  /// undoubled ones and half of a pair of vowels are the cheapest slips, another vowel, a vowel left out or the key
  /// beside it comes next, then all the rest.
  static func between(
    _ typed: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    let rows = typed.count
    let columns = word.count
    guard rows <= longest, columns <= longest, abs(rows - columns) <= 2 else { return nil }
    return withUnsafeTemporaryAllocation(of: Int16.self, capacity: 3 * (longest + 1)) { cells in
      let width = longest + 1
      for j in 0...columns { cells[width + j] = Int16(j * oneEdit) }
      for i in 1...max(rows, 1) where i <= rows {
        let current = (i + 1) % 3 * width
        let previous = i % 3 * width
        let beforePrevious = (i + 2) % 3 * width
        cells[current] = Int16(i * oneEdit)
        var best = cells[current]
        for j in 1...max(columns, 1) where j <= columns {
          let a = typed[i - 1]
          let b = word[j - 1]
          var cost: Int16
          if a == b {
            cost = cells[previous + j - 1]
          } else {
            let isNear = isVowel(a) && isVowel(b) || Keyboard.areNeighbours(a, b)
            cost = cells[previous + j - 1] + (isNear ? 9 : 10)
          }
          let isDoubled = i > 1 && typed[i - 2] == a || i < rows && typed[i] == a
          cost = min(cost, cells[previous + j] + (isDoubled ? 8 : isVowel(a) ? 9 : 10))
          let isUndoubled = j > 1 && word[j - 2] == b || j < columns && word[j] == b
          // One of two vowels that sound as one: "breth", "hevy".
          let isHalved =
            isVowel(b)
            && (j > 1 && isVowel(word[j - 2]) || j < columns && isVowel(word[j]))
          let isCheap = isUndoubled || isHalved
          cost = min(cost, cells[current + j - 1] + (isCheap ? 8 : isVowel(b) ? 9 : 10))
          if i > 1, j > 1, a == word[j - 2], typed[i - 2] == b, a != b {
            cost = min(cost, cells[beforePrevious + j - 2] + 9)
          }
          cells[current + j] = cost
          best = min(best, cost)
        }
        if Int(best) > limit + oneEdit { return nil }
      }
      let cost = Int(cells[(rows + 1) % 3 * width + columns])
      return cost <= limit ? cost : nil
    }
  }

  static let longest = 24

  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      return true
    default: return false
    }
  }
}
