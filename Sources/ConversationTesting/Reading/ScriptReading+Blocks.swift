import IntentPacks

/// Blocks of several lines, other files, and messages.
extension ScriptReading {
  // MARK: Blocks

  mutating func answers(_ line: ScriptLine) {
    var sheet = AnswerSheet(place: cursor.place(line))
    if !line.value.isEmpty { inline(line, &sheet) }
    while let next = cursor.peek(), isEntry(next, below: line) {
      _ = cursor.take()
      entry(next, &sheet)
    }
    guard !sheet.entries.isEmpty else {
      say(
        "missing-value", line, "this block answers nothing",
        "below it, one a line: \"chest: no\" or \"*: no\"")
      return
    }
    if isHeader {
      script.answers = sheet
    } else {
      add(.answer(sheet), line)
    }
  }

  /// Indented lines belong to the block, and others whose key is none of a script's.
  private func isEntry(_ line: ScriptLine, below head: ScriptLine) -> Bool {
    guard let key = line.key else { return line.indent > head.indent }
    return line.indent > head.indent && key != "expect" || !Self.isKey(key)
  }

  private static func isKey(_ key: String) -> Bool {
    keys.contains(key) || key.hasPrefix("expect")
  }

  private mutating func entry(_ line: ScriptLine, _ sheet: inout AnswerSheet) {
    guard let key = line.key, !line.value.isEmpty else {
      say(
        "bad-answer", line, "this is no answer",
        "write what is asked about, a colon, and what the user says: \"chest: no\"")
      return
    }
    add(key, line.value, at: cursor.place(line), &sheet)
  }

  /// `answers: chest: no, *: no`
  private mutating func inline(_ line: ScriptLine, _ sheet: inout AnswerSheet) {
    var column = line.valueColumn
    for part in line.value.split(separator: ",", omittingEmptySubsequences: false) {
      let blanks = part.prefix { $0 == " " }.count
      if let entry = ScriptLine(String(part), number: line.number), let key = entry.key,
        !entry.value.isEmpty
      {
        add(key, entry.value, at: cursor.place(line, column: column + blanks), &sheet)
      } else {
        say(
          "bad-answer", at: cursor.place(line, column: column + blanks),
          length: part.unicodeScalars.count - blanks, "this is no answer",
          "between commas: what is asked about, a colon, and what the user says")
      }
      column += part.unicodeScalars.count + 1
    }
  }

  private mutating func add(
    _ key: String, _ text: String, at place: SourcePlace, _ sheet: inout AnswerSheet
  ) {
    if sheet.entry(key) != nil {
      say(
        "given-twice", at: place, length: key.unicodeScalars.count,
        "\"\(key)\" is answered twice", "the first answer would always win; take one away")
    }
    sheet.entries.append(AnswerSheet.Entry(key: Placed(key, at: place), text: text))
  }

  mutating func shuffle(_ line: ScriptLine) {
    var texts: [Placed<String>] = []
    while let next = cursor.peek(), next.indent > line.indent {
      _ = cursor.take()
      let isBulleted = next.text.hasPrefix("- ")
      texts.append(
        Placed(
          ScriptRecorder.unescaped(String(next.text.dropFirst(isBulleted ? 2 : 0))),
          at: cursor.place(next)))
    }
    guard texts.count > 1 else {
      say(
        "missing-value", line, "there is nothing to shuffle",
        "below it, indented, at least two things the user says, one a line")
      return
    }
    add(.shuffle(texts), line)
  }

  // MARK: Other files

  /// A path in a script counts from the script's own folder.
  func path(_ text: String) -> String {
    text.hasPrefix("/") ? text : FileSystem.join(FileSystem.parent(of: script.file.path), text)
  }

  mutating func include(_ text: String, _ line: ScriptLine) {
    let path = path(text)
    guard !chain.contains(path), chain.count < 9 else {
      sayValue("include-cycle", line, "\"\(text)\" includes this file again", "take one away")
      return
    }
    guard let file = open(path) else {
      sayValue("no-file", line, "no file \"\(path)\" can be read", "paths count from this file")
      return
    }
    var other = ScriptReading(file: file, row: row, open: open, chain: chain + [path])
    other.read()
    diagnostics += other.diagnostics
    files += [file] + other.files
    adopt(other.script, path: path)
  }

  private mutating func adopt(_ other: Script, path: String) {
    script.includes += [path] + other.includes
    if script.region == nil { script.region = other.region }
    if script.pack == nil { script.pack = other.pack }
    if !given.contains("date"), other.isDated {
      script.date = other.date
      script.isDated = true
    }
    script.tags += other.tags.filter { !script.tags.contains($0) }
    script.never += other.never
    if script.answers == nil { script.answers = other.answers }
    if script.steps.isEmpty {
      script.opening.bot += other.opening.bot
      script.opening.notBot += other.opening.notBot
      script.opening.expectations += other.opening.expectations
      script.opening.within += other.opening.within
    }
    script.steps += other.steps
    if !other.steps.isEmpty { target = .step(script.steps.count - 1) }
  }

  // MARK: Messages

  mutating func once(_ line: ScriptLine) -> Bool {
    guard let key = line.key else { return false }
    if !isHeader, key != "date" {
      say(
        "misplaced", line, "\"\(key)\" stands behind the first turn",
        "it belongs to the beginning of the file")
      return false
    }
    guard given.insert(key).inserted else {
      say("given-twice", line, "\"\(key)\" is given twice", "take one away")
      return false
    }
    return true
  }

  mutating func value(_ line: ScriptLine) -> String? {
    guard line.value.isEmpty else { return line.value }
    say("missing-value", line, "nothing stands behind \"\(line.key ?? "")\"", "add it")
    return nil
  }

  mutating func unknownKey(_ key: String, _ line: ScriptLine) {
    let near = NearestName.of(key, among: Self.keys).map { "did you mean \"\($0):\"?" }
    say(
      "unknown-key", line, "a script has no \"\(key):\" lines",
      near ?? "there are: \(Self.keys.joined(separator: ", "))",
      length: key.unicodeScalars.count)
  }

  mutating func say(
    _ code: String, _ line: ScriptLine, _ message: String, _ help: String, length: Int? = nil
  ) {
    say(
      code, at: cursor.place(line),
      length: length ?? (line.key ?? line.text).unicodeScalars.count, message, help)
  }

  mutating func sayValue(_ code: String, _ line: ScriptLine, _ message: String, _ help: String) {
    say(
      code, at: cursor.place(line, column: line.valueColumn),
      length: line.value.unicodeScalars.count, message, help)
  }

  mutating func say(
    _ code: String, at place: SourcePlace, length: Int, _ message: String, _ help: String
  ) {
    diagnostics.append(
      Diagnostic(
        code: code, severity: .error, place: place, length: length, message: message, help: help))
  }
}
