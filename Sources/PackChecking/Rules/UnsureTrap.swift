import DialogEngine
import IntentPacks

/// A question that is put again and again to someone who is not sure.
enum UnsureTrap {
  static let rule = Rule(
    "unsure-trap", .error, "A question is put again and again to someone who is not sure.",
    bad: "", good: "", listens: true
  ) { subject in
    guard let proof = subject.proof else { return [] }
    return proof.traps.map { trap in
      let place =
        subject.findings[trap.question]?.ask?.place ?? subject.screens[trap.question]?.place
        ?? subject.states[trap.visit.state]?.place ?? .nowhere
      let way = trap.visit.lines.map { "\"\($0)\"" }.joined(separator: ", ")
      return Rule.Note(
        place, "\"\(trap.question)\" is asked again after four times not sure",
        help: "it is asked after \(way.isEmpty ? "the opening" : way)",
        length: trap.question.count)
    }
  }
}
