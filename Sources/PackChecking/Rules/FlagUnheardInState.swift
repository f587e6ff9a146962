import DialogEngine
import IntentPacks

/// In some state of the conversation a red flag is not heard: its first example neither raises nor suspects it there.
enum FlagUnheardInState {
  static let rule = Rule(
    "flag-unheard-in-state", .error,
    "In some state of the conversation the first example of a red flag neither raises nor suspects it.",
    bad: "", good: "", listens: true
  ) { subject in
    guard let proof = subject.proof else { return [] }
    return proof.gaps.map { gap in
      let way = gap.visit.lines.map { "\"\($0)\"" }.joined(separator: ", ")
      return Rule.Note(
        gap.example.place,
        "in the state \"\(gap.visit.state)\" this does not raise \"\(gap.flag.id)\"",
        help: way.isEmpty ? "it is said right after the opening" : "it is said after \(way)",
        length: gap.example.value.count)
    }
  }
}
