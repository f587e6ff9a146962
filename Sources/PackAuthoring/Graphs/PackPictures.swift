package import IntentPacks

/// The pictures of a pack.
package struct PackPictures: Sendable {
  let pack: Pack

  package init(_ pack: Pack) { self.pack = pack }

  /// The ids one can ask a picture of: red flags and causes.
  package var ids: [String] { pack.redFlags.map(\.id) + pack.causes.map(\.id) }

  /// The picture of a red flag's rule, or of a cause with its evidence; nil when there is none of this id.
  package func picture(of id: String) -> Picture? {
    if let flag = pack.redFlags.first(where: { $0.id == id }) { return rule(of: flag) }
    return pack.causes.first { $0.id == id }.map(evidence)
  }

  // MARK: States

  /// The pack's own states, and those of the packs below that are still come to.
  var shownStates: [State] {
    let targets = Set(
      pack.states.flatMap { state in
        state.on.map(\.go.value) + state.when.map(\.go.value) + (state.go.map { [$0.value] } ?? [])
      } + [pack.start.value])
    let own = pack.folders.last.map { $0 + "/" } ?? ""
    return pack.states.filter { targets.contains($0.id) || $0.place.file.hasPrefix(own) }
  }

  /// The states and the ways between them.
  package var states: Picture {
    var picture = Picture(title: "\(pack.id): the course of the talk")
    picture.box("start", .start, "")
    for state in shownStates { picture.box("state \(state.id)", .state, lines: lines(of: state)) }
    picture.arrow("start", "state \(pack.start.value)")
    for state in shownStates {
      let from = "state \(state.id)"
      for branch in state.when {
        let test = ConditionLabel(pack: pack).lines(branch.condition.value)
        picture.arrow(from, "state \(branch.go.value)", "if " + test.joined(separator: " "))
      }
      if let go = state.go { picture.arrow(from, "state \(go.value)") }
      let entered = entrances
      for way in state.on where !(entered[way.go.value]?.contains(way.intent.value) ?? false) {
        picture.arrow(from, "state \(way.go.value)", way.intent.value, isDashed: true)
      }
    }
    for state in pack.states where !state.enter.isEmpty {
      picture.box("anywhere", .rule, "from every state")
      let intents = state.enter.map(\.value).joined(separator: "\n")
      picture.arrow("anywhere", "state \(state.id)", intents, isDashed: true)
    }
    return picture
  }

  private var entrances: [String: Set<String>] {
    Dictionary(
      pack.states.map { ($0.id, Set($0.enter.map(\.value))) }, uniquingKeysWith: { a, _ in a })
  }

  private func lines(of state: State) -> [String] {
    var lines = [state.id]
    if !state.ask.isEmpty { lines.append("asks " + state.ask.map(\.value).joined(separator: ", ")) }
    if !state.screens.isEmpty {
      lines.append("screens " + state.screens.map(\.value).joined(separator: ", "))
    }
    if state.interviewsCauses {
      lines.append("asks what tells causes apart" + (state.atMost.map { ", at most \($0)" } ?? ""))
    }
    if state.concludes { lines.append("gives the conclusion") }
    if state.ends { lines.append("ends") }
    return lines
  }

  // MARK: A cause

  private func evidence(of cause: Cause) -> Picture {
    var picture = Picture(title: "\(cause.id): what speaks for and against it", isWide: true)
    let id = "cause \(cause.id)"
    picture.box(
      id, .cause, cause.name, "\(cause.howCommon.rawValue), \(cause.level.rawValue)",
      "evidence: \(cause.evidence.rawValue)")
    let order = Cause.Weight.allCases.reversed()
    for (supports, isAgainst) in [(cause.supports, false), (cause.against, true)] {
      for weight in order {
        for support in supports where support.weight == weight {
          let finding = "finding \(support.finding)"
          picture.box(
            finding, .finding, lines: ConditionLabel(pack: pack).lines(.finding(support.finding)))
          let label = (isAgainst ? "against, " : "") + weight.rawValue
          picture.arrow(finding, id, label, isDashed: isAgainst)
        }
      }
    }
    return picture
  }
}
