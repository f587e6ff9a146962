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
    good: """
      findings:
        thigh_pain:
          topic: pain
          patterns: |
            thigh sore
      causes:
        overload: {name: a strain, supports: {thigh_pain: strong}, explain: It was pulled.}
      """
  ) { subject in
    let topics = subject.pack.topics.isEmpty ? standard : subject.pack.topics
    return subject.pack.findings.filter { !topics.contains($0.topic) }.map { finding in
      Rule.Note(
        finding.place, "\"\(finding.id)\" has the topic \"\(finding.topic)\", which is on no list",
        help: NearestName.of(finding.topic, among: topics).map { "did you mean \"\($0)\"?" }
          ?? "a pack of another subject lists its own under topics: in pack.yaml",
        length: finding.id.count)
    }
  }

  /// The topics of a pack that lists none of its own.
  static let standard = [
    "onset", "duration", "side", "location", "pain", "swelling", "colour", "temperature",
    "numbness", "weakness", "bladder_bowel", "urine_colour", "stool_blood", "chest",
    "breathlessness", "speech_vision", "confusion", "fever", "allergy", "injury",
    "training_change", "mileage", "strength_training", "terrain", "shoes", "sleep", "diet", "iron",
    "hydration", "heat", "medication", "history", "recent_illness", "travel_surgery",
    "pregnancy_period", "age", "sex", "what_helps", "what_worsens", "at_rest", "night",
    "weight_loss", "mood", "other",
  ]
}
