import IntentPacks

extension TestReport {
  /// The Test Anything Protocol, version 14.
  package var tap: String {
    let errors = errorsByFile
    guard !results.isEmpty || !errors.isEmpty else {
      return "TAP version 14\n" + (isNothing ? "Bail out! \(summary)\n" : "1..0 # \(summary)\n")
    }
    var text = "TAP version 14\n1..\(results.count + errors.count)\n"
    var number = 0
    for (file, diagnostics) in errors {
      number += 1
      text += "not ok \(number) - \(Self.escaped(file))\n"
      text += block(diagnostics.map { "\($0.place): \($0.message)" })
    }
    for result in results {
      number += 1
      let name = Self.escaped("\(result.script.name): \(result.script.title)")
      switch result.verdict {
      case .passed: text += "ok \(number) - \(name)\n"
      case .skipped(let reason): text += "ok \(number) - \(name) # SKIP \(Self.escaped(reason))\n"
      case .knownFailure(let reason):
        // TAP's own directive for what is known to fail and counts as no failure.
        text += "not ok \(number) - \(name) # TODO \(Self.escaped(reason))\n"
      case .failed(let mismatches):
        text += "not ok \(number) - \(name)\n"
        text += block(mismatches.map { "\($0.place): \($0.message)" })
      }
    }
    return text
  }

  private func block(_ messages: [String]) -> String {
    "  ---\n  messages:\n"
      + messages.map { "    - \(JSONString.quoted($0))\n" }.joined() + "  ...\n"
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if character == "#" || character == "\\" { out.append("\\") }
      out.append(character == "\n" ? " " : character)
    }
    return out
  }
}
