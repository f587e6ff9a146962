extension Picture {
  /// The picture in the language of Graphviz.
  package var dot: String {
    var text = "digraph pack {\n"
    text += "  label=\(Self.quoted([title])); labelloc=t; fontname=\"sans-serif\"; fontsize=18;\n"
    text += "  rankdir=\(isWide ? "LR" : "TB"); nodesep=0.25; ranksep=0.5;\n"
    text += "  node [fontname=\"sans-serif\", fontsize=12, style=filled, color=\"#555555\"];\n"
    text += "  edge [fontname=\"sans-serif\", fontsize=10, color=\"#555555\"];\n"
    for box in boxes {
      let label = box.kind == .list ? Self.leftAligned(box.lines) : Self.quoted(box.lines)
      text += "  \(Self.quoted([box.id])) [label=\(label), \(Self.form(box.kind))];\n"
    }
    for arrow in arrows {
      text += "  \(Self.quoted([arrow.from])) -> \(Self.quoted([arrow.to]))"
      var marks: [String] = []
      if !arrow.label.isEmpty {
        marks.append("label=\(Self.quoted(arrow.label.split(separator: "\n").map(String.init)))")
      }
      if arrow.isDashed { marks.append("style=dashed") }
      text += marks.isEmpty ? ";\n" : " [\(marks.joined(separator: ", "))];\n"
    }
    return text + "}\n"
  }

  private static func form(_ kind: Kind) -> String {
    switch kind {
    case .start: "shape=circle, fillcolor=\"#333333\", fontcolor=white"
    case .state: "shape=box, style=\"filled,rounded\", fillcolor=\"#dce9f7\""
    case .screen: "shape=hexagon, fillcolor=\"#fff3cd\""
    case .finding: "shape=box, fillcolor=\"#ffffff\""
    case .rule: "shape=ellipse, fillcolor=\"#eeeeee\""
    case .cause: "shape=box, style=\"filled,bold\", fillcolor=\"#dff0d8\""
    case .level: "shape=octagon, fillcolor=\"#f8d7da\""
    case .list: "shape=box, fillcolor=\"#fafafa\""
    }
  }

  private static func quoted(_ lines: [String]) -> String {
    "\"" + lines.map(escaped).joined(separator: "\\n") + "\""
  }

  private static func leftAligned(_ lines: [String]) -> String {
    "\"" + lines.map { escaped($0) + "\\l" }.joined() + "\""
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : $0.isNewline ? [" "] : [$0] })
  }
}
