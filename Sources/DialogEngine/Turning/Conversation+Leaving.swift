import IntentPacks
package import LanguageProcessing

/// What a front end says outside of a turn: on leaving without a word, on coming back, about itself.
extension Conversation {
  /// The farewell when the user leaves without saying so: what still stands of the safety advice comes with it.
  package func leaving(with pack: CompiledPack) -> Reply {
    var maker = TurnMaker(pack: pack, state: state)
    maker.farewell()
    return maker.reply
  }

  /// The instruction of the gravest flag, said again on coming back; empty below `urgent`.
  package func standingAdvice(with pack: CompiledPack) -> Reply {
    var maker = TurnMaker(pack: pack, state: state)
    if state.raisedLevel >= .urgent { maker.repeatInstruction() }
    return maker.reply
  }

  /// A sentence of the pack by id, its placeholders filled; nil when the pack has none.
  package func sentence(
    _ id: String, _ values: [String: String] = [:], with pack: CompiledPack
  ) -> String? {
    TurnMaker(pack: pack, state: state).wording(id, values)
  }

  /// The day of the last turn.
  package var today: CalendarDate { CalendarDate(dayNumber: max(state.today, openedOn.dayNumber)) }

  /// The level as the pack names it.
  package func levelName(with pack: CompiledPack) -> String {
    let level = level(in: pack)
    return pack.pack.levels["\(level.rawValue).name"].map {
      TurnMaker(pack: pack, state: state).wording.expand($0.value)
    } ?? level.rawValue
  }
}
