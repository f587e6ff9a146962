import IntentPacks

extension Coverage {
  /// Totals by kind, then file by file the lines of what nothing exercised.
  package var text: String {
    var text = ""
    for kind in CoverageItem.Kind.allCases {
      let (hit, all) = counts(kind)
      guard all > 0 else { continue }
      text += "\(kind.rawValue)s: \(hit) of \(all) (\(Self.shown(Self.percent(hit, of: all))) %)\n"
    }
    for (file, items) in byFile {
      let missing = items.filter { $0.hits == 0 }
      guard !missing.isEmpty else { continue }
      text += "\n\(file): \(items.count - missing.count) of \(items.count)\n"
      for (item, _) in missing { text += "  \(item.place.line): \(item.text)\n" }
    }
    return text + "\nin all: \(share)\n"
  }

  /// The share of everything that was exercised: `24.2 %`.
  package var share: String { "\(Self.shown(percent)) %" }

  /// A number with one place at the most.
  package static func shown(_ percent: Double) -> String { ExpectationCheck.tenths(percent) }

  /// One JSON object.
  package var json: String {
    let kinds = CoverageItem.Kind.allCases.map { kind in
      let (hit, all) = counts(kind)
      return (kind.rawValue, JSONText.object([("hit", String(hit)), ("all", String(all))]))
    }
    let items = self.items.map { item, hits in
      JSONText.object([
        ("kind", JSONString.quoted(item.kind.rawValue)), ("id", JSONString.quoted(item.id)),
        ("detail", JSONString.quoted(item.detail)), ("file", JSONString.quoted(item.place.file)),
        ("line", String(item.place.line)), ("hits", String(hits)),
      ])
    }
    return JSONText.object([
      ("percent", ExpectationCheck.tenths(percent)), ("kinds", JSONText.object(kinds)),
      ("items", JSONText.array(items)),
    ])
  }

  /// LCOV, for editors and code review: lines are things of the pack, branches what can happen to them.
  package var lcov: String {
    var text = ""
    for (file, items) in byFile {
      text += "TN:\nSF:\(file)\n"
      let lines = Dictionary(grouping: items, by: \.item.place.line).sorted { $0.key < $1.key }
      var branches = (hit: 0, all: 0)
      for (line, items) in lines where items.count > 1 {
        for (number, item) in items.enumerated() {
          text += "BRDA:\(line),0,\(number),\(item.hits == 0 ? "-" : String(item.hits))\n"
          branches.all += 1
          if item.hits > 0 { branches.hit += 1 }
        }
      }
      text += "BRF:\(branches.all)\nBRH:\(branches.hit)\n"
      for (line, items) in lines { text += "DA:\(line),\(items.reduce(0) { $0 + $1.hits })\n" }
      text += "LF:\(lines.count)\n"
      text += "LH:\(lines.count { $0.value.contains { $0.hits > 0 } })\nend_of_record\n"
    }
    return text
  }

  private var byFile: [(file: String, items: [(item: CoverageItem, hits: Int)])] {
    Dictionary(grouping: items, by: \.item.place.file).sorted { $0.key < $1.key }
      .map { file, items in (file, items.sorted { $0.item.place < $1.item.place }) }
  }
}
