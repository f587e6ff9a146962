/// Reads a number as typed: digits with a decimal point or comma, thousands, minutes and seconds.
enum NumberReading {
  /// The value from an index on, and where it ends; nil for digits that make no number ("1.2.3").
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (value: Double?, end: Int) {
    var groups: [(value: Double, digits: Int)] = []
    var marks: [UInt8] = []
    var i = start
    while true {
      var value = 0.0
      var digits = 0
      while i < bytes.count, bytes[i] &- 0x30 < 10 {
        // Digits beyond what a number needs are read but no longer counted.
        if digits < 15 { value = value * 10 + Double(bytes[i] - 0x30) }
        digits += 1
        i += 1
      }
      groups.append((value, digits))
      guard i + 1 < bytes.count, isInner(bytes[i]), bytes[i + 1] &- 0x30 < 10, groups.count < 8
      else { break }
      marks.append(bytes[i])
      i += 1
    }
    if groups.count == 1, i + 1 < bytes.count, bytes[i] == UInt8(ascii: "/"),
      let fraction = fraction(bytes, groups[0].value, at: i)
    {
      return (fraction, i + 2)
    }
    return (value(groups, marks), i)
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "'")
  }

  private static func value(_ groups: [(value: Double, digits: Int)], _ marks: [UInt8]) -> Double? {
    guard let first = groups.first else { return nil }
    guard let mark = marks.first else { return first.value }
    guard marks.allSatisfy({ $0 == mark }) else { return nil }
    switch mark {
    case UInt8(ascii: ","):
      if groups.dropFirst().allSatisfy({ $0.digits == 3 }) {
        return groups.dropFirst().reduce(first.value) { $0 * 1000 + $1.value }
      }
      return groups.count == 2 ? first.value + decimals(groups[1]) : nil
    case UInt8(ascii: "."):
      return groups.count == 2 ? first.value + decimals(groups[1]) : nil
    default:
      // Minutes and seconds; hours, minutes and seconds.
      guard groups.count <= 3 else { return nil }
      let rest = groups.dropFirst().reduce((sum: 0.0, part: 1.0)) {
        ($0.sum + $1.value * $0.part / 60, $0.part / 60)
      }
      return first.value + rest.sum
    }
  }

  private static func decimals(_ group: (value: Double, digits: Int)) -> Double {
    var value = group.value
    for _ in 0..<min(group.digits, 15) { value /= 10 }
    return value
  }

  /// One half, a third, quarters; other pairs of numbers are no fractions ("7/10", "1/2/2026").
  private static func fraction(
    _ bytes: UnsafeBufferPointer<UInt8>, _ above: Double, at slash: Int
  ) -> Double? {
    let below = bytes[slash + 1]
    if slash + 2 < bytes.count {
      let next = bytes[slash + 2]
      if next &- 0x30 < 10 || next == UInt8(ascii: "/") { return nil }
    }
    switch (above, below) {
    case (1, UInt8(ascii: "2")): return 0.5
    case (1, UInt8(ascii: "3")): return 1.0 / 3
    case (1, UInt8(ascii: "4")): return 0.25
    case (3, UInt8(ascii: "4")): return 0.75
    default: return nil
    }
  }
}
