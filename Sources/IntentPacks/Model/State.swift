/// A node of the dialog state machine.
package struct State: Sendable {
  /// What a state says: a literal text, or a wording by id (`{text: ID}`).
  package enum Saying: Sendable {
    case text(Placed<String>)
    case wording(Placed<String>)
  }

  /// A guarded transition: `when: [{if: condition, go: state}]`.
  package struct Branch: Sendable {
    package var condition: ConditionLine
    /// Id of the next state.
    package var go: Placed<String>

    package init(condition: ConditionLine, go: Placed<String>) {
      self.condition = condition
      self.go = go
    }
  }

  package var id: String
  package var place: SourcePlace
  package var say: Saying?
  /// Findings asked one after the other on entering.
  package var ask: [Placed<String>] = []
  /// Ids of the screens it puts, in order.
  package var screens: [Placed<String>] = []
  /// Asks what best separates the causes still in play.
  package var interviewsCauses = false
  /// At most so many interview questions.
  package var atMost: Int?
  /// Gives the conclusion on entering.
  package var concludes = false
  /// Ends the conversation on entering.
  package var ends = false
  /// Transitions by intent, taken when the intent is heard in this state.
  package var on: [(intent: Placed<String>, go: Placed<String>)] = []
  /// Intents that lead here from every other state; written out into their `on` when the pack is read.
  package var enter: [Placed<String>] = []
  /// Ways on, the first whose condition holds.
  package var when: [Branch] = []
  /// Where to go when all of this state's questions are answered; without questions, after the next utterance.
  package var go: Placed<String>?

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
