import DialogEngine
import IntentMatching
import LanguageProcessing

extension Turn {
  /// Says behind the reply that of a line too long only its ends were read. It is no part of the talk: a saved chat
  /// is answered by the pack alone.
  mutating func noteCut(with pack: CompiledPack) {
    guard trace.understanding?.utterance.isCut == true else { return }
    reply.add(conversation.sentence("line_cut", with: pack), .note)
  }
}
