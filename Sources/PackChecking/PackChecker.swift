import IntentMatching
package import IntentPacks

/// Checks what an author wrote, beyond what reading it already told: every rule, all mistakes, sorted.
package struct PackChecker: Sendable {
  private let rules: [Rule]

  /// A checker with these rules; without a list, with all of them.
  package init(rules: [Rule] = RuleCatalog.rules) { self.rules = rules }

  /// What there is to say of a pack.
  package struct Verdict: Sendable {
    package var diagnostics: [Diagnostic]
    /// The talk with the most questions; nil while the pack has errors.
    package var longestTalk: LongestTalk?
  }

  /// What the rules say of a pack, together with what reading it said.
  ///
  /// A warning that the pack below has by itself is left to its author.
  package func check(_ reading: PackReading) -> [Diagnostic] { judge(reading).diagnostics }

  /// The same, and what talking to the pack has shown.
  package func judge(_ reading: PackReading) -> Verdict {
    var verdict = everything(about: reading)
    guard let base = reading.base.first,
      verdict.diagnostics.contains(where: { $0.severity != .error })
    else { return verdict }
    let known = Set(everything(about: base).diagnostics)
    verdict.diagnostics.removeAll { $0.severity != .error && known.contains($0) }
    return verdict
  }

  private func everything(about reading: PackReading) -> Verdict {
    let quick = RuleSubject(reading, hears: false)
    let found = rules.filter { !$0.listens }.flatMap { $0.diagnostics(for: quick) }
    // A pack with errors cannot be talked with.
    guard !reading.hasErrors, !found.contains(where: { $0.severity == .error }) else {
      var faulty: [Diagnostic] = []
      _ = Matcher(pack: reading.draft, diagnostics: &faulty)
      let all = reading.unread.withoutFollowing(
        reading.diagnostics + found + faulty, in: reading.files)
      return Verdict(diagnostics: all.uniquedAndSorted(), longestTalk: nil)
    }
    let subject = RuleSubject(reading, hears: true)
    let heard = rules.filter(\.listens).mappedConcurrently { $0.diagnostics(for: subject) }.joined()
    let all = reading.diagnostics + found + (subject.heard?.diagnostics ?? []) + heard
    return Verdict(diagnostics: all.uniquedAndSorted(), longestTalk: subject.longestTalk)
  }

  /// Only what forbids to talk with the pack: quick enough for every start of the program.
  package func errors(in reading: PackReading) -> [Diagnostic] {
    let subject = RuleSubject(reading, hears: false)
    let found = rules.filter { $0.severity == .error }.flatMap { $0.diagnostics(for: subject) }
    let all = reading.diagnostics.filter { $0.severity == .error } + found
    return reading.unread.withoutFollowing(all, in: reading.files).uniquedAndSorted()
  }
}
