/// What several tries at one reply have in common: each text is made once.
///
/// A class, so that a later try finds what an earlier one made; it lives for one reply.
final class SharedTexts {
  /// A part of a flag's instructions; those that can be said at different lengths with how many things they name.
  enum Part: Hashable {
    case first, tell, place, worse, waiting, nobodyToday, second, twoSystems, program
    case reason(Int), avoid(Int)
  }

  private var known: [Part: String?] = [:]

  /// A text, made by the first who asks.
  func text(_ part: Part, _ make: () -> String?) -> String? {
    if let text = known[part] { return text }
    let text = make()
    known[part] = .some(text)
    return text
  }
}
