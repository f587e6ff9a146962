package import IntentPacks

/// An `answers:` block: what the user says to each question, whatever the order of questions.
package struct AnswerSheet: Sendable {
  /// What a runner answers when a finding or a topic is asked about.
  package struct Entry: Sendable {
    /// A finding, `finding.attribute`, a screen, a topic, or `*`.
    package var key: Placed<String>
    /// The answer as typed.
    package var text: String
  }

  /// In the order of the script.
  package var entries: [Entry] = []
  package var place: SourcePlace

  package init(place: SourcePlace) { self.place = place }

  func entry(_ key: String) -> Entry? { entries.first { $0.key.value == key } }
}
