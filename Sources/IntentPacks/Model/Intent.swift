/// What the user wants: ask why, go back, hear about a cause, greet, quit.
package struct Intent: Sendable {
  /// What an intent may do besides saying something.
  package enum Action: String, Sendable, CaseIterable {
    case undo, restart, `repeat`, why, level, summary, skip, conclude, quit, simpler, sources, help
  }

  package var id: String
  package var place: SourcePlace
  package var patterns: [PlacedLine] = []
  package var examples: [PlacedLine] = []
  package var not: [PlacedLine] = []
  package var say: Placed<String>?
  package var action: Action?
  /// Answered only while no flag is open and the screens are done.
  package var givesAdvice = false
  /// The `avoids:` entry that an open flag may forbid.
  package var activity: Placed<String>?
  /// The cause or flag it speaks about.
  package var about: Placed<String>?

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
