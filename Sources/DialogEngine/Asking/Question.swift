/// What the assistant wants to know next.
package struct Question: Sendable, Hashable {
  /// What form an answer takes.
  package enum Kind: String, Sendable, Hashable {
    case yesNo = "yes_no"
    case choice
    case anyOf = "any_of"
    case number, duration, text
  }

  /// Why it is asked.
  package enum Purpose: Sendable, Hashable {
    /// A screen, or one item of it asked by itself.
    case screen(Int)
    case screenItem(Int)
    /// Confirms a suspected flag, or may raise the level of a raised one.
    case confirm(flag: Int)
    /// Yes and no were both said.
    case conflict
    /// A denial may hold for it or not: "no fever, calf swelling".
    case doubt
    case interview
    /// Asked because the state says so.
    case state
    /// "To be sure: is any of that happening?" before an emergency falls.
    case retraction
    /// "Did you mean … or …?": two readings fit equally well.
    case meaning
  }

  /// One line of a screen.
  package struct Item: Sendable, Hashable {
    /// Index in the compiled pack.
    package var finding: Int
    package var id: String
    package var topic: String
    package var text: String
  }

  /// One of the answers to choose from.
  package struct Option: Sendable, Hashable {
    package var id: String
    package var text: String
  }

  /// Why a question of the interview was preferred to all others.
  package struct Choice: Sendable, Hashable {
    /// What its answer is expected to tell of the causes, in nats.
    package var gain: Double
    /// The most that any question would have told; more than `gain` where the topic was kept.
    package var best: Double
  }

  /// A finding, a screen, or `finding.attribute`.
  package var id: String
  package var kind: Kind
  /// Why it is put: to confirm a red flag, to screen, or to tell causes apart.
  package var purpose: Purpose
  /// The finding asked about; nil for screens and the like.
  package var finding: Int?
  /// `side` where only that is asked.
  package var attribute: String?
  package var topic: String
  package var text: String
  /// The lines of a screen; empty for other kinds.
  package var items: [Item] = []
  /// The answers to choose from; empty for other kinds.
  package var options: [Option] = []
  /// Set for questions of the interview.
  package var choice: Choice?

  /// Whether its answer can raise or clear a red flag.
  package var isSafety: Bool {
    switch purpose {
    case .screen, .screenItem, .confirm, .conflict, .doubt, .retraction: true
    case .interview, .state, .meaning: false
    }
  }

  /// Whether a sign is already there, so that doubt counts as present.
  package var isAfterSign: Bool {
    switch purpose {
    case .confirm, .conflict, .doubt, .retraction: true
    default: false
    }
  }
}
