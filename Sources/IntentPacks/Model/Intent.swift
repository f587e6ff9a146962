/// What the user wants: ask why, go back, hear about a cause, greet, quit.
package struct Intent: Sendable {
  /// What an intent may do besides saying something.
  package enum Action: String, Sendable, CaseIterable {
    case undo, restart, `repeat`, why, level, summary, skip, conclude, quit, simpler, sources, help
    /// "scrap that", "i meant the left": what else is said replaces what was said before.
    case correct
    /// "actually it is both legs": as `correct`, but takes back nothing that is not named.
    case amend
    /// "forget what i said about the flight": takes back what is named.
    case forget
    /// "no wait, that was me": what was last said of somebody else is the user's own.
    case own
    /// "more on 1"
    case more
    /// "why not iron?"
    case whyNot = "why_not"
    /// "nobody can see me today", "no car", "i'm alone on the trail": changes the place or the way.
    case barrier
  }

  package var id: String
  package var place: SourcePlace
  /// Lines that mean it.
  package var patterns: [PlacedLine] = []
  /// Sentences that must be understood as it, and from which similar ones are learnt.
  package var examples: [PlacedLine] = []
  /// Sentences that must not be.
  package var not: [PlacedLine] = []
  /// What is answered.
  package var say: Placed<String>?
  /// What the dialog does: go back, start over, end.
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
