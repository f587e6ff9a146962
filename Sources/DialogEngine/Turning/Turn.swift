package import IntentMatching

/// One turn: the conversation after it, what is replied, and why.
package struct Turn: Sendable {
  /// As it stands after the turn.
  package var conversation: Conversation
  /// What is answered.
  package var reply: Reply
  /// How it came about, for `/explain`, `/why` and tests.
  package var trace: TurnTrace
}

/// Why a turn came out as it did: what `explain` prints and mismatches show.
package struct TurnTrace: Sendable {
  package var understanding: Understanding?
  /// Facts learnt in this turn.
  package var learnt: [Fact] = []
  /// Intents acted on.
  package var intents: [String] = []
  /// The question that this turn settled, by id; nil when none was.
  package var answered: String?
  /// Why the next question was chosen, in the words of the trace.
  package var questionReason: String?
}
