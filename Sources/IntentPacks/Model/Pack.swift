package import LanguageProcessing

/// Everything an assistant knows and says, as its author wrote it, every definition with its place.
///
/// The `extends` chain is already laid over: a pack that extends another holds the definitions of both.
/// Collections are in order of file name and line, so that order never depends on a hash.
package struct Pack: Sendable {
  package var id = ""
  package var title = ""
  /// Such as `en`.
  package var languageCode = ""
  /// Id of the first state.
  package var start = Placed("", at: .nowhere)
  package var version = ""
  /// Name of the pack below; nil: none.
  package var extends: String?
  /// Topics that findings may have; empty: the standard list.
  package var topics: [String] = []
  /// The folders read, the pack's own last.
  package var folders: [String] = []

  package var language = Language()
  package var concepts: [Concept] = []
  package var findings: [Finding] = []
  package var screens: [Screen] = []
  package var redFlags: [RedFlag] = []
  package var raiseByOne: [RaiseByOne] = []
  package var causes: [Cause] = []
  package var intents: [Intent] = []
  package var states: [State] = []
  package var sources: [Source] = []
  package var regions: [Region] = []
  package var avoids: [Avoid] = []
  /// Every sentence the assistant can say that belongs to no other definition, by id.
  package var wordings: [String: Placed<String>] = [:]
  /// Words for levels: `emergency.name`, `urgent.name`, …
  package var levels: [String: Placed<String>] = [:]
  /// Constants of the ranking: `common`, `uncommon`, `rare`, `weak`, `moderate`, `strong`, …
  package var ranking: [String: Double] = [:]
  /// What an overlay added, replaced or removed, for `check` to show.
  package var overrides: [Override] = []

  package init() {}

  /// Writes what leads to a state from everywhere (`enter`) into all other states.
  ///
  /// What a state says under `on` itself stands before it.
  mutating func openEntrances() {
    let entrances = states.flatMap { state in state.enter.map { (intent: $0, go: state) } }
    for (intent, target) in entrances {
      for index in states.indices where states[index].id != target.id {
        guard !states[index].on.contains(where: { $0.intent.value == intent.value }) else {
          continue
        }
        states[index].on.append((intent: intent, go: Placed(target.id, at: intent.place)))
      }
    }
  }
}

/// A named set of interchangeable wordings.
package struct Concept: Sendable {
  package var id: String
  package var place: SourcePlace
  /// Lines any of which the concept stands for.
  package var wordings: [PlacedLine]

  package init(id: String, place: SourcePlace, wordings: [PlacedLine]) {
    self.id = id
    self.place = place
    self.wordings = wordings
  }
}

/// Where a statement comes from.
package struct Source: Sendable {
  package var id: String
  package var place: SourcePlace
  package var title = ""
  package var url = ""
  /// What was read of it: page, abstract, excerpt, mirror.
  package var read = ""

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}

/// Something not to do while a flag is open.
package struct Avoid: Sendable {
  package var id: String
  package var place: SourcePlace
  /// The sentence in the list of what not to do.
  package var say: String = ""
  /// The sentence when the user asks whether they may.
  package var refuse: String?

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}

/// One definition an overlay changed.
package struct Override: Sendable, Hashable {
  /// What is done to an entry of the pack below.
  package enum Change: String, Sendable, Hashable { case replaced, removed }
  /// The key of the file: `red_flags`, `findings`.
  package var section: String
  package var id: String
  package var change: Change
  package var place: SourcePlace
  /// What the pack below called it, in plain words.
  package var name: String
  /// Why a danger sign may go or be changed, as its author says.
  package var acceptedRisk: String?

  package init(
    section: String, id: String, change: Change, place: SourcePlace, name: String = "",
    acceptedRisk: String? = nil
  ) {
    self.section = section
    self.id = id
    self.change = change
    self.place = place
    self.name = name
    self.acceptedRisk = acceptedRisk
  }
}
