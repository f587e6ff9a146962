package import DialogEngine
package import IntentPacks
package import LanguageProcessing

/// One turn of a script as it was played.
package struct PlayedTurn: Sendable {
  /// Who said the lines of a turn.
  package enum Speaker: Sendable, Hashable {
    /// Before anything was said.
    case opening
    case script
    /// An entry of an `answers:` block, by its key.
    case answer(String)
    /// A line said at every turn.
    case probe
  }

  package var speaker: Speaker
  /// What was typed; empty for the opening.
  package var text: String
  package var date: CalendarDate
  /// Where the script says it.
  package var place: SourcePlace
  package var turn: Turn

  /// What was said, a line of the screen each.
  package var lines: [String] { turn.reply.lines }
}
