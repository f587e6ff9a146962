import IntentPacks
import LanguageProcessing

/// Why a question comes next: what the trace says, and what `why` adds for the runner.
struct QuestionReason {
  let pack: CompiledPack
  let state: DialogState

  /// For the trace: the question, what it is for, and by how much it was chosen.
  func text(_ question: Question) -> String {
    "\(question.id): \(purpose(question))"
  }

  private func purpose(_ question: Question) -> String {
    switch question.purpose {
    case .retraction: return "an emergency falls only after a plain no"
    case .meaning: return "what was said has two meanings"
    case .conflict: return "yes and no were both said"
    case .doubt: return "a denial may hold for it or not"
    case .confirm(let flag):
      let status = state.flags.first { $0.flag == flag }
      let level = status?.level ?? pack.flags[flag].highest
      return status?.state == .raised
        ? "could make \(pack.flags[flag].id) graver than \(level.rawValue)"
        : "confirms \(pack.flags[flag].id), suspected at \(level.rawValue)"
    case .screen(let screen): return "screen \(pack.screens[screen].id), by order of the state"
    case .screenItem(let screen): return "one item of the screen \(pack.screens[screen].id)"
    case .state: return "asked by the state \(pack.states[state.state].id)"
    case .interview:
      guard let choice = question.choice else { return "tells causes apart" }
      let best =
        choice.best > choice.gain ? "same topic, best \(Self.hundredths(choice.best))" : "best"
      return "tells causes apart, gain \(Self.hundredths(choice.gain)), \(best)"
    }
  }

  /// The likeliest cause of little danger that the answer speaks for or against; nil where there is none to name.
  func cause(_ question: Question) -> String? {
    guard question.purpose == .interview, let finding = question.finding else { return nil }
    let ranking = CauseRanking(pack: pack, store: state.store, today: state.today)
    let touched = pack.causes.indices.filter { cause in
      pack.pack.causes[cause].level < .soon
        && pack.causes[cause].weights.contains { ranking.bases(of: $0.finding).contains(finding) }
    }
    return touched.max { (ranking.shares[$0], $1) < (ranking.shares[$1], $0) }
      .map { pack.pack.causes[$0].name }
  }

  private static func hundredths(_ value: Double) -> String {
    let hundredths = Int((min(max(value, 0), 100) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
