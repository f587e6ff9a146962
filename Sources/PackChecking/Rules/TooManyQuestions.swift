import DialogEngine
import IntentPacks

/// Some talk asks more questions than anybody should have to answer.
enum TooManyQuestions {
  static let rule = Rule(
    "too-many-questions", .warning,
    "Some talk asks more than \(LongestTalk.limit) questions, a screen counting as one.",
    bad: manyQuestions(17), good: manyQuestions(3), listens: true
  ) { subject in
    guard let talk = subject.longestTalk, talk.questions > LongestTalk.limit else { return [] }
    let place = subject.states[subject.pack.start.value]?.place ?? subject.pack.start.place
    let way = talk.lines.prefix(6).map { "\"\($0)\"" }.joined(separator: ", ")
    return [
      Rule.Note(
        place, "a talk can ask \(talk.questions) questions; \(LongestTalk.limit) are the limit",
        help: "it begins with \(way); ask less in its states, or put several into one screen",
        length: subject.pack.start.value.count)
    ]
  }

  /// A pack whose first state asks so many questions.
  private static func manyQuestions(_ count: Int) -> String {
    let names = (1...count).map { "sign_\($0)" }
    let findings = names.map { name in
      """
        \(name):
          patterns: |
            "\(name)"
          ask: Is \(name) so?
          why: It changes the advice.

      """
    }
    return "findings:\n" + findings.joined() + "states:\n"
      + "  listen: {ask: [\(names.joined(separator: ", "))], go: done}\n"
      + "  done: {say: Thank you., end: true}\n"
  }
}
