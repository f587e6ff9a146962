/// Lays `bot:` lines over the lines of a reply.
struct ReplyCover {
  /// One step of laying them over each other.
  enum Step {
    /// Line `line` is met by `bot:` line `bot`; for `...` by a further one.
    case kept(bot: Int, line: Int?)
    case missing(bot: Int)
    case extra(line: Int)
  }

  let steps: [Step]
  let cost: Int

  var isWhole: Bool { cost == 0 }

  /// Whether the lines cover the reply, its numbered choices left out or written down.
  static func covers(_ bot: [BotLine], _ reply: FoldedReply) -> Bool {
    covers(bot, reply.lines) || (reply.say.count < reply.lines.count && covers(bot, reply.say))
  }

  private static func covers(_ bot: [BotLine], _ lines: [FoldedLine]) -> Bool {
    var at = 0
    var pattern = 0
    var anyAt: (pattern: Int, line: Int)?
    while at < lines.count {
      if pattern < bot.count, bot[pattern].isAnyLines {
        anyAt = (pattern, at)
        pattern += 1
      } else if pattern < bot.count, bot[pattern].matches(lines[at]) {
        pattern += 1
        at += 1
      } else if let any = anyAt {
        anyAt = (any.pattern, any.line + 1)
        pattern = any.pattern + 1
        at = any.line + 1
      } else {
        return false
      }
    }
    return bot[pattern...].allSatisfy(\.isAnyLines)
  }

  /// The way of laying them over each other with the fewest missing and extra lines.
  init(_ bot: [BotLine], _ reply: FoldedReply) {
    let whole = ReplyCover(bot, reply.lines)
    let said = reply.say.count < reply.lines.count ? ReplyCover(bot, reply.say) : nil
    if let said, said.cost < whole.cost { self = said } else { self = whole }
  }

  private init(_ bot: [BotLine], _ lines: [FoldedLine]) {
    let (m, n) = (bot.count, lines.count)
    // costs[i][j]: what it takes to lay bot[i...] over lines[j...].
    var costs = [[Int]](repeating: [Int](repeating: 0, count: n + 1), count: m + 1)
    for i in stride(from: m, through: 0, by: -1) {
      for j in stride(from: n, through: 0, by: -1) where i < m || j < n {
        var best = Int.max
        if i < m {
          if bot[i].isAnyLines {
            best = min(best, costs[i + 1][j])
            if j < n { best = min(best, costs[i][j + 1]) }
          } else {
            best = min(best, costs[i + 1][j] + 1)
            if j < n, bot[i].matches(lines[j]) { best = min(best, costs[i + 1][j + 1]) }
          }
        }
        if j < n { best = min(best, costs[i][j + 1] + 1) }
        costs[i][j] = best
      }
    }
    cost = costs[0][0]
    var steps: [Step] = []
    var (i, j) = (0, 0)
    while i < m || j < n {
      let here = costs[i][j]
      if i < m, bot[i].isAnyLines, costs[i + 1][j] == here {
        steps.append(.kept(bot: i, line: nil))
        i += 1
      } else if i < m, j < n, bot[i].isAnyLines, costs[i][j + 1] == here {
        steps.append(.kept(bot: i, line: j))
        j += 1
      } else if i < m, j < n, !bot[i].isAnyLines, bot[i].matches(lines[j]),
        costs[i + 1][j + 1] == here
      {
        steps.append(.kept(bot: i, line: j))
        i += 1
        j += 1
      } else if i < m, !bot[i].isAnyLines, costs[i + 1][j] + 1 == here {
        steps.append(.missing(bot: i))
        i += 1
      } else {
        steps.append(.extra(line: j))
        j += 1
      }
    }
    self.steps = steps
  }

  /// For a mismatch: what was met, what is missing, what nobody expected.
  func diff(_ bot: [BotLine], _ lines: [String]) -> [DiffLine] {
    steps.compactMap { step in
      switch step {
      case .kept(_, let line?): .same(lines[line])
      case .kept(_, nil): nil
      case .missing(let number): .missing(bot[number].text)
      case .extra(let line): .extra(lines[line])
      }
    }
  }
}

/// The lines of a reply made ready for comparing.
struct FoldedReply {
  /// Paragraphs, then numbered choices.
  let lines: [FoldedLine]
  /// The paragraphs alone.
  let say: [FoldedLine]

  init(lines: [String], sayCount: Int) {
    self.lines = lines.map(FoldedLine.init)
    say = Array(self.lines.prefix(sayCount))
  }
}
