package import LanguageProcessing

/// One thing learnt about the user: what was said of a finding, how, when, and in which turn.
package struct Fact: Sendable, Hashable {
  /// How the fact came about.
  package enum Source: Sendable, Hashable {
    /// The user said it unasked.
    case volunteered
    /// The answer to a question about this very finding.
    case answer
    /// "None" to a screen: enough to go on, not enough to clear a flag that gets a sign later.
    case screen
    /// Another finding implies it.
    case implied
  }

  /// Index of the finding in the compiled pack.
  package var finding: Int
  /// `yes`, `no`, `unsure`, an option id, a number in the finding's unit, or a duration in days.
  package var value: String
  /// `value` as a number, where it is one.
  package var number: Double?
  package var status: Assertion.Status
  package var circumstances: Circumstances
  /// The day it was last true, as day number; nil when not known.
  package var day: Int?
  /// The turn it was said in, counted from 1.
  package var turn: Int
  /// The words as typed; empty where the answer was a bare yes or no.
  package var text: String
  /// How it came to be known: volunteered, answered, screened.
  package var source: Source
  /// UTF-8 byte offsets of the words, for `explain`.
  package var start = 0
  /// End of its words in the utterance, a byte offset of UTF-8.
  package var end = 0
  /// A weak denial, to be asked once more for a red flag.
  package var isSoft = false
  /// The user stayed unsure after being told how to check: counts as present, one level lower.
  package var isSettledUnsure = false
  /// The user said that an earlier statement was wrong and this one holds.
  package var isCorrection = false

  /// Whether somebody says that it is so or is not so, rather than asking.
  package var isClaim: Bool {
    status == .affirmed || status == .uncertain || status == .past
  }

  /// A denial before it may hold for it as well ("no fever, calf swelling"): neither yes nor no before it was asked.
  var isInDoubt: Bool { value == Self.unsure && source == .volunteered }

  /// The value of what somebody is not sure of.
  static let unsure = "unsure"

  /// Whether no condition can tell two claims about a finding apart.
  func claimsTheSame(as other: Fact) -> Bool {
    value == other.value && number == other.number && status == other.status && day == other.day
      && circumstances == other.circumstances
  }
}
