/// Something that may be true of the user: a slot.
package struct Finding: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case yesNo = "yes_no"
    case choice, number, duration, text
  }
  /// How the finding relates to time: a state now, an event whose past counts, or true for ever.
  package enum Time: String, Sendable, CaseIterable { case now, event, ever }

  package struct Option: Sendable {
    package var id: String
    package var text: String
    /// How the choice is said back, where its text does not stand well in a list.
    package var said: String?
    package var patterns: [PlacedLine]

    package init(id: String, text: String, said: String? = nil, patterns: [PlacedLine]) {
      self.id = id
      self.text = text
      self.said = said
      self.patterns = patterns
    }
  }

  package var id: String
  package var place: SourcePlace
  package var topic = "other"
  package var name = ""
  package var back: String?
  /// How a value stands in a list of what was said; `{value}` is the value or the option.
  package var said: String?
  /// The same for words that stand right behind the first sign: "for 10 days".
  package var saidAfter: String?
  package var item: String?
  package var group: String?
  package var kind = Kind.yesNo
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
  package var options: [Option] = []
  package var unit: String?
  package var range: ClosedRange<Double>?
  /// Derived: any line suffices.
  package var means: [ConditionLine] = []
  /// Affirming this affirms these too.
  package var implies: [Placed<String>] = []
  /// Asked only while this is not known false.
  package var when: ConditionLine?
  package var patterns: [PlacedLine] = []
  /// Patterns that volunteer a number or duration.
  package var captures: [PlacedLine] = []
  /// Patterns that assert the finding is false.
  package var denied: [PlacedLine] = []
  package var examples: [PlacedLine] = []
  package var not: [PlacedLine] = []
  package var ask: Placed<String>?
  package var why: Placed<String>?
  package var how: Placed<String>?

  package init(id: String, place: SourcePlace) {
    self.id = id
    self.place = place
  }
}
