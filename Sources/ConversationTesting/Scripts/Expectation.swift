package import DialogEngine
package import IntentPacks
package import LanguageProcessing

/// Something that must hold of a turn, besides the words of the reply.
package enum Expectation: Sendable, Hashable {
  /// How a figure is compared.
  package enum Bound: Sendable, Hashable { case exactly, atLeast, atMost }
  package enum FlagStanding: Sendable, Hashable {
    case raised(Level?)
    case suspected, clear
  }

  case level(Bound, Level)
  case phase(Phase)
  case state(String)
  case flag(String, FlagStanding)
  /// A finding's value, or the value of one attribute: `side`, `trend`, `severity`.
  case finding(String, attribute: String?, value: String)
  case status(String, Assertion.Status)
  /// A cause among those of the conclusion, or among the first few.
  case cause(String, first: Int?)
  case noCause(String?)
  case intent(String)
  case noIntent(String?)
  /// A word typed and, where given, what it was read as.
  case correction(String, String?)
  case noCorrection
  case question(String)
  case noQuestion
  case questions(Bound, Int)
  case firstLine(BotPattern)
  case words(Bound, Int)
  case grade(Double)
  case ended

  /// Whether it guards safety, so that no tool changes the turn's words unasked.
  package var isGuarded: Bool {
    switch self {
    case .level, .flag: true
    default: false
    }
  }
}

/// An expectation as written, where it stands, and the ids it names.
package struct PlacedExpectation: Sendable {
  package var expectation: Expectation
  /// As written in the script.
  package var text: String
  package var place: SourcePlace
  /// Ids of the pack that it names.
  package var ids: [NamedID]
}

/// An id that a script names, to be looked up once a pack is known.
package struct NamedID: Sendable, Hashable {
  /// Which section of the pack an id must be found in.
  package enum Kind: String, Sendable, Hashable {
    case finding, flag, cause, intent, state, question, region
    /// A key of an `answers:` block: a finding, a screen or a topic.
    case answer
  }

  package var kind: Kind
  package var id: String
  /// The value demanded of a finding, to be held against its options.
  package var value: String?
  package var place: SourcePlace
}
