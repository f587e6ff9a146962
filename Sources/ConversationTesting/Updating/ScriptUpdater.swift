import DialogEngine
import IntentPacks

/// Rewrites the `bot:` lines of scripts to what the assistant says now, and nothing else: comments, expectations,
/// wildcards and alternatives that still hold stay as they are.
package struct ScriptUpdater: Sendable {
  /// A script file with new `bot:` lines, what changed, and the turns left alone.
  package struct Update: Sendable {
    package var path: String
    /// The whole file as it should be.
    package var text: String
    /// What was rewritten, a line each, for the author.
    package var changes: [String]
    /// Places that were left alone, with the reason.
    package var refusals: [String]
  }

  /// Turns that guard a level or a flag and may be changed all the same: titles, paths or `path:line`.
  private let named: [String]

  package init(named: [String] = []) { self.named = named }

  /// The new text of each file in which a reply differs, in order.
  package func updates(for results: [ScriptResult]) -> [Update] {
    var updates: [Update] = []
    var seen: Set<String> = []
    for result in results where result.hasFailed {
      let path = result.script.file.path
      guard seen.insert(path).inserted, let play = result.plays.first else { continue }
      let update = update(result.script, play)
      if !update.changes.isEmpty || !update.refusals.isEmpty { updates.append(update) }
    }
    return updates
  }

  private func update(_ script: Script, _ play: Play) -> Update {
    var edit = LineEdit(script.file)
    var update = Update(path: script.file.path, text: script.file.text, changes: [], refusals: [])
    revise(
      script.opening, play.turns[0], SourcePlace(file: script.file.path, line: 1), script, &edit,
      &update)
    for (number, step) in script.steps.enumerated() where number < play.stepEnds.count {
      revise(step.checks, play.turns[play.stepEnds[number]], step.place, script, &edit, &update)
    }
    update.text = edit.text
    return update
  }

  private func revise(
    _ checks: TurnChecks, _ turn: PlayedTurn, _ place: SourcePlace, _ script: Script,
    _ edit: inout LineEdit, _ update: inout Update
  ) {
    let reply = FoldedReply(lines: turn.lines, sayCount: turn.turn.reply.say.count)
    guard let first = checks.bot.first, !ReplyCover.covers(checks.bot, reply) else { return }
    let cover = ReplyCover(checks.bot, reply)
    if let reason = refusal(checks, place, script) {
      update.refusals.append("\(first.place): \(reason)")
      return
    }
    var after = first.place.line - 1
    for step in cover.steps {
      switch step {
      case .kept(let bot, _): after = checks.bot[bot].lastLine
      case .missing(let bot):
        let line = checks.bot[bot]
        edit.remove(line.place.line...line.lastLine)
        update.changes.append("\(line.place): - bot: \(line.text)")
        after = line.lastLine
      case .extra(let number):
        let line = "bot: " + BotPattern.escaped(turn.lines[number])
        edit.insert(line, after: after)
        update.changes.append("\(script.file.path):\(after): + \(line)")
      }
    }
  }

  private func refusal(_ checks: TurnChecks, _ place: SourcePlace, _ script: Script) -> String? {
    if checks.bot.contains(where: { $0.place.file != script.file.path }) {
      return "this turn stands in an included file; update that one"
    }
    if script.row != nil {
      return "this script has a table, and its words depend on the row; change it by hand"
    }
    let guarded = checks.expectations + checks.within.map(\.expectation)
    guard guarded.contains(where: \.expectation.isGuarded) else { return nil }
    let line = checks.bot[0].place.line
    let names = [
      script.title, script.file.path, "\(script.file.path):\(place.line)",
      "\(script.file.path):\(line)",
    ]
    if named.contains(where: names.contains) { return nil }
    return "this turn expects a level or a flag; name it (\(script.file.path):\(line)) to change it"
  }
}

extension ScriptUpdater {
  /// A JSON array of what was changed and what was left alone.
  package static func json(_ updates: [Update]) -> String {
    JSONText.array(
      updates.map { update in
        JSONText.object([
          ("file", JSONString.quoted(update.path)),
          ("changes", JSONText.array(update.changes.map(JSONString.quoted))),
          ("refusals", JSONText.array(update.refusals.map(JSONString.quoted))),
        ])
      })
  }
}

/// Lines taken out of a file and put into it.
struct LineEdit {
  private let file: SourceFile
  private var removed: Set<Int> = []
  private var inserted: [Int: [String]] = [:]

  init(_ file: SourceFile) { self.file = file }

  mutating func remove(_ lines: ClosedRange<Int>) { removed.formUnion(lines) }

  /// Puts a line behind a line, 0 for the beginning of the file.
  mutating func insert(_ text: String, after line: Int) { inserted[line, default: []].append(text) }

  var text: String {
    guard !removed.isEmpty || !inserted.isEmpty else { return file.text }
    let lines = file.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    var out = inserted[0] ?? []
    for (index, line) in lines.enumerated() {
      if !removed.contains(index + 1) { out.append(line) }
      out += inserted[index + 1] ?? []
    }
    return out.joined(separator: "\n")
  }
}
