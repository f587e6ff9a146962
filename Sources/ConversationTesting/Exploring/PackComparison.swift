package import DialogEngine
import IntentPacks
import LanguageProcessing

/// What changes for the scripts of a suite when one pack takes the place of another.
package struct PackComparison: Sendable {
  let old: CompiledPack
  let new: CompiledPack
  /// Replies are shown line by line, not only counted.
  private let showsReplies: Bool

  package init(from old: CompiledPack, to new: CompiledPack, showsReplies: Bool = false) {
    self.old = old
    self.new = new
    self.showsReplies = showsReplies
  }

  /// One script whose talk differs.
  package struct Difference: Sendable {
    /// The conversation that comes out differently.
    package var script: String
    /// What came out differently at the end, and in which turn it began.
    package var lines: [String]
    /// A level or flag is among it.
    package var isGrave: Bool
  }

  /// What comes out differently when each conversation is played on both packs.
  package func differences(for scripts: [Script]) -> [Difference] {
    scripts.compactMap(difference)
  }

  private func difference(_ script: Script) -> Difference? {
    let before = ScriptPlayer(pack: old, script: script).play(ScriptPlayer.Way())
    let after = ScriptPlayer(pack: new, script: script).play(ScriptPlayer.Way())
    var lines: [String] = []
    var isGrave = false
    var replies = 0
    for (index, (a, b)) in zip(before.turns, after.turns).enumerated() {
      let was = Outcome(a.turn, in: old)
      let now = Outcome(b.turn, in: new)
      if was.level != now.level || was.flags != now.flags, !isGrave {
        isGrave = true
        lines.append("turn \(index), \"\(ScriptRecorder.escaped(b.text))\":")
        lines += now.differences(from: was).map { "  \($0)" }
      }
      guard a.lines != b.lines else { continue }
      replies += 1
      if showsReplies {
        lines.append("turn \(index), \"\(ScriptRecorder.escaped(b.text))\":")
        lines += LineDiff(a.lines, b.lines).lines.map { "  \($0.text)" }
      }
    }
    let was = Outcome(before, in: old)
    let now = Outcome(after, in: new)
    if was.causes != now.causes {
      lines.append("causes: \(list(was.causes)) → \(list(now.causes))")
    }
    if was.level != now.level {
      lines.append("level at the end: \(was.level.rawValue) → \(now.level.rawValue)")
    }
    if replies > 0 { lines.append("\(replies) repl\(replies == 1 ? "y differs" : "ies differ")") }
    if before.turns.count != after.turns.count {
      lines.append("turns: \(before.turns.count) → \(after.turns.count)")
    }
    guard !lines.isEmpty else { return nil }
    return Difference(script: script.name, lines: lines, isGrave: isGrave)
  }

  private func list(_ ids: [String]) -> String {
    ids.isEmpty ? "none" : ids.joined(separator: ", ")
  }
}

extension PackComparison.Difference {
  /// The difference for a person, several lines.
  package var text: String {
    (["\(isGrave ? "! " : "")\(script)"] + lines.map { "    \($0)" }).map { $0 + "\n" }.joined()
  }
}

extension PackComparison {
  /// A JSON array of what differs.
  package static func json(_ differences: [Difference]) -> String {
    JSONText.array(
      differences.map { difference in
        JSONText.object([
          ("script", JSONString.quoted(difference.script)), ("grave", String(difference.isGrave)),
          ("lines", JSONText.array(difference.lines.map(JSONString.quoted))),
        ])
      })
  }
}

/// Two lists of lines laid over each other.
struct LineDiff {
  let lines: [DiffLine]

  init(_ old: [String], _ new: [String]) {
    let bot = old.map { BotLine(.literal($0), at: .nowhere) }
    let reply = FoldedReply(lines: new, sayCount: new.count)
    lines = ReplyCover(bot, reply).steps.compactMap { step in
      switch step {
      case .kept(_, let line): line.map { .same(new[$0]) }
      case .missing(let number): .missing(old[number])
      case .extra(let line): .extra(new[line])
      }
    }
  }
}
