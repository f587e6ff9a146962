import IntentPacks

extension TestReport {
  /// For people: every failure with the talk around it, then the summary.
  package func text(verbose: Bool = false) -> String {
    var text = DiagnosticRenderer(files: files).text(diagnostics)
    for result in results {
      switch result.verdict {
      case .failed(let mismatches):
        text += "FAIL \(result.script.name): \(result.script.title)\n"
        for mismatch in mismatches.prefix(Self.mostMismatches) {
          text += MismatchText(mismatch).text
        }
        if mismatches.count > Self.mostMismatches {
          text += "  and \(mismatches.count - Self.mostMismatches) more\n"
        }
        text += "\n"
      case .skipped(let reason): text += "skip \(result.script.name): \(reason)\n"
      case .knownFailure(let reason) where verbose:
        text += "known failure \(result.script.name): \(reason)\n"
      case .passed where verbose: text += "ok   \(result.script.name)\n"
      case .passed, .knownFailure: break
      }
    }
    return text + summary + "\n"
  }

  private static let mostMismatches = 8
}

/// One mismatch for people.
struct MismatchText {
  /// Turns shown before the one it is about.
  private static let context = 2
  private static let mostLines = 12

  let mismatch: Mismatch

  init(_ mismatch: Mismatch) { self.mismatch = mismatch }

  var text: String {
    var lines = ["  \(mismatch.place): \(mismatch.message)"]
    if let way = mismatch.way { lines.append("    (\(way))") }
    for turn in mismatch.turns.suffix(Self.context + 1).dropLast() { lines += transcript(turn) }
    if let turn = mismatch.turns.last { lines += last(turn) }
    lines += mismatch.explanation.map { "    why: \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func transcript(_ turn: PlayedTurn) -> [String] {
    user(turn) + shortened(turn.lines.map { "    |   bot: \($0)" })
  }

  private func last(_ turn: PlayedTurn) -> [String] {
    guard mismatch.diff.isEmpty else {
      return user(turn)
        + mismatch.diff.map { line in
          switch line {
          case .same(let text): "    |   bot: \(text)"
          case .missing(let text): "    | - bot: \(text)"
          case .extra(let text): "    | + bot: \(text)"
          }
        }
    }
    return transcript(turn)
  }

  private func user(_ turn: PlayedTurn) -> [String] {
    switch turn.speaker {
    case .opening: ["    | (opening)"]
    case .script, .probe: ["    | user: \(ScriptRecorder.escaped(turn.text))"]
    case .answer(let key): ["    | user: \(ScriptRecorder.escaped(turn.text))   (answers: \(key))"]
    }
  }

  private func shortened(_ lines: [String]) -> [String] {
    guard lines.count > Self.mostLines else { return lines }
    return lines.prefix(Self.mostLines) + ["    |   ... \(lines.count - Self.mostLines) more"]
  }
}
