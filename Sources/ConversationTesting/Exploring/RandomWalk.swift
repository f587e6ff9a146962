package import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// A user who says anything the pack has words for, in any order, the same for the same seed; looks for talks that
/// break what must always hold.
package struct RandomWalk: Sendable {
  /// A talk that broke something, as short as it could be made.
  package struct Failure: Sendable {
    /// Which promise was broken, in a few words.
    package var rule: String
    /// What the user said up to then, one line a turn.
    package var lines: [String]

    /// The talk as a script, to be given an expectation that says what should have come.
    package var script: String {
      "# \(rule)\ntitle: Found by a random walk\n\n"
        + lines.map { "user: \(ScriptRecorder.escaped($0))\n" }.joined()
    }
  }

  let pack: CompiledPack
  private let facts: [String]
  private let talk: [String]
  private let answers: [String]

  package init(pack: CompiledPack) {
    self.pack = pack
    facts =
      pack.pack.findings.flatMap { $0.examples.map(\.value) + $0.not.map(\.value) }
      + pack.pack.redFlags.flatMap { $0.examples.map(\.value) + $0.not.map(\.value) }
    talk = pack.pack.intents.flatMap { $0.examples.map(\.value) }
    answers =
      pack.pack.language.answers.sorted { $0.key < $1.key }.flatMap { $0.value.prefix(4) }
      + ["1", "2", "3", "1, 3", "3 weeks", "34", "40 km", "?", ""]
  }

  /// Lets the user talk for so many turns.
  ///
  /// - Returns: the first failure, shortened; nil when all held.
  package func walk(turns: Int, seed: UInt64) -> Failure? {
    var random = SeededRandom(seed: seed)
    var walker = WatchedTalk(pack: pack)
    for _ in 0..<max(0, turns) {
      let line = line(&random, asked: walker.isAsked)
      if let rule = walker.say(line) { return shrunk(Failure(rule: rule, lines: walker.lines)) }
      if walker.hasEnded || walker.lines.count >= Self.longestTalk {
        if let rule = walker.end() { return shrunk(Failure(rule: rule, lines: walker.lines)) }
        walker = WatchedTalk(pack: pack)
      }
    }
    return walker.end().map { shrunk(Failure(rule: $0, lines: walker.lines)) }
  }

  /// A talk is brought to its end after so many lines.
  private static let longestTalk = 40

  /// What a talk of these lines breaks of what must always hold; nil when all holds.
  package func broken(by lines: [String]) -> String? {
    var walker = WatchedTalk(pack: pack)
    for line in lines {
      if let rule = walker.say(line) { return rule }
      if walker.hasEnded { break }
    }
    return walker.end()
  }

  private func line(_ random: inout SeededRandom, asked: Bool) -> String {
    let choice = random.below(10)
    if asked, choice < 6 { return random.pick(answers) ?? "" }
    return (choice < 8 ? random.pick(facts) : random.pick(talk)) ?? random.pick(answers) ?? ""
  }

  /// Takes away whatever the failure does not need.
  private func shrunk(_ failure: Failure) -> Failure {
    var lines = failure.lines
    var size = max(1, lines.count / 2)
    while true {
      var start = 0
      while start < lines.count {
        var fewer = lines
        fewer.removeSubrange(start..<min(start + size, lines.count))
        if !fewer.isEmpty, fails(fewer, failure.rule) { lines = fewer } else { start += size }
      }
      if size == 1 { break }
      size = max(1, size / 2)
    }
    return Failure(rule: failure.rule, lines: lines)
  }

  private func fails(_ lines: [String], _ rule: String) -> Bool { broken(by: lines) == rule }
}
