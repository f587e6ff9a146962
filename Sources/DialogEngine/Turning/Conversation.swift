package import IntentPacks
package import LanguageProcessing

/// A conversation: the ordered list of what was said. All else is a fold over it.
package struct Conversation: Sendable {
  /// One thing the user said, and on which day.
  package struct Said: Sendable, Hashable {
    /// As typed.
    package var text: String
    package var date: CalendarDate

    package init(text: String, date: CalendarDate) {
      self.text = text
      self.date = date
    }
  }

  /// Every line of the user so far, with its date.
  package internal(set) var said = GrowingList<Said>()
  package let openedOn: CalendarDate
  /// Which country's numbers are named, and how sure that is.
  package let region: RegionChoice
  /// What the list has come to so far.
  var state: DialogState

  private init(
    said: GrowingList<Said>, openedOn: CalendarDate, region: RegionChoice,
    state: consuming DialogState
  ) {
    self.said = said
    self.openedOn = openedOn
    self.region = region
    self.state = state
  }

  /// A conversation in which nothing has been said yet.
  package init(on date: CalendarDate, region: RegionChoice, with pack: CompiledPack) {
    openedOn = date
    self.region = region
    state = DialogState()
    state.today = date.dayNumber
    state.region = region
    state.state = pack.start
  }
}

extension Conversation {
  /// Everything known of the user, in the order it was first mentioned.
  package var facts: FactStore { state.store }
  /// Red flags raised or suspected now, in the order of the pack.
  package var flags: [FlagStatus] { state.flags }
  /// Whether it still asks, has escalated, has concluded or is over.
  package var phase: Phase { state.phase }
  /// Number of turns taken; 0 at the opening.
  package var turn: Int { state.turn }
  /// The question that waits for an answer; nil: none.
  package var question: Question? { state.pending }
  /// How many were put so far; a screen counts as one.
  package var questionsAsked: Int { state.questionsAsked }
  /// The causes of the last conclusion, best first; empty from `urgent` on.
  package var causes: [RankedCause] {
    let hasConcluded = phase == .concluded || phase == .ended
    let level = hasConcluded ? state.concludedLevel : state.raisedLevel
    return level >= .urgent ? [] : state.concluded
  }

  /// The id of the state of the dialog.
  package func stateID(in pack: CompiledPack) -> String {
    pack.states.indices.contains(state.state) ? pack.states[state.state].id : ""
  }

  /// The level of care: while asking the gravest raised flag's, at the end also what is still suspected (one level
  /// lower) and what the likeliest causes need.
  package func level(in pack: CompiledPack) -> Level {
    guard phase == .concluded || phase == .ended else { return state.raisedLevel }
    var level = state.concludedLevel
    if let first = causes.first {
      // A cause that much speaks for, and as much as for the first, counts too, rare as it may be.
      let shown = Ranking.constant("shown_share", in: pack.pack.ranking) * first.score
      let much = max(Ranking.constant("much_evidence", in: pack.pack.ranking), first.evidence)
      for cause in causes.prefix(ConclusionText.shown)
      where cause.score >= 0.8 * first.score
        || (cause.score >= shown && cause.evidence >= much)
      {
        level = max(level, cause.level)
      }
    }
    return level
  }

  /// The page for a clinician.
  package func summary(with pack: CompiledPack) -> ConversationSummary {
    ConversationSummary(
      pack: pack,
      wording: Wording(pack: pack, region: state.region, store: state.store, today: state.today),
      state: state)
  }

  /// The first turn, before anything was said.
  package func opening(with pack: CompiledPack) -> Turn {
    var maker = TurnMaker(pack: pack, state: state)
    maker.open()
    return finished(&maker, said: said)
  }

  /// Hears one line and answers it: the whole of a turn.
  package func hearing(_ text: String, on date: CalendarDate, with pack: CompiledPack) -> Turn {
    var maker = TurnMaker(pack: pack, state: state)
    let all = said.appending(Said(text: text.withoutControls, date: date))
    maker.hear(line: all.count - 1, of: all, openedOn: openedOn, region: region)
    return finished(&maker, said: all)
  }

  /// Takes what was made out of its maker, so that nothing of it is copied.
  private func finished(_ maker: inout TurnMaker, said: GrowingList<Said>) -> Turn {
    var state = DialogState()
    var reply = Reply()
    var trace = TurnTrace()
    swap(&state, &maker.state)
    swap(&reply, &maker.reply)
    swap(&trace, &maker.trace)
    return Turn(
      conversation: Conversation(said: said, openedOn: openedOn, region: region, state: state),
      reply: reply, trace: trace)
  }
}
