import IntentPacks
import LanguageProcessing

/// Which question best separates the causes still in play.
extension Agenda {
  func isOpen(_ finding: Int, _ state: DialogState) -> Bool {
    let id = pack.findings[finding].id
    guard state.store.standing(finding) == .unknown || state.store.standing(finding) == .unsure,
      !state.settled.contains(id)
    else { return false }
    let evaluation = Evaluation(
      pack: pack, store: state.store, today: state.today, view: .causes)
    if evaluation.truth(of: finding) != .unknown { return false }
    guard let when = pack.findings[finding].when else { return true }
    return evaluation.truth(when) != .no
  }

  /// So often a question of the interview waits for its answer before another takes its place.
  static let mostKept = 2

  func interview(of current: CompiledState, _ state: DialogState) -> Question? {
    let definition = pack.pack.states[state.state]
    guard definition.interviewsCauses, state.wantsEnd == .no else { return nil }
    if let pending = state.pending, pending.purpose == .interview, let finding = pending.finding,
      isOpen(finding, state), state.kept < Self.mostKept
    {
      // Still waiting for its answer: an aside changes nothing.
      return pending
    }
    guard state.interviewAsked < definition.atMost ?? 8,
      state.questionsAsked < Self.questionsInAll
        + min(Self.confirmationsOnTop, state.confirmsAsked.values.reduce(0, +))
    else { return nil }
    let ranking = CauseRanking(pack: pack, store: state.store, today: state.today)
    let constants = pack.pack.ranking
    var best: (finding: Int, gain: Double)?
    var sameTopic: (finding: Int, gain: Double)?
    // While nothing fits well, a question with options counts for more, and a smaller gain is worth a question.
    let fits = ranking.fitsWell
    let ofChoice = fits ? 1 : Ranking.constant("choice_open", in: constants)
    for (finding, told) in ranking.gains().sorted(by: { $0.key < $1.key })
    where isOpen(finding, state) && state.put[pack.findings[finding].id] == nil
      && (!pack.pack.findings[finding].isPrivate || ranking.hasCue(for: finding))
    {
      let gain = pack.findings[finding].kind == .choice ? told * ofChoice : told
      if gain > best?.gain ?? 0 { best = (finding, gain) }
      if pack.pack.findings[finding].topic == state.lastTopic, gain > sameTopic?.gain ?? 0 {
        sameTopic = (finding, gain)
      }
    }
    let floor = fits ? "gain_floor" : "gain_floor_open"
    guard var chosen = best, chosen.gain >= Ranking.constant(floor, in: constants) else {
      return nil
    }
    if let near = sameTopic,
      near.gain >= chosen.gain * Ranking.constant("same_topic", in: constants)
    {
      chosen = near
    }
    var question = questions.about(chosen.finding, purpose: .interview)
    question?.choice = Question.Choice(gain: chosen.gain, best: best?.gain ?? chosen.gain)
    return question
  }
}
