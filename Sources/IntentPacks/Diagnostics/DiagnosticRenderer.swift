/// Prints diagnostics for people, for machines, and for the page of a pull request.
package struct DiagnosticRenderer: Sendable {
  private let files: [String: SourceFile]

  /// `files` are the sources by their shown path; a place in another file is printed without an excerpt.
  package init(files: [String: SourceFile] = [:]) { self.files = files }

  /// Place, sentence and code, the line with the word underlined, and what to do.
  package func text(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity.rawValue
    var text = "\(severity): \(diagnostic.message) [\(diagnostic.code)]\n"
    let place = diagnostic.place
    if !place.file.isEmpty {
      text = "\(place.file):\(place.line):\(place.column): " + text
    }
    guard let excerpt = excerpt(place) else {
      return diagnostic.help.map { text + "  \($0)\n" } ?? text
    }
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    text += "  \(number) | \(excerpt.line)\n"
    let length = max(1, min(diagnostic.length, excerpt.rest))
    let caret = "^" + String(repeating: "~", count: length - 1)
    text += "  \(margin) | \(excerpt.indent)\(caret)"
    if let help = diagnostic.help { text += " \(help)" }
    return text + "\n"
  }

  /// All of them, with a last line that counts.
  package func text(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var text = diagnostics.map { self.text($0) }.joined()
    if !diagnostics.isEmpty {
      text += "\(counted(errors, "error")), \(counted(warnings, "warning"))\n"
    }
    return text
  }

  /// One JSON object with all of them, and with the figures given besides.
  package func json(_ diagnostics: [Diagnostic], facts: [(name: String, value: Int?)] = [])
    -> String
  {
    let objects = diagnostics.map { diagnostic in
      var pairs = [
        ("code", JSONString.quoted(diagnostic.code)),
        ("severity", JSONString.quoted(diagnostic.severity.rawValue)),
        ("file", JSONString.quoted(diagnostic.place.file)), ("line", String(diagnostic.place.line)),
        ("column", String(diagnostic.place.column)), ("length", String(diagnostic.length)),
        ("message", JSONString.quoted(diagnostic.message)),
      ]
      if let help = diagnostic.help { pairs.append(("help", JSONString.quoted(help))) }
      return "{" + pairs.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }
    let errors = diagnostics.count { $0.severity == .error }
    let figures = facts.compactMap { fact in fact.value.map { "\"\(fact.name)\": \($0), " } }
    return "{\"errors\": \(errors), \"warnings\": \(diagnostics.count - errors), "
      + figures.joined()
      + "\"diagnostics\": [" + objects.joined(separator: ", ") + "]}\n"
  }

  /// Workflow commands that put each message on its line of a pull request.
  package func github(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let place = diagnostic.place
      let end = place.column + diagnostic.length - 1
      let help = diagnostic.help.map { "\n" + $0 } ?? ""
      return "::\(diagnostic.severity.rawValue) file=\(property(place.file)),line=\(place.line),"
        + "col=\(place.column),endColumn=\(end),title=\(property(diagnostic.code))::"
        + escaped(diagnostic.message + help) + "\n"
    }.joined()
  }

  // MARK: Excerpt

  /// The line with control characters made visible, what to put before the caret, and what is left behind it.
  private func excerpt(_ place: SourcePlace) -> (line: String, indent: String, rest: Int)? {
    guard let file = files[place.file], place.line >= 1, place.line <= file.lineCount else {
      return nil
    }
    let scalars = String(decoding: file.line(place.line), as: UTF8.self).unicodeScalars
    guard !scalars.isEmpty else { return nil }
    let before = max(0, place.column - 1)
    let start = max(0, before - 60)
    var line = ""
    var indent = start > 0 ? "   " : ""
    var count = 0
    for scalar in scalars.dropFirst(start).prefix(96) {
      let isPlain =
        scalar.value >= 0x20 && scalar.properties.generalCategory != .format
        && scalar.value != 0x7F && !(0x80...0x9F).contains(scalar.value)
      line.unicodeScalars.append(scalar == "\t" ? " " : isPlain ? scalar : "\u{FFFD}")
      if count < before - start { indent += " " }
      count += 1
    }
    let shown = (start > 0 ? "..." : "") + line + (scalars.count > start + 96 ? "..." : "")
    return (shown, indent, max(1, count - (before - start)))
  }

  // MARK: Forms

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private func property(_ text: String) -> String {
    escaped(text).split(separator: ":", omittingEmptySubsequences: false).joined(separator: "%3A")
      .split(separator: ",", omittingEmptySubsequences: false).joined(separator: "%2C")
  }
}
