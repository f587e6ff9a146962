extension Picture {
  /// The picture as Mermaid, which many places that show Markdown draw by themselves.
  package var mermaid: String {
    var text = "---\ntitle: \"\(Self.plain(title))\"\n---\n"
    text += "flowchart \(isWide ? "LR" : "TD")\n"
    var names: [String: String] = [:]
    for (number, box) in boxes.enumerated() {
      let name = "n\(number)"
      names[box.id] = name
      let (open, close) = Self.form(box.kind)
      let label = box.lines.map(Self.plain).joined(separator: "<br>")
      text += "  \(name)\(open)\"\(label)\"\(close)\n"
    }
    for arrow in arrows {
      guard let from = names[arrow.from], let to = names[arrow.to] else { continue }
      let line = arrow.isDashed ? "-.->" : "-->"
      let label = arrow.label.split(separator: "\n").map { Self.plain(String($0)) }
        .joined(separator: "<br>")
      text += "  \(from) \(line)" + (label.isEmpty ? "" : "|\"\(label)\"|") + " \(to)\n"
    }
    return text
  }

  private static func form(_ kind: Kind) -> (String, String) {
    switch kind {
    case .start: ("((", "))")
    case .state: ("(", ")")
    case .screen: ("{{", "}}")
    case .finding, .list: ("[", "]")
    case .rule: ("([", "])")
    case .cause: ("[[", "]]")
    case .level: ("[/", "/]")
    }
  }

  /// Without what would end a text or begin markup.
  private static func plain(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\"": result += "#quot;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "#": result += "#35;"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
  }
}
