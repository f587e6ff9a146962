package import DialogEngine
package import IntentPacks
package import LanguageProcessing

/// A conversation written down as a test: one row of one `.chat` file.
package struct Script: Sendable {
  /// The day a script without `date:` runs on.
  package static let usualDate = CalendarDate(dayNumber: 20_468)

  package var file: SourceFile
  package var title: String
  /// The row of the examples table, where the file has one: `flag=dvt, level=urgent`.
  package var row: String?
  /// For `--tags`, in the order of the script.
  package var tags: [String] = []
  package var pack: Placed<String>?
  package var region: Placed<RegionChoice>?
  package var date = Script.usualDate
  /// Whether the script itself names the day.
  package var isDated = false
  /// Why it is not run; nil: it is run.
  package var skip: Reason?
  /// Why it must keep failing; nil: it must pass.
  package var knownFailure: Reason?
  /// Lines that no reply of the whole script may hold.
  package var never: [BotLine] = []
  /// What must hold of the opening, before anything was said.
  package var opening = TurnChecks()
  /// What is said and expected, in order.
  package var steps: [Step] = []
  /// Answers whatever is still asked once the script's own lines are through.
  package var answers: AnswerSheet?
  /// What must hold after the last step.
  package var atEnd: [PlacedExpectation] = []
  /// Lines tried after every step, each in a conversation of its own.
  package var probes: [Probe] = []
  /// Another script that must come to the same outcome.
  package var sameAs: [Reference] = []
  /// Scripts whose steps stand at the beginning of this one.
  package var includes: [String] = []

  package init(file: SourceFile) {
    self.file = file
    title = file.path.split(separator: "/").last.map(String.init) ?? file.path
  }

  /// The path of the file, and the row where there are several.
  package var name: String { row.map { "\(file.path) [\($0)]" } ?? file.path }
}

extension Script {
  /// Why a script is skipped or fails, and where that is said.
  package struct Reason: Sendable {
    package var text: String
    package var place: SourcePlace
  }

  /// Another script, and where it is named.
  package struct Reference: Sendable {
    /// As written, relative to the script's folder.
    package var path: String
    package var place: SourcePlace
    /// Of the path in the script, in bytes, for the caret.
    package var length: Int
  }

  /// One step of a script: something said, and what must hold after it.
  package struct Step: Sendable {
    package enum Action: Sendable {
      /// Ways of saying one thing that must all behave alike; mostly one.
      case say([Placed<String>])
      /// Facts told in any order with the same outcome.
      case shuffle([Placed<String>])
      /// Whatever is asked is answered, until nothing is.
      case answer(AnswerSheet)
    }

    package var action: Action
    package var place: SourcePlace
    /// The day from here on.
    package var date: CalendarDate?
    package var checks = TurnChecks()
  }

  /// A line tried at every point of the script.
  package struct Probe: Sendable {
    package var text: Placed<String>
    package var checks = TurnChecks()
  }

  /// Whether anything at all is demanded.
  package var expectsSomething: Bool {
    opening.expectSomething || steps.contains { $0.checks.expectSomething }
      || !never.isEmpty || !atEnd.isEmpty || !sameAs.isEmpty
      || probes.contains { $0.checks.expectSomething }
  }
}

/// What must hold after one turn.
package struct TurnChecks: Sendable {
  /// Together they cover the whole reply, in order.
  package var bot: [BotLine] = []
  /// Texts that must not stand in the reply.
  package var notBot: [BotLine] = []
  package var expectations: [PlacedExpectation] = []
  /// What must hold in this turn or one of the next so many.
  package var within: [Delayed] = []

  /// An expectation that may come true in one of the next turns.
  package struct Delayed: Sendable {
    /// Within how many turns, at least 1.
    package var turns: Int
    package var expectation: PlacedExpectation
  }

  package init() {}

  /// Whether anything is demanded; `bot: ...` demands nothing.
  package var expectSomething: Bool {
    bot.contains { !$0.isAnyLines } || !notBot.isEmpty || !expectations.isEmpty || !within.isEmpty
  }

  package var isEmpty: Bool {
    bot.isEmpty && notBot.isEmpty && expectations.isEmpty && within.isEmpty
  }
}
