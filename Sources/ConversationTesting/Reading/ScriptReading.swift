import DialogEngine
import IntentPacks
import LanguageProcessing

/// Reads one script from the lines of a file.
struct ScriptReading {
  static let keys = [
    "title", "tags", "region", "date", "pack", "include", "skip", "known failure", "same as",
    "never", "say at every turn", "answers", "shuffle", "examples", "user", "or", "bot", "not bot",
    "expect", "expect at end", "expect within 3 turns",
  ]

  /// What the lines read now belong to.
  enum Target { case opening, step(Int), probe(Int) }
  /// What an `or:` line adds to.
  enum Alternative { case user, bot, notBot, never }

  var script: Script
  var diagnostics: [Diagnostic] = []
  var files: [SourceFile] = []
  var cursor: LineCursor
  let row: [String: String]
  let open: @Sendable (String) -> SourceFile?
  /// Paths of the files being read, for includes that go round in circles.
  let chain: [String]
  var target = Target.opening
  var alternative: Alternative?
  var nextDate: CalendarDate?
  var isHeader = true
  var given: Set<String> = []

  init(
    file: SourceFile, row: [String: String], open: @escaping @Sendable (String) -> SourceFile?,
    chain: [String]
  ) {
    script = Script(file: file)
    cursor = LineCursor(file, row: row)
    self.row = row
    self.open = open
    self.chain = chain
  }

  mutating func read() {
    while let line = cursor.take() {
      guard let key = line.key else {
        say(
          "not-a-line", line, "this line has no key",
          "a line starts with user:, bot:, expect: or the like, a comment with #")
        continue
      }
      if key != "or" { alternative = nil }
      if !header(key, line) && !turn(key, line) { unknownKey(key, line) }
    }
    if let date = nextDate, !script.steps.isEmpty {
      say(
        "misplaced", at: SourcePlace(file: script.file.path, line: 1), length: 1,
        "\"date: \(date)\" stands behind the last turn", "put it before the turn it is for")
    }
  }

  // MARK: Header

  private mutating func header(_ key: String, _ line: ScriptLine) -> Bool {
    switch key {
    case "title": if once(line), let text = value(line) { script.title = text }
    case "tags":
      if once(line) {
        script.tags = line.value.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
      }
    case "region": if once(line), let text = value(line) { region(text, line) }
    case "pack":
      if once(line), let text = value(line) {
        script.pack = Placed(text, at: cursor.place(line, column: line.valueColumn))
      }
    case "date": date(line)
    case "skip": if once(line) { script.skip = reason(line) }
    case "known failure": if once(line) { script.knownFailure = reason(line) }
    case "include": if let text = value(line) { include(text, line) }
    case "same as":
      if let text = value(line) {
        script.sameAs.append(
          Script.Reference(
            path: path(text), place: cursor.place(line, column: line.valueColumn),
            length: text.unicodeScalars.count))
      }
    case "never":
      if value(line) != nil {
        script.never.append(botLine(line))
        alternative = .never
      }
    case "examples": while cursor.peek()?.text.hasPrefix("|") ?? false { _ = cursor.take() }
    default: return false
    }
    return true
  }

  private mutating func region(_ text: String, _ line: ScriptLine) {
    let words = text.split(separator: " ")
    let place = cursor.place(line, column: line.valueColumn)
    if words.count == 3, words[1] == "from", words[2] == "locale" {
      script.region = Placed(.locale(String(words[0])), at: place)
    } else {
      script.region = Placed(text == "unknown" ? .unknown : .sure(text), at: place)
    }
  }

  private mutating func date(_ line: ScriptLine) {
    guard let text = value(line) else { return }
    guard let date = CalendarDate(text) else {
      sayValue("bad-date", line, "\"\(text)\" is not a date", "write it as 2026-03-02")
      return
    }
    if isHeader, script.steps.isEmpty {
      if once(line) {
        script.date = date
        script.isDated = true
      }
      return
    }
    let before = nextDate ?? script.steps.last(where: { $0.date != nil })?.date ?? script.date
    guard date >= before else {
      sayValue(
        "bad-date", line, "the day goes back from \(before) to \(date)",
        "a conversation only moves on")
      return
    }
    nextDate = date
  }

  private mutating func reason(_ line: ScriptLine) -> Script.Reason? {
    guard !line.value.isEmpty else {
      say("missing-value", line, "\"\(line.key ?? "")\" needs a reason", "say why in a few words")
      return nil
    }
    return Script.Reason(text: line.value, place: cursor.place(line))
  }

  // MARK: Turns

  private mutating func turn(_ key: String, _ line: ScriptLine) -> Bool {
    switch key {
    case "user":
      add(.say([Placed(text(line.value), at: cursor.place(line))]), line)
      alternative = .user
    case "or": or(line)
    case "bot":
      isHeader = false
      if value(line) != nil {
        let bot = botLine(line)
        checks { $0.bot.append(bot) }
        alternative = .bot
      }
    case "not bot":
      if value(line) != nil {
        let bot = botLine(line)
        checks { $0.notBot.append(bot) }
        alternative = .notBot
      }
    case "expect":
      if let expectation = expectation(line) { checks { $0.expectations.append(expectation) } }
    case "expect at end":
      if let expectation = expectation(line) { script.atEnd.append(expectation) }
    case "answers": answers(line)
    case "shuffle": shuffle(line)
    case "say at every turn":
      if let text = value(line) {
        let placed = Placed(self.text(text), at: cursor.place(line))
        script.probes.append(Script.Probe(text: placed))
        target = .probe(script.probes.count - 1)
      }
    default:
      guard let turns = delay(key) else { return false }
      if let expectation = expectation(line) {
        checks { $0.within.append(.init(turns: turns, expectation: expectation)) }
      }
    }
    return true
  }

  /// `expect within 3 turns`
  private func delay(_ key: String) -> Int? {
    let words = key.split(separator: " ")
    guard words.count == 4, words[0] == "expect", words[1] == "within",
      words[3] == "turns" || words[3] == "turn", let turns = Int(words[2]), turns > 0
    else { return nil }
    return min(turns, 1000)
  }

  mutating func add(_ action: Script.Step.Action, _ line: ScriptLine) {
    isHeader = false
    script.steps.append(
      Script.Step(action: action, place: cursor.place(line), date: nextDate))
    nextDate = nil
    target = .step(script.steps.count - 1)
  }

  private mutating func checks(_ change: (inout TurnChecks) -> Void) {
    switch target {
    case .opening: change(&script.opening)
    case .step(let step): change(&script.steps[step].checks)
    case .probe(let probe): change(&script.probes[probe].checks)
    }
  }

  private mutating func or(_ line: ScriptLine) {
    switch alternative {
    case .user:
      guard case .step(let step) = target, case .say(var texts) = script.steps[step].action else {
        return
      }
      texts.append(Placed(text(line.value), at: cursor.place(line)))
      script.steps[step].action = .say(texts)
    case .bot: checks { Self.extend(&$0.bot, line) }
    case .notBot: checks { Self.extend(&$0.notBot, line) }
    case .never: Self.extend(&script.never, line)
    case nil:
      say(
        "misplaced", line, "\"or:\" follows no line it could stand for",
        "put it right below a user:, bot:, not bot: or never: line")
    }
  }

  private static func extend(_ lines: inout [BotLine], _ line: ScriptLine) {
    guard !lines.isEmpty else { return }
    lines[lines.count - 1].alternatives.append(BotPattern(line.value))
    lines[lines.count - 1].lastLine = line.number
  }

  private func botLine(_ line: ScriptLine) -> BotLine {
    BotLine(BotPattern(line.value), at: cursor.place(line))
  }

  private mutating func expectation(_ line: ScriptLine) -> PlacedExpectation? {
    switch ExpectationParser.parse(line.value, at: cursor.place(line, column: line.valueColumn)) {
    case .expectation(let expectation): return expectation
    case .wrong(let diagnostic):
      diagnostics.append(diagnostic)
      return nil
    }
  }

  /// What was typed: `\n` is a line break, `\\` a backslash.
  private func text(_ written: String) -> String { ScriptRecorder.unescaped(written) }
}
