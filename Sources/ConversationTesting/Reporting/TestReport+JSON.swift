import IntentPacks

extension TestReport {
  /// One JSON object for programs.
  ///
  /// - Parameter sections: further members, each with JSON as its value.
  package func json(with sections: [(name: String, json: String)] = []) -> String {
    let scripts = results.map(json)
    let errors = diagnostics.map { diagnostic in
      JSONText.object([
        ("code", JSONString.quoted(diagnostic.code)),
        ("severity", JSONString.quoted(diagnostic.severity.rawValue)),
        ("file", JSONString.quoted(diagnostic.place.file)),
        ("line", String(diagnostic.place.line)), ("column", String(diagnostic.place.column)),
        ("message", JSONString.quoted(diagnostic.message)),
      ])
    }
    let members = [
      ("scripts", String(results.count)), ("turns", String(turns)), ("passed", String(passed)),
      ("failed", String(failed)), ("skipped", String(skipped)),
      ("known_failures", String(knownFailures)),
      ("seconds", String(Self.seconds(seconds).dropLast(2))),
      ("diagnostics", JSONText.array(errors)), ("results", JSONText.array(scripts)),
    ]
    return JSONText.object(members + sections.map { ($0.name, $0.json) }) + "\n"
  }

  private func json(_ result: ScriptResult) -> String {
    var pairs = [
      ("file", JSONString.quoted(result.script.file.path)),
      ("title", JSONString.quoted(result.script.title)),
      ("turns", String(result.turns)),
    ]
    if let row = result.script.row { pairs.append(("row", JSONString.quoted(row))) }
    switch result.verdict {
    case .passed: pairs.append(("verdict", JSONString.quoted("passed")))
    case .skipped(let reason):
      pairs += [("verdict", JSONString.quoted("skipped")), ("reason", JSONString.quoted(reason))]
    case .knownFailure(let reason):
      pairs += [
        ("verdict", JSONString.quoted("known_failure")), ("reason", JSONString.quoted(reason)),
      ]
    case .failed(let mismatches):
      pairs.append(("verdict", JSONString.quoted("failed")))
      pairs.append(("mismatches", JSONText.array(mismatches.map(json))))
    }
    return JSONText.object(pairs)
  }

  private func json(_ mismatch: Mismatch) -> String {
    JSONText.object([
      ("file", JSONString.quoted(mismatch.place.file)), ("line", String(mismatch.place.line)),
      ("message", JSONString.quoted(mismatch.message)),
      ("way", mismatch.way.map(JSONString.quoted) ?? "null"),
      ("turn", String(max(0, mismatch.turns.count - 1))),
      ("said", mismatch.turns.last.map { JSONString.quoted($0.text) } ?? "null"),
      ("reply", JSONText.array(mismatch.turns.last?.lines.map(JSONString.quoted) ?? [])),
      ("diff", JSONText.array(mismatch.diff.map { JSONString.quoted($0.text) })),
      ("why", JSONText.array(mismatch.explanation.map(JSONString.quoted))),
    ])
  }
}

/// JSON written by hand: the order of keys is ours, and nothing of Foundation is loaded.
enum JSONText {
  static func object(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }
}
