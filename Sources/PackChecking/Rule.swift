package import IntentPacks

/// One thing that `check` looks for, with the words that explain it and the packs that prove it.
package struct Rule: Sendable {
  /// What a rule found at one place.
  struct Note: Sendable {
    var place: SourcePlace
    var length: Int
    var message: String
    var help: String?

    init(_ place: SourcePlace, _ message: String, help: String? = nil, length: Int = 1) {
      self.place = place
      self.message = message
      self.help = help
      self.length = length
    }
  }

  /// The code of its diagnostics: `unknown-source`.
  package let id: String
  package let severity: Diagnostic.Severity
  /// One sentence on what it means.
  package let summary: String
  /// A pack file that breaks exactly this rule, laid over `RuleCatalog.frame`.
  package let bad: String
  /// The same file as it should be.
  package let good: String
  /// Whether it talks with the compiled pack, and so says nothing of a pack with errors.
  let listens: Bool
  private let check: @Sendable (RuleSubject) -> [Note]

  init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, bad: String, good: String,
    listens: Bool = false, check: @escaping @Sendable (RuleSubject) -> [Note]
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.bad = bad
    self.good = good
    self.listens = listens
    self.check = check
  }

  /// A rule whose good example is the bad one with some words replaced.
  ///
  /// - Parameter mend: What stands in the bad example, and what belongs there; each in turn.
  init(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, bad: String,
    mend: KeyValuePairs<String, String>, listens: Bool = false,
    check: @escaping @Sendable (RuleSubject) -> [Note]
  ) {
    let good = mend.reduce(bad) { $0.replacing($1.key, with: $1.value) }
    self.init(id, severity, summary, bad: bad, good: good, listens: listens, check: check)
  }

  func diagnostics(for subject: RuleSubject) -> [Diagnostic] {
    check(subject).map {
      Diagnostic(
        code: id, severity: severity, place: $0.place, length: $0.length, message: $0.message,
        help: $0.help)
    }
  }
}
