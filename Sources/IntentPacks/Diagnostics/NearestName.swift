/// Finds the name an author most likely meant.
package enum NearestName {
  /// The name with the fewest changed, missing, added or swapped letters, when few enough to be a slip; of equally
  /// near ones the first in alphabetical order.
  package static func of(_ name: String, among names: some Sequence<String>) -> String? {
    let typed = Array(name.lowercased().utf8.prefix(64))
    guard !typed.isEmpty else { return nil }
    let allowed = typed.count <= 3 ? 1 : typed.count <= 6 ? 2 : 3
    var best: (name: String, distance: Int)?
    for candidate in names {
      let other = Array(candidate.lowercased().utf8.prefix(64))
      guard abs(other.count - typed.count) <= allowed else { continue }
      let distance = distance(typed, other)
      guard distance <= allowed else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// Changes between two words, neighbours swapped counting as one.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for (j, y) in b.enumerated() {
        var cost = min(last[j] + (x == y ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
