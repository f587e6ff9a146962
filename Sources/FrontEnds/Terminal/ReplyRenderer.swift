import DialogEngine

/// Lays a reply out for people: paragraphs broken to the width, numbered choices, bars for weights.
struct ReplyRenderer: Sendable {
  let traits: TerminalTraits
  var palette: Palette { Palette(isOn: traits.usesColour) }

  /// The reply as lines, each ended.
  func render(_ reply: Reply) -> String {
    let wrapper = TextWrapper(width: traits.width)
    var lines: [String] = []
    for (index, paragraph) in reply.paragraphs.enumerated() {
      let role = paragraph.role
      if isHeading(paragraph), !lines.isEmpty { lines.append("") }
      let text = traits.printable(paragraph.text)
      var own = wrapper.lines(text, hanging: hanging(text))
      if let bar = bar(paragraph, own) { own[own.count - 1] += bar }
      lines += own.map { palette.paint($0, Palette.meaning(of: role)) }
      if index == firstInstruction(reply), let rule = rule(under: own, role) { lines.append(rule) }
    }
    lines += choices(reply.choices, wrapper)
    return lines.map { $0 + "\n" }.joined()
  }

  private func choices(_ choices: [String], _ wrapper: TextWrapper) -> [String] {
    choices.enumerated().flatMap { index, choice in
      let number = "\(index + 1). "
      return wrapper.lines(
        "  " + number + traits.printable(choice), hanging: 2 + number.utf8.count)
    }
  }

  /// Whether a paragraph opens one of the causes of a conclusion.
  private func isHeading(_ paragraph: Reply.Paragraph) -> Bool {
    traits.isTerminal && paragraph.role == .cause && paragraph.weight != nil
  }

  private func hanging(_ text: String) -> Int {
    let digits = text.prefix { $0.isNumber }
    return !digits.isEmpty && text.dropFirst(digits.count).hasPrefix(". ") ? digits.count + 2 : 0
  }

  /// The instruction of an emergency stands out in monochrome too: it is ruled off below, so that nothing
  /// stands before it.
  private func firstInstruction(_ reply: Reply) -> Int? {
    guard traits.isTerminal, !traits.isPlain else { return nil }
    return reply.paragraphs.firstIndex { $0.role == .emergency || $0.role == .urgent }
  }

  private func rule(under lines: [String], _ role: Reply.Role) -> String? {
    let width = lines.map { DisplayWidth.of($0) }.max() ?? 0
    let sign = role == .emergency ? "=" : "-"
    return palette.paint(
      String(repeating: sign, count: min(width, traits.width ?? width)), Palette.meaning(of: role))
  }

  /// A bar of one to eight blocks behind the last line of a cause's heading, when it fits.
  private func bar(_ paragraph: Reply.Paragraph, _ lines: [String]) -> String? {
    guard let weight = paragraph.weight, !traits.isPlain else { return nil }
    let cells = max(1, min(8, Int((min(max(weight, 0), 1) * 8).rounded())))
    let bar = "  " + String(repeating: traits.isUTF8 ? "█" : "#", count: cells)
    let used = DisplayWidth.of(lines.last ?? "") + 2 + cells
    return used <= traits.width ?? .max ? bar : nil
  }
}
