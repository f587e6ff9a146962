import IntentPacks

/// A question does not say why it is asked.
enum QuestionWithoutWhy {
  static let rule = Rule(
    "question-without-why", .warning,
    "A question does not say why it is asked.",
    bad: """
      findings:
        thigh_pain:
          patterns: |
            thigh sore
          ask: Does your thigh hurt?
      causes:
        overload: {name: a strain, supports: {thigh_pain: strong}, explain: It was pulled.}
      """,
    mend: ["ask: Does your thigh hurt?": "ask: Does your thigh hurt?\n    why: A strain hurts."]
  ) { subject in
    let questions =
      subject.pack.findings.filter { $0.why == nil }.compactMap(\.ask)
      + subject.pack.screens.filter { $0.why == nil }.map(\.ask)
    return questions.map {
      Rule.Note(
        $0.place, "this question does not say why it is asked", help: "write why: below it",
        length: $0.value.count)
    }
  }
}
