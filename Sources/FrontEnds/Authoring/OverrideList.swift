import IntentPacks

/// What a pack changes of the pack it is laid over, in a few lines for its author.
struct OverrideList {
  let pack: Pack

  init(_ pack: Pack) { self.pack = pack }

  /// One line for each kind of change and section; a danger sign has a line of its own with the reason.
  var text: String {
    guard pack.folders.count > 1, let own = pack.folders.last else { return "" }
    let changes = pack.overrides.filter { $0.place.file.hasPrefix(own + "/") }
    var lines: [String] = []
    for change in [Override.Change.removed, .replaced] {
      let here = changes.filter { $0.change == change }
      var sections: [String] = []
      for item in here where !sections.contains(item.section) { sections.append(item.section) }
      for section in sections {
        let items = here.filter { $0.section == section }
        if section == "red_flags" || section == "raise_by_one" {
          lines += items.map { Self.line($0) }
        } else {
          let ids = items.map(\.id).joined(separator: ", ")
          lines.append("\(Self.verb(change)) \(section): \(ids)")
        }
      }
    }
    guard !lines.isEmpty else { return "" }
    let below = pack.extends ?? "the pack below"
    return Visible.text(
      "\(pack.id) over \(below):\n" + lines.map { "  \($0)\n" }.joined(), lines: true)
  }

  private static func line(_ change: Override) -> String {
    let reason = change.acceptedRisk ?? "no reason given"
    return "\(verb(change.change)) \(change.section): \(change.id), accept_risk: \(reason) "
      + "(\(change.place))"
  }

  private static func verb(_ change: Override.Change) -> String {
    switch change {
    case .removed: "removes"
    case .replaced: "replaces"
    }
  }
}
