package import DialogEngine
package import IntentMatching
package import IntentPacks
import LanguageProcessing

/// What users said that nothing in the pack matched, alike things together.
package struct Gaps: Sendable {
  /// Things said alike, with where they were said.
  package struct Group: Sendable {
    package var lines: [Placed<String>]
    /// The id whose pattern comes nearest, the pattern, and the words that it needs besides.
    package var nearest: (id: String, miss: NearestMiss)?
    /// A script line that demands it, once the pack hears it.
    package var test: String
  }

  /// Lines that nothing was understood of, likest together, the largest group first.
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
        // "Porridge behind the knees" and "porridge round the ankles" are one gap.
        let stems = utterance.tokens.filter {
          $0.kind == .word && !$0.isIgnorable && $0.bodyPart == nil
        }.map(\.stem)
        open.append(
          Heard(line: Placed(turn.text, at: turn.place), stems: Set(stems), utterance: utterance))
      }
    }
    let search = NearMisses(pack.matcher)
    groups = Self.grouped(open).map { Self.group($0, search) }
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

  /// A pattern of which a line has less names nothing worth demanding.
  private static let leastNearness = 0.3

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

  private static func group(_ heard: [Heard], _ search: NearMisses) -> Group {
    let near = search.find(in: heard[0].utterance, on: CalendarDate(dayNumber: 0)) { target in
      switch target {
      case .finding, .intent: true
      case .redFlag, .cause: false
      }
    }.first { $0.miss.nearness >= Self.leastNearness }
    let (id, demand) =
      switch near?.target {
      case .intent(let id): (id, "expect: intent \(id)")
      case .finding(let id): (id, "expect: finding \(id) = yes")
      case .redFlag, .cause, nil:
        ("", "# ID: the finding that it tells of\nexpect: finding ID = yes")
      }
    let text = ScriptRecorder.escaped(heard[0].line.value)
    return Group(
      lines: heard.map(\.line), nearest: near.map { (id, $0.miss) },
      test: "user: \(text)\n\(demand)"
    )
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
        text += "    nearest: \(near.id) by \(near.miss.pattern) (\(near.miss.place))"
        let missing = near.miss.missing.joined(separator: ", ")
        text += missing.isEmpty ? "\n" : ", which also needs \(missing)\n"
      }
      text += group.test.split(separator: "\n").map { "    \($0)\n" }.joined() + "\n"
    }
    let open = groups.reduce(0) { $0 + $1.lines.count }
    return text + "\(open) of \(said) lines were not understood\n"
  }
}
