/// One thing the format can say: a script in which it holds, and one in which it does not.
struct ScriptFeature: Sendable, CustomStringConvertible {
  var name: String
  var passing: String
  var failing: String
  var including: [String: String] = [:]

  var description: String { name }

  init(
    _ name: String, passing: String, failing: String, including: [String: String] = [:]
  ) {
    self.name = name
    self.passing = passing
    self.failing = failing
    self.including = including
  }

  /// An expectation of the last of some lines.
  private static func expecting(
    _ name: String, after said: String..., right: String, wrong: String
  ) -> ScriptFeature {
    let talk = said.map { "user: \($0)\n" }.joined()
    return ScriptFeature(
      name, passing: talk + "expect: \(right)", failing: talk + "expect: \(wrong)")
  }

  static let all = words + checks + turns + blocks

  /// What the assistant says.
  static let words = [
    ScriptFeature(
      "bot", passing: "user: chest pain\nbot: call for * now.\nbot: ...",
      failing: "user: chest pain\nbot: call for * later.\nbot: ..."),
    ScriptFeature(
      "bot-any-lines", passing: "user: squats\nbot: ...\nbot: any of these?\nbot: ...",
      failing: "user: squats\nbot: ...\nbot: any of those?\nbot: ..."),
    ScriptFeature(
      "bot-either-or",
      passing: "user: chest pain\nbot: call a friend.\nor: call for help now.\nbot: ...",
      failing: "user: chest pain\nbot: call a friend.\nor: call your mother.\nbot: ..."),
    ScriptFeature(
      "bot-covers-all", passing: "user: chest pain\nbot: call for help now.\nbot: ...",
      failing: "user: chest pain\nbot: call for help now."),
    ScriptFeature(
      "not-bot", passing: "user: chest pain\nnot bot: *squats*",
      failing: "user: chest pain\nnot bot: *help*\nor: *nothing*"),
    ScriptFeature(
      "never", passing: "never: *a clot*\nuser: squats\nuser: chest pain",
      failing: "never: call*\nuser: squats\nuser: chest pain"),
    ScriptFeature(
      "opening", passing: "bot: what is going on*\nexpect: state welcome\nuser: squats",
      failing: "bot: hello*\nexpect: state conclusion\nuser: squats"),
  ]

  /// What is expected besides the words.
  static let checks = [
    expecting("level", after: "my calf is swollen", right: "level soon", wrong: "level urgent"),
    expecting(
      "level-at-least", after: "squats", right: "level at least routine",
      wrong: "level at least soon"),
    expecting(
      "level-at-most", after: "chest pain", right: "level at most emergency",
      wrong: "level at most urgent"),
    expecting("phase", after: "squats", right: "phase asking", wrong: "phase concluded"),
    expecting("ended", after: "squats", right: "phase asking", wrong: "ended"),
    expecting("state", after: "squats", right: "state screening", wrong: "state explore"),
    expecting(
      "flag-raised", after: "my calf is swollen", right: "flag dvt raised",
      wrong: "flag heart raised"),
    expecting(
      "flag-raised-at", after: "my calf is swollen", right: "flag dvt raised at soon",
      wrong: "flag dvt raised at urgent"),
    expecting(
      "flag-suspected", after: "my calf is swollen", right: "flag dvt raised",
      wrong: "flag dvt suspected"),
    expecting("flag-clear", after: "squats", right: "flag dvt clear", wrong: "flag dvt raised"),
    expecting("no-flag", after: "chest pain", right: "no flag dvt", wrong: "no flag heart"),
    expecting(
      "finding", after: "my calf is swollen", right: "finding calf_swelling = yes",
      wrong: "finding calf_swelling = no"),
    expecting(
      "finding-not-heard", after: "my calf is massive", right: "finding calf_swelling = unknown",
      wrong: "finding calf_swelling = yes"),
    expecting(
      "finding-side", after: "my left calf is swollen", right: "finding calf_swelling.side = left",
      wrong: "finding calf_swelling.side = right"),
    expecting("no-finding", after: "squats", right: "no finding sore", wrong: "no finding leg_day"),
    expecting(
      "status", after: "my calf is not swollen", right: "status calf_swelling = negated",
      wrong: "status calf_swelling = affirmed"),
    expecting(
      "cause-in-first", after: "squats", "none", "yes", right: "cause short_sleep in first 2",
      wrong: "cause short_sleep in first 1"),
    expecting(
      "cause", after: "squats", "none", "no", right: "cause heavy_lifting",
      wrong: "cause short_sleep"),
    expecting(
      "no-cause", after: "squats", "none", "no", right: "no cause short_sleep",
      wrong: "no cause heavy_lifting"),
    expecting("no-causes", after: "chest pain", right: "no causes", wrong: "cause heavy_lifting"),
    expecting(
      "intent", after: "what is overtraining", right: "intent what_is_it", wrong: "no intent"),
    ScriptFeature(
      "intent-not-heard", passing: "user: what is overtraining\nexpect: intent what_is_it",
      failing: "user: what about overtraining\nexpect: intent what_is_it"),
    expecting(
      "correction", after: "my calf is swollwn", right: "correction swollwn -> swollen",
      wrong: "no correction"),
    expecting(
      "correction-missing", after: "my calf is swollen", right: "no correction",
      wrong: "correction swollwn"),
    expecting("question", after: "squats", right: "question legs", wrong: "question sore"),
    expecting(
      "no-question", after: "squats", "none", "yes", right: "no question", wrong: "question sore"),
    expecting("questions", after: "squats", right: "questions 1", wrong: "questions 2"),
    expecting(
      "questions-at-most", after: "squats", right: "questions at most 8",
      wrong: "questions at most 0"),
    expecting(
      "first-line", after: "chest pain", right: "first line Call *", wrong: "first line Rest *"),
    expecting("words", after: "chest pain", right: "words at most 100", wrong: "words at most 1"),
    expecting(
      "reading-grade", after: "chest pain", right: "reading grade at most 12",
      wrong: "reading grade at most -9"),
  ]

  /// Alternatives, later turns, every turn.
  static let turns = [
    ScriptFeature(
      "alternatives", passing: "user: my calf is swollen\nor: puffy calf\nexpect: flag dvt raised",
      failing: "user: my calf is swollen\nor: chest pain\nexpect: level at least soon"),
    ScriptFeature(
      "expect-within",
      passing: "user: squats\nexpect within 2 turns: phase concluded\nuser: none\nuser: yes",
      failing: "user: squats\nexpect within 1 turn: phase concluded\nuser: none\nuser: yes"),
    ScriptFeature(
      "expect-at-end",
      passing: "expect at end: phase concluded\nuser: squats\nuser: none\nuser: yes",
      failing: "expect at end: phase concluded\nuser: squats\nuser: none"),
    ScriptFeature(
      "say-at-every-turn",
      passing: "say at every turn: chest pain\nexpect: level emergency\nuser: squats\nuser: none",
      failing:
        "say at every turn: my calf is swollen\nexpect: question long_journey\nuser: chest pain"),
    ScriptFeature(
      "date",
      passing:
        "date: 2026-03-02\nuser: squats\ndate: 2026-03-04\nuser: none\nexpect: question sore",
      failing: "date: 2026-03-02\nuser: squats\ndate: 2026-03-04\nuser: none\nexpect: question legs"
    ),
    ScriptFeature(
      "known-failure", passing: "known failure: not yet\nuser: squats\nexpect: level urgent",
      failing: "known failure: not yet\nuser: squats\nexpect: level routine"),
    ScriptFeature(
      "skip", passing: "skip: not yet\nuser: squats\nexpect: level urgent",
      failing: "user: squats\nexpect: level urgent"),
  ]

  /// Blocks of several lines, and other files.
  static let blocks = [
    ScriptFeature(
      "answers",
      passing: "answers:\n  sore: yes\n  *: no\nuser: squats\nexpect at end: finding sore = yes",
      failing: "answers:\n  legs: none\nuser: squats\nexpect at end: finding sore = yes"),
    ScriptFeature(
      "answers-between",
      passing:
        "user: squats\nanswers:\n  *: no\nexpect: phase concluded\nuser: chest pain\nexpect: level emergency",
      failing:
        "user: squats\nanswers:\n  *: no\nexpect: phase asking\nuser: chest pain\nexpect: level soon"
    ),
    ScriptFeature(
      "shuffle",
      passing:
        "shuffle:\n  my calf is swollen\n  i had a long flight on tuesday\nexpect: level urgent",
      failing: "shuffle:\n  squats\n  my calf is swollen\nexpect: question legs"),
    ScriptFeature(
      "examples",
      passing:
        "examples:\n  | said | level |\n  | chest pain | emergency |\n  | squats | routine |\nuser: <said>\nexpect: level <level>",
      failing:
        "examples:\n  | said | level |\n  | chest pain | emergency |\n  | squats | soon |\nuser: <said>\nexpect: level <level>"
    ),
    ScriptFeature(
      "include", passing: "include: start.chat\nuser: none\nexpect: question sore",
      failing: "include: start.chat\nuser: none\nexpect: question legs",
      including: ["start.chat": "user: squats\n"]),
    ScriptFeature(
      "same-as", passing: "same as: other.chat\nuser: my calf is swollen",
      failing: "same as: other.chat\nuser: squats",
      including: ["other.chat": "user: puffy calf\n"]),
  ]
}
