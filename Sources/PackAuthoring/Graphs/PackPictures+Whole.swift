import IntentPacks

/// The picture of a whole pack: states, screens, and the red flags and causes in lists, so that it stays legible.
extension PackPictures {
  /// The whole pack: states, screens, flags and causes.
  package var whole: Picture {
    var picture = Picture(title: "\(pack.id): \(pack.title)", isWide: true)
    picture.box("start", .start, "")
    for state in shownStates { picture.box("state \(state.id)", .state, state.id) }
    picture.arrow("start", "state \(pack.start.value)")
    for state in shownStates { join(state, &picture) }
    flags(&picture)
    causes(&picture)
    return picture
  }

  private func join(_ state: State, _ picture: inout Picture) {
    let from = "state \(state.id)"
    for branch in state.when { picture.arrow(from, "state \(branch.go.value)", "if") }
    if let go = state.go { picture.arrow(from, "state \(go.value)") }
    for screen in state.screens.compactMap({ id in pack.screens.first { $0.id == id.value } }) {
      let id = "screen \(screen.id)"
      picture.box(id, .screen, lines: [screen.id] + screen.items.map(\.value))
      picture.arrow(from, id)
    }
  }

  /// The red flags by their group, and which screens ask for signs of a group.
  private func flags(_ picture: inout Picture) {
    var groups: [String] = []
    for flag in pack.redFlags where !groups.contains(flag.group ?? "") {
      groups.append(flag.group ?? "")
    }
    let asked = Set(pack.states.flatMap { $0.screens.map(\.value) })
    for group in groups {
      let flags = pack.redFlags.filter { ($0.group ?? "") == group }
      let id = "flags \(group)"
      let lines = flags.map { "\($0.id): up to \($0.highestLevel.rawValue)" }
      picture.box(id, .list, lines: ["red flags" + (group.isEmpty ? "" : ", \(group)")] + lines)
      let signs = Set(flags.flatMap { $0.raise.values.joined().flatMap(\.value.findings) })
      for screen in pack.screens
      where asked.contains(screen.id) && screen.items.contains(where: { signs.contains($0.value) })
      {
        picture.arrow("screen \(screen.id)", id, isDashed: true)
      }
    }
  }

  /// The causes by how common they are, reached by the state that asks for them.
  private func causes(_ picture: inout Picture) {
    for frequency in Cause.Frequency.allCases {
      let causes = pack.causes.filter { $0.howCommon == frequency }
      guard !causes.isEmpty else { continue }
      let id = "causes \(frequency.rawValue)"
      picture.box(
        id, .list, lines: ["\(frequency.rawValue) causes"] + Self.columns(causes.map(\.id)))
      for state in pack.states where state.interviewsCauses {
        picture.arrow("state \(state.id)", id, isDashed: true)
      }
    }
  }

  /// Many short words in lines of a few.
  private static func columns(_ words: [String]) -> [String] {
    let width = words.count > 12 ? 3 : 1
    return stride(from: 0, to: words.count, by: width).map {
      words[$0..<min($0 + width, words.count)].joined(separator: ", ")
    }
  }
}
