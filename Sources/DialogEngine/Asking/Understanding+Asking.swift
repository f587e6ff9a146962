import IntentMatching
import LanguageProcessing

extension Understanding {
  /// Whether the line asks something: by its mark, or because it begins like a question.
  func asks(_ lexicon: Lexicon) -> Bool {
    if utterance.tokens.contains(where: { $0.text == "?" }) { return true }
    // "Ok so what should I not do".
    let before =
      lexicon.cues("filler", in: utterance) + lexicon.answers(in: utterance).map(\.tokens)
    let start = utterance.tokens.indices.first { at in
      utterance.tokens[at].kind == .word && !before.contains { $0.contains(at) }
    }
    return ["question", "presupposing_question"].contains { kind in
      lexicon.cues(kind, in: utterance).contains { $0.lowerBound == start }
    }
  }
}
