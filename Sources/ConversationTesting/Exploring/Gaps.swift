package import DialogEngine
import IntentMatching
package import IntentPacks
import LanguageProcessing

/// What users said that nothing in the pack matched, alike things together.
package struct Gaps: Sendable {
  /// Things said alike, with where they were said.
  package struct Group: Sendable {
    package var lines: [Placed<String>]
    /// The id whose pattern comes nearest, the pattern, and the words that it needs besides.
    package var nearest: (id: String, line: PlacedLine, missing: [String])?
    /// A script line that demands it, once the pack hears it.
    package var test: String
  }

  /// Lines that nothing was understood of, likest together, in the order they were met.
  package private(set) var groups: [Group] = []
  /// How many lines users said in all.
  package private(set) var said = 0

  private struct Heard {
    var line: Placed<String>
    var stems: Set<String>
    var utterance: Utterance
  }

  package init(in scripts: [Script], with pack: CompiledPack) {
    var open: [Heard] = []
    for script in scripts {
      let play = ScriptPlayer(pack: pack, script: script).play(ScriptPlayer.Way())
      for (before, turn) in zip(play.turns, play.turns.dropFirst()) where turn.speaker == .script {
        said += 1
        guard let utterance = Self.gap(turn.turn, after: before.turn) else { continue }
        let stems = utterance.tokens.filter { $0.kind == .word && !$0.isIgnorable }.map(\.stem)
        open.append(
          Heard(line: Placed(turn.text, at: turn.place), stems: Set(stems), utterance: utterance))
      }
    }
    groups = Self.grouped(open).map { Self.group($0, pack) }
      .sorted { ($1.lines.count, $0.lines[0].place) < ($0.lines.count, $1.lines[0].place) }
  }

  /// The utterance, when nothing in it was heard and it answered nothing.
  private static func gap(_ turn: Turn, after before: Turn) -> Utterance? {
    guard let understanding = turn.trace.understanding, understanding.mentions.isEmpty,
      turn.trace.intents.isEmpty, turn.trace.learnt.isEmpty,
      understanding.utterance.tokens.contains(where: { $0.kind == .word })
    else { return nil }
    if let question = before.conversation.question, turn.conversation.question != question {
      return nil
    }
    return understanding.utterance
  }

  /// Lines that share half of their words or more with the first of a group.
  private static func grouped(_ heard: [Heard]) -> [[Heard]] {
    var groups: [[Heard]] = []
    for line in heard {
      let place = groups.firstIndex { group in
        let shared = group[0].stems.intersection(line.stems).count
        return shared * 2 >= max(1, group[0].stems.union(line.stems).count)
      }
      if let place { groups[place].append(line) } else { groups.append([line]) }
    }
    return groups
  }

  private static func group(_ heard: [Heard], _ pack: CompiledPack) -> Group {
    var best: (id: String, isIntent: Bool, near: NearestPattern)?
    func look(_ id: String, _ lines: [PlacedLine], isIntent: Bool) {
      guard let near = NearestPattern(lines, to: heard[0].utterance, in: pack),
        best.map({ near.missing.count < $0.near.missing.count }) ?? true
      else { return }
      best = (id, isIntent, near)
    }
    for finding in pack.pack.findings {
      look(finding.id, finding.patterns + finding.captures, isIntent: false)
    }
    for intent in pack.pack.intents { look(intent.id, intent.patterns, isIntent: true) }
    let text = ScriptRecorder.escaped(heard[0].line.value)
    let demand =
      best.map { $0.isIntent ? "expect: intent \($0.id)" : "expect: finding \($0.id) = yes" }
      ?? "expect: finding ID = yes"
    return Group(
      lines: heard.map(\.line),
      nearest: best.map { ($0.id, $0.near.line, $0.near.missing) },
      test: "user: \(text)\n\(demand)")
  }

  /// For people.
  package var text: String {
    var text = ""
    for group in groups {
      text += "\(group.lines.count) × \"\(ScriptRecorder.escaped(group.lines[0].value))\"\n"
      for line in group.lines.prefix(5) {
        text += "    \(line.place): \(ScriptRecorder.escaped(line.value))\n"
      }
      if group.lines.count > 5 { text += "    and \(group.lines.count - 5) more\n" }
      if let near = group.nearest {
        text += "    nearest: \(near.id) by \(near.line.value) (\(near.line.place)), "
        text += "which also needs \(near.missing.joined(separator: ", "))\n"
      }
      text += group.test.split(separator: "\n").map { "    \($0)\n" }.joined() + "\n"
    }
    let open = groups.reduce(0) { $0 + $1.lines.count }
    return text + "\(open) of \(said) lines were not understood\n"
  }
}
