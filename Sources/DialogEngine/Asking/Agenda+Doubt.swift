import IntentPacks

/// Signs of which a denial before may hold or not: "no fever, calf swelling".
extension Agenda {
  /// Asks at once, by name, what a red flag rests on: one sign plainly, several as a list.
  func doubt(_ state: DialogState) -> Question? {
    let open = state.store.known.filter { state.store.isInDoubt($0) && isWatched($0) }
    // The general sign first: with a no to it the special one is denied as well.
    let asked = open.filter { finding in
      !open.contains { $0 != finding && pack.findings[finding].implies.contains($0) }
    }
    guard let first = asked.first ?? open.first else { return nil }
    let items = questions.items(asked.isEmpty ? [first] : asked)
    guard items.count > 1 else {
      let definition = pack.pack.findings[first]
      let text = (pack.pack.wordings["doubt_ask"]?.value ?? definition.ask?.value ?? "{name}?")
        .replacing("{name}", with: definition.name)
      return Question(
        id: definition.id, kind: .yesNo, purpose: .doubt, finding: first, topic: definition.topic,
        text: text)
    }
    let wording = state.askedWhich.contains(Self.doubtList) ? "which_one" : "doubt_ask_any"
    return Question(
      id: Self.doubtList, kind: .anyOf, purpose: .doubt, topic: items[0].topic,
      text: pack.pack.wordings[wording]?.value ?? "", items: items)
  }

  /// The id of the list of signs in doubt.
  private static let doubtList = "in_doubt"

  /// Whether a red flag rests on the finding, or on what follows from it.
  private func isWatched(_ finding: Int) -> Bool {
    ([finding] + pack.findings[finding].implies).contains { !pack.flagsTouched[$0].isEmpty }
  }
}
