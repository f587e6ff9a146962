/// Which letters lie side by side under the fingers.
enum Keyboard {
  /// Letters of the three rows of a keyboard and a phone, each row half a key to the right of the one above.
  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]

  /// For each letter a to z one bit for every letter whose key touches its own.
  private static let neighbours: [UInt32] = {
    var places: [(row: Int, column: Int, letter: Int)] = []
    for (row, keys) in rows.enumerated() {
      for (column, key) in keys.utf8.enumerated() {
        places.append((row, 2 * column + row, Int(key) - 0x61))
      }
    }
    var found = [UInt32](repeating: 0, count: 26)
    for one in places {
      for other in places where one.letter != other.letter {
        let isNear =
          one.row == other.row
          ? abs(one.column - other.column) == 2
          : abs(one.row - other.row) == 1 && abs(one.column - other.column) == 1
        if isNear { found[one.letter] |= 1 << UInt32(other.letter) }
      }
    }
    return found
  }()

  /// Whether two small letters lie side by side; false for any other byte.
  static func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
    let letters: ClosedRange<UInt8> = 0x61...0x7A
    guard letters.contains(a), letters.contains(b) else { return false }
    return neighbours[Int(a) - 0x61] & (1 << UInt32(b - 0x61)) != 0
  }
}
