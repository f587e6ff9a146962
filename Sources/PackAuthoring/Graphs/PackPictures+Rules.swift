import IntentPacks

/// Pictures of a red flag's rule: what raises it, to which level.
extension PackPictures {
  func rule(of flag: RedFlag) -> Picture {
    var picture = Picture(title: "\(flag.id): \(flag.name)", isWide: true)
    let drawing = RuleDrawing(pack: pack)
    for level in Level.allCases.reversed() {
      guard let lines = flag.raise[level], !lines.isEmpty else { continue }
      let id = "level \(level.rawValue)"
      picture.box(id, .level, level.rawValue)
      for (number, line) in lines.enumerated() {
        drawing.draw(line.value, at: "\(level.rawValue) \(number)", to: id, &picture)
      }
    }
    for (condition, label) in [(flag.unless, "unless"), (flag.assessed, "once seen to: soon")] {
      guard let condition else { continue }
      let top = "level \(flag.highestLevel.rawValue)"
      drawing.draw(condition.value, at: label, to: top, label: label, isDashed: true, &picture)
    }
    return picture
  }
}

/// Draws conditions as trees; a test that stands in several lines of a rule is one box.
private struct RuleDrawing {
  let pack: Pack

  func draw(
    _ condition: Condition, at place: String, to target: String, label: String = "",
    isDashed: Bool = false, _ picture: inout Picture
  ) {
    let lines = ConditionLabel(pack: pack).lines(condition)
    let parts: [Condition]
    switch condition {
    case .and(let all), .or(let all), .atLeast(_, let all): parts = all
    case .not(let part): parts = [part]
    default:
      let id = "test " + lines.joined(separator: " ")
      picture.box(id, .finding, lines: lines)
      picture.arrow(id, target, label, isDashed: isDashed)
      return
    }
    let id = "rule \(place)"
    picture.box(id, .rule, lines: lines)
    picture.arrow(id, target, label, isDashed: isDashed)
    for (number, part) in parts.enumerated() {
      draw(part, at: "\(place).\(number)", to: id, &picture)
    }
  }
}
