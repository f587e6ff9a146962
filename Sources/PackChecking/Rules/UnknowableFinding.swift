import IntentPacks

/// A finding that is used but can never become known.
enum UnknowableFinding {
  static let rule = Rule(
    "unknowable-finding", .warning,
    "A finding that is used but can never become known.",
    bad: """
      findings:
        thigh_pain: {name: thigh pain}
      causes:
        overload: {name: a strain, supports: {thigh_pain: strong}, explain: It was pulled.}
      """,
    mend: [
      "thigh_pain: {name: thigh pain}":
        "thigh_pain:\n    name: thigh pain\n    patterns: |\n      thigh sore"
    ]
  ) { subject in
    let implied = Set(subject.pack.findings.flatMap { $0.implies.map(\.value) })
    let screened = Set(subject.pack.screens.flatMap { $0.items.map(\.value) })
    return subject.pack.findings.filter { finding in
      finding.patterns.isEmpty && finding.captures.isEmpty && finding.means.isEmpty
        && finding.ask == nil && finding.options.allSatisfy(\.patterns.isEmpty)
        && !implied.contains(finding.id) && !screened.contains(finding.id)
    }.map {
      Rule.Note(
        $0.place, "nothing can make \"\($0.id)\" known",
        help: "give it patterns:, ask: or means:", length: $0.id.count)
    }
  }
}
