import IntentPacks

/// A finding has a topic that is on no list.
enum UnknownTopic {
  static let rule = Rule(
    "unknown-topic", .error,
    "A finding has a topic that is on no list.",
    bad: """
      findings:
        thigh_pain:
          topic: pian
          patterns: |
            thigh sore
      causes:
        overload: {name: a strain, supports: {thigh_pain: strong}, explain: It was pulled.}
      """,
    mend: ["topic: pian": "topic: pain"]
  ) { subject in
    // A pack without a list of topics may use any.
    let topics = subject.pack.topics
    let known = topics.isEmpty ? nil : Set(topics + ["other"])
    return subject.pack.findings.filter { known?.contains($0.topic) == false }.map { finding in
      Rule.Note(
        finding.place, "\"\(finding.id)\" has the topic \"\(finding.topic)\", which is on no list",
        help: NearestName.of(finding.topic, among: topics).map { "did you mean \"\($0)\"?" }
          ?? "list it under topics: in pack.yaml, or choose one from there",
        length: finding.id.count)
    }
  }
}
