import IntentPacks

extension TestReport {
  /// For people: every failure with the talk around it, then the summary.
  package func text(verbose: Bool = false) -> String {
    var text = DiagnosticRenderer(files: files).text(diagnostics)
    for result in results {
      switch result.verdict {
      case .failed(let mismatches):
        text += "FAIL \(result.script.name): \(result.script.title)\n"
        text += MismatchText.text(of: mismatches, atMost: Self.mostMismatches)
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

/// Mismatches for people: those of one turn stand together over its transcript.
struct MismatchText {
  /// Turns shown before the one it is about.
  private static let context = 2
  private static let mostLines = 12

  private let mismatches: [Mismatch]
  private let mismatch: Mismatch

  private init(_ mismatches: [Mismatch]) {
    self.mismatches = mismatches
    mismatch = mismatches[0]
  }

  static func text(of mismatches: [Mismatch], atMost limit: Int = Int.max) -> String {
    var groups: [[Mismatch]] = []
    for mismatch in mismatches.prefix(limit) {
      let at = groups.firstIndex { group in
        group[0].turns.count == mismatch.turns.count && group[0].way == mismatch.way
          && group[0].turns.last?.text == mismatch.turns.last?.text
      }
      if let at { groups[at].append(mismatch) } else { groups.append([mismatch]) }
    }
    let more = mismatches.count - min(limit, mismatches.count)
    return groups.map { MismatchText($0).text }.joined() + (more > 0 ? "  and \(more) more\n" : "")
  }

  private var text: String {
    var lines = mismatches.map { "  \($0.place): \($0.message)" }
    if let way = mismatch.way { lines.append("    (\(way))") }
    for turn in mismatch.turns.suffix(Self.context + 1).dropLast() { lines += transcript(turn) }
    if let turn = mismatch.turns.last { lines += last(turn) }
    lines += TurnExplanation.unique(mismatches.flatMap(\.explanation)).map { "    why: \($0)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func transcript(_ turn: PlayedTurn) -> [String] {
    user(turn) + shortened(turn.lines.map { "    |   bot: \($0)" })
  }

  private func last(_ turn: PlayedTurn) -> [String] {
    if let diff = mismatches.first(where: { !$0.diff.isEmpty })?.diff {
      return user(turn)
        + diff.map { line in
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
