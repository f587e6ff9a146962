/// Something that may be true of the user: a slot.
package struct Finding: Sendable {
  /// What can be known of it: yes or no, one of several options, or a number.
  package enum Kind: String, Sendable, CaseIterable {
    case yesNo = "yes_no"
    case choice, number, duration, text
  }
  /// How the finding relates to time: a state now, an event whose past counts, or true for ever.
  package enum Time: String, Sendable, CaseIterable { case now, event, ever }

  /// One of the values of a choice.
  package struct Option: Sendable {
    package var id: String
    package var text: String
    /// How the choice is said back, where its text does not stand well in a list.
    package var said: String?
    /// Wordings that say this option.
    package var patterns: [PlacedLine]
    /// Words that choose it where the question waits for an answer, and say nothing elsewhere.
    package var words: [PlacedLine]

    package init(
      id: String, text: String, said: String? = nil, patterns: [PlacedLine],
      words: [PlacedLine] = []
    ) {
      self.id = id
      self.text = text
      self.said = said
      self.patterns = patterns
      self.words = words
    }
  }

  package var id: String
  package var place: SourcePlace
  package var topic = "other"
  package var name = ""
  /// What is said back to the user: "your calf hurts".
  package var back: String?
  /// How a value stands in a list of what was said; `{value}` is the value or the option.
  package var said: String?
  /// The same for words that stand right behind the first sign: "for 10 days".
  package var saidAfter: String?
  /// About six words for a line of a screen.
  package var item: String?
  /// Findings of a group are said back and summarised together.
  package var group: String?
  package var kind = Kind.yesNo
  /// Whether it holds now, happened once, or counts whenever it was.
  package var time = Time.now
  /// True for risks, circumstances, age, medicines: never makes a flag suspected.
  package var background = false
  /// A sign that comes and goes: being fine now takes nothing back.
  package var recovers = false
  /// A private matter: the question offers to be skipped.
  package var isPrivate = false
  /// A choice of which one option fits best: that another was chosen says little against the rest.
  package var bestOf = false
  /// Its question asks about one side: a plain yes means one side.
  package var oneSided = false
  /// Values of a choice; empty for other kinds.
  package var options: [Option] = []
  /// Of a number: `km`, `hours`, `days`.
  package var unit: String?
  /// Numbers outside are not believed.
  package var range: ClosedRange<Double>?
  /// Derived: any line suffices.
  package var means: [ConditionLine] = []
  /// Affirming this affirms these too.
  package var implies: [Placed<String>] = []
  /// Asked only while this is not known false.
  package var when: ConditionLine?
  /// Lines that say it.
  package var patterns: [PlacedLine] = []
  /// Patterns that volunteer a number or duration.
  package var captures: [PlacedLine] = []
  /// Patterns that assert the finding is false.
  package var denied: [PlacedLine] = []
  /// Sentences that must be understood as it.
  package var examples: [PlacedLine] = []
  /// Sentences that must not be.
  package var not: [PlacedLine] = []
  /// The question; nil: it is never asked.
  package var ask: Placed<String>?
  /// Why it is asked, for "why do you ask?".
  package var why: Placed<String>?
  /// How to find out, for "how do I tell?".
  package var how: Placed<String>?

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
