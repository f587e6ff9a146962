import IntentPacks

extension TestReport {
  /// One JSON object for programs.
  ///
  /// - Parameter sections: further members, each with JSON as its value.
  package func json(with sections: [(name: String, json: String)] = []) -> String {
    let scripts = results.map(json)
    let errors = diagnostics.map { diagnostic in
      JSONText.object([
        ("code", JSONText.quoted(diagnostic.code)),
        ("severity", JSONText.quoted(diagnostic.severity.rawValue)),
        ("file", JSONText.quoted(diagnostic.place.file)),
        ("line", String(diagnostic.place.line)), ("column", String(diagnostic.place.column)),
        ("message", JSONText.quoted(diagnostic.message)),
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
      ("file", JSONText.quoted(result.script.file.path)),
      ("title", JSONText.quoted(result.script.title)),
      ("turns", String(result.turns)),
    ]
    if let row = result.script.row { pairs.append(("row", JSONText.quoted(row))) }
    switch result.verdict {
    case .passed: pairs.append(("verdict", JSONText.quoted("passed")))
    case .skipped(let reason):
      pairs += [("verdict", JSONText.quoted("skipped")), ("reason", JSONText.quoted(reason))]
    case .knownFailure(let reason):
      pairs += [("verdict", JSONText.quoted("known_failure")), ("reason", JSONText.quoted(reason))]
    case .failed(let mismatches):
      pairs.append(("verdict", JSONText.quoted("failed")))
      pairs.append(("mismatches", JSONText.array(mismatches.map(json))))
    }
    return JSONText.object(pairs)
  }

  private func json(_ mismatch: Mismatch) -> String {
    JSONText.object([
      ("file", JSONText.quoted(mismatch.place.file)), ("line", String(mismatch.place.line)),
      ("message", JSONText.quoted(mismatch.message)),
      ("way", mismatch.way.map(JSONText.quoted) ?? "null"),
      ("turn", String(max(0, mismatch.turns.count - 1))),
      ("said", mismatch.turns.last.map { JSONText.quoted($0.text) } ?? "null"),
      ("reply", JSONText.array(mismatch.turns.last?.lines.map(JSONText.quoted) ?? [])),
      ("diff", JSONText.array(mismatch.diff.map { JSONText.quoted($0.text) })),
      ("why", JSONText.array(mismatch.explanation.map(JSONText.quoted))),
    ])
  }
}

/// JSON written by hand: the order of keys is ours, and nothing of Foundation is loaded.
enum JSONText {
  static func object(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
