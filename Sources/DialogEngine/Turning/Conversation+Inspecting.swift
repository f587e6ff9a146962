package import IntentPacks

/// What tests and explanations look up in a conversation; the dialog itself needs none of it.
extension Conversation {
  /// Whether a finding holds by what is known now, derived ones included.
  package func truth(ofFinding finding: Int, in pack: CompiledPack) -> Truth {
    evaluation(in: pack).truth(of: finding)
  }

  /// For every red flag that something known touches: the truth of each of its rules, gravest level first, in the
  /// order of the compiled flag.
  package func ruleTruths(in pack: CompiledPack) -> [(flag: Int, level: Level, truth: Truth)] {
    let known = Set(state.store.known)
    let evaluation = evaluation(in: pack)
    return pack.flags.indices.flatMap { flag -> [(flag: Int, level: Level, truth: Truth)] in
      guard !known.isEmpty else { return [] }
      return pack.flags[flag].rules.map { rule in
        (flag, rule.level, evaluation.truth(rule.condition))
      }
    }
  }

  private func evaluation(in pack: CompiledPack) -> Evaluation {
    Evaluation(pack: pack, store: state.store, today: state.today)
  }
}
