package import DialogEngine
package import LanguageProcessing

/// A conversation as a script: what `--save` writes.
package enum ScriptRecorder {
  /// The lines before the first turn: title, pack, region, date, and what the assistant opened with.
  package static func opening(
    title: String, pack: String, region: RegionChoice, date: CalendarDate, reply: Reply
  ) -> String {
    var lines = ["title: \(oneLine(title))", "pack: \(oneLine(pack))"]
    switch region {
    case .unknown: break
    case .sure(let id): lines.append("region: \(id)")
    case .locale(let id): lines.append("region: \(id) from locale")
    }
    lines.append("date: \(date)")
    lines.append("")
    return (lines + bot(reply)).joined(separator: "\n") + "\n"
  }

  /// The lines of one turn, to be appended as soon as it is answered.
  ///
  /// - Parameter before: the day of the turn before this one.
  package static func turn(
    _ text: String, on date: CalendarDate, after before: CalendarDate, reply: Reply
  ) -> String {
    var lines = [""]
    if date != before { lines.append("date: \(date)") }
    let typed = escaped(text)
    lines.append(typed.isEmpty ? "user:" : "user: \(typed)")
    return (lines + bot(reply)).joined(separator: "\n") + "\n"
  }

  /// The reply as `bot:` lines.
  package static func bot(_ reply: Reply) -> [String] {
    reply.lines.map { "bot: \(BotPattern.escaped(visible($0)))" }
  }

  // MARK: Text in one line

  /// What was typed, as one line: `\n` for a line break, `\\` for a backslash. What nobody sees goes as it does where a
  /// line is heard, so that the script is heard the same.
  package static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.withoutControls.unicodeScalars {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The text that `escaped` wrote; a backslash before any other sign stands for itself.
  package static func unescaped(_ written: String) -> String {
    guard written.contains("\\") else { return written }
    var out = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in written.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "n": out.append("\n")
        case "\\": out.append("\\")
        default:
          out.append("\\")
          out.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        out.append(scalar)
      }
    }
    if isEscaped { out.append("\\") }
    return String(out)
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(visible(text).unicodeScalars.filter { $0 != "\n" }))
  }

  private static func visible(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      out.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return String(out)
  }
}
