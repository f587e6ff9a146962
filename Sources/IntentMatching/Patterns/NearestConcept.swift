/// Finds the name an author most likely meant.
enum NearestConcept {
  /// The nearest name within two slips, the first of equals.
  static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.utf8)
    var best: (name: String, slips: Int)?
    for candidate in names {
      let slips = distance(wanted, Array(candidate.utf8), atMost: (best?.slips ?? 3) - 1)
      if let slips { best = (candidate, slips) }
    }
    return best?.name
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let slip = min(row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = slip
      }
    }
    return row[b.count] <= limit ? row[b.count] : nil
  }
}
