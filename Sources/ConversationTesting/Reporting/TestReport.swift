package import IntentPacks

/// How a run of scripts went; printing it is a renderer's job.
package struct TestReport: Sendable {
  /// One for each script, in the order of the files.
  package var results: [ScriptResult]
  /// Mistakes in scripts, which were then not run.
  package var diagnostics: [Diagnostic]
  package var files: [String: SourceFile]
  /// Seconds the run took, measured by the caller.
  package var seconds: Double
  /// Scripts that were there before any were chosen by name, tag or failure.
  package var found = 0
  /// Scripts that another part of the suite runs, where the suite is shared between machines.
  package var leftToOthers = 0

  package init(
    results: [ScriptResult], diagnostics: [Diagnostic] = [], files: [String: SourceFile] = [:],
    seconds: Double = 0
  ) {
    self.results = results
    self.diagnostics = diagnostics
    self.files = files
    self.seconds = seconds
  }

  package var passed: Int { count { if case .passed = $0 { true } else { false } } }
  package var failed: Int { results.count(where: \.hasFailed) }
  package var skipped: Int { count { if case .skipped = $0 { true } else { false } } }
  package var knownFailures: Int { count { if case .knownFailure = $0 { true } else { false } } }
  /// How many user lines were played in all.
  package var turns: Int { results.reduce(0) { $0 + $1.turns } }
  /// Whether no script was run at all, which is a failure.
  package var isEmpty: Bool { results.isEmpty }
  /// Whether nothing was run and nobody else runs anything: that is a failure.
  package var isNothing: Bool { isEmpty && leftToOthers == 0 }

  private func count(_ holds: (ScriptResult.Verdict) -> Bool) -> Int {
    results.count { holds($0.verdict) }
  }

  /// One sentence with all counts.
  package var summary: String {
    if isEmpty, diagnostics.isEmpty { return emptiness }
    var parts = ["\(passed) passed"]
    if failed > 0 { parts.append("\(failed) failed") }
    if knownFailures > 0 {
      parts.append("\(knownFailures) known failure\(knownFailures == 1 ? "" : "s")")
    }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    let bad = Set(diagnostics.filter { $0.severity == .error }.map(\.place.file)).count
    if bad > 0 { parts.append("\(bad) could not be run") }
    return
      "\(results.count) script\(results.count == 1 ? "" : "s"), \(turns) turns: "
      + parts.joined(separator: ", ") + " in \(Self.seconds(seconds))\(speed)"
  }

  private var emptiness: String {
    if leftToOthers > 0 { return "no scripts fall to this part; the others run \(leftToOthers)" }
    return found > 0 ? "none of \(found) scripts was chosen" : "no scripts were found"
  }

  /// Turns a second, of runs long enough to tell.
  private var speed: String {
    guard seconds >= 0.1, turns >= 100 else { return "" }
    return ", \(Int(min(Double(turns) / seconds, 1e9).rounded())) turns a second"
  }

  /// Seconds with two places.
  static func seconds(_ seconds: Double) -> String {
    let hundredths = Int((min(max(seconds, 0), 1e9) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
