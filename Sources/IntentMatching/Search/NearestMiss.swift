package import IntentPacks
package import LanguageProcessing

/// The pattern of a target that came nearest to fitting a line, and why it did not.
package struct NearestMiss: Sendable, Hashable {
  /// Why the pattern did not match.
  package enum Reason: Sendable, Hashable {
    /// Words that the line does not have.
    case missing
    /// All words are there, but too far apart, in another order or in different clauses.
    case apart
    /// A word that must not stand in the clause does.
    case excluded(String)
    /// Another body part stands between, or in the part of the sentence a word was taken from.
    case otherBodyPart
    /// It fits, and lost its words to this target.
    case beaten(by: Mention.Target, pattern: String)
    /// It fits and stands.
    case matched
  }

  package var pattern: String
  package var place: SourcePlace
  package var reason: Reason
  /// What the pattern asks for and the line has, and has not: as the pack writes it.
  package var found: [String]
  /// Words that would have completed it.
  package var missing: [String]
  /// How much of the pattern the line has, 0 to 1.
  package var nearness: Double

  init(
    _ line: PlacedLine, _ reason: Reason, found: [String] = [], missing: [String] = [],
    nearness: Double = 1
  ) {
    pattern = line.value
    place = line.place
    self.reason = reason
    self.found = found
    self.missing = missing
    self.nearness = nearness
  }
}

extension Matcher {
  /// Why a target was not heard in an utterance: its nearest pattern. Nil when the target has no patterns.
  package func nearest(
    to target: Mention.Target, in utterance: Utterance, on date: CalendarDate
  ) -> NearestMiss? {
    var line = scan(utterance, on: date)
    let matches = matches(in: &line)
    line.loadValues()
    let outcome = Competition(line: line.facts).decide(matches)
    if let won = outcome.winners.first(where: { self.target(of: $0) == target }) {
      return miss(won.source, .matched)
    }
    if let lost = outcome.beaten.first(where: { self.target(of: $0) == target }) {
      let winner = outcome.winners.first { other in
        other.tokens.contains { lost.contains($0) } && self.target(of: other) != target
      }
      let reason = winner.map {
        NearestMiss.Reason.beaten(by: self.target(of: $0), pattern: pattern(of: $0))
      }
      return miss(lost.source, reason ?? .matched)
    }
    return NearMisses(self).find(in: line) { $0 == target }.first?.miss
  }

  private func target(of match: RawMatch) -> Mention.Target {
    index.targets[Int(index.sources[Int(match.source)].target)].target
  }

  private func pattern(of match: RawMatch) -> String {
    index.sources[Int(match.source)].line.value
  }

  private func miss(_ source: Int32, _ reason: NearestMiss.Reason) -> NearestMiss {
    NearestMiss(index.sources[Int(source)].line, reason)
  }
}
