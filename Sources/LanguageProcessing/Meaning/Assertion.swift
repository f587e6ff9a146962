/// How something was said: whether it is claimed of the user, now.
package struct Assertion: Sendable, Hashable {
  /// Whether a thing is said to be so, and of whom and when.
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case affirmed, negated, asked, past, other, uncertain
  }
  package var status: Status
  /// The words that decided the status, as typed; nil when nothing spoke against a plain claim.
  package var cue: String?
  /// A weak denial ("i don't think so", "not really"): negated, but to be asked once more for a red flag.
  package var isSoft: Bool
  /// Uncertain because a denial before may hold for it as well ("no fever, chills"): as likely denied as claimed.
  package var isPerhapsDenied = false
  /// Another person who is with the user now ("my mate collapsed, he's here"), as against one told about.
  package var isHereNow: Bool
  /// Of another person who is not named here: "he limps".
  package var isPronoun = false
  /// What is said of that other person.
  package var theirStatus = Status.affirmed
  /// The words speak of the user: "i", or "my calf".
  package var isOwn = false

  package init(
    status: Status, cue: String? = nil, isSoft: Bool = false, isHereNow: Bool = false
  ) {
    self.status = status
    self.cue = cue
    self.isSoft = isSoft
    self.isHereNow = isHereNow
  }
}
