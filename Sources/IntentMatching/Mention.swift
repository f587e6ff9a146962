package import IntentPacks
package import LanguageProcessing

/// Something an utterance was heard to say: a finding or an intent, where, by which pattern, and how.
package struct Mention: Sendable, Hashable {
  /// What a pattern speaks of.
  package enum Target: Sendable, Hashable {
    case finding(String)
    case intent(String)
    /// A red flag named by one of its `called:` wordings.
    case redFlag(String)
    /// A cause named by one of its `called:` wordings.
    case cause(String)
  }

  package var target: Target
  /// The finding's value: `yes`, an option id, a number in the finding's unit, a duration in days.
  /// A negated yes/no keeps `yes` here; the status says the rest.
  package var value: String
  /// True when a `denied:` pattern matched: the finding was asserted to be false.
  package var isDenial: Bool
  package var assertion: Assertion
  package var circumstances: Circumstances
  /// Indices of the first and last matched token, as a range over the utterance's tokens.
  package var tokens: Range<Int>
  /// The matched tokens themselves, ascending.
  package var matched: [Int]
  /// UTF-8 byte offsets of the matched words in the utterance's text.
  package var start: Int
  /// End of its words, a byte offset of UTF-8, behind the last byte.
  package var end: Int
  /// The pattern that matched, as the author wrote it, and where.
  package var pattern: String
  package var place: SourcePlace
  /// How specific the match is: higher wins where two claim the same words.
  package var specificity: Double

  package init(
    target: Target, value: String, isDenial: Bool = false, assertion: Assertion,
    circumstances: Circumstances = Circumstances(), tokens: Range<Int>, matched: [Int], start: Int,
    end: Int, pattern: String, place: SourcePlace, specificity: Double
  ) {
    self.target = target
    self.value = value
    self.isDenial = isDenial
    self.assertion = assertion
    self.circumstances = circumstances
    self.tokens = tokens
    self.matched = matched
    self.start = start
    self.end = end
    self.pattern = pattern
    self.place = place
    self.specificity = specificity
  }
}

/// An intent that fits an utterance, and how well.
package struct IntentScore: Sendable, Hashable {
  /// Whether a pattern heard the intent or its examples suggest it.
  package enum Basis: String, Sendable, Hashable { case pattern, examples }
  /// Its id.
  package var intent: String
  /// From 0 to 1.
  package var score: Double
  package var basis: Basis

  package init(intent: String, score: Double, basis: Basis) {
    self.intent = intent
    self.score = score
    self.basis = basis
  }
}

/// All that an utterance was heard to say.
package struct Understanding: Sendable {
  package var utterance: Utterance
  /// In order of the utterance.
  package var mentions: [Mention]
  /// Best first; empty when out of scope.
  package var intents: [IntentScore]
  /// Mentions that lost their words to a more specific one, for `explain`.
  package var beaten: [Mention]

  package init(
    utterance: Utterance, mentions: [Mention] = [], intents: [IntentScore] = [],
    beaten: [Mention] = []
  ) {
    self.utterance = utterance
    self.mentions = mentions
    self.intents = intents
    self.beaten = beaten
  }
}
