/// The keys of a red flag and of a rule that raises flags.
enum RedFlagKeys {
  private static let levelNames = Level.allCases.map(\.rawValue)

  private static func byLevel(_ shape: KeyShape) -> KeyShape {
    .record(
      Level.allCases.reversed().map {
        KeyDescription($0.rawValue, shape, "At level \($0.rawValue).")
      },
      others: nil)
  }

  static let all: [Key<RedFlag>] = [
    Key("name", .text, "What it may be, in plain words.") { $0.name = $1.string },
    Key("group", .id, "The group of flags it belongs to.") { $0.group = $1.string },
    Key("called", .lines, "How people name it.") { $0.called = $1.lines },
    Key("ceiling", .keyword(levelNames), "The highest level that raising rules may reach.") {
      $0.ceiling = Level(rawValue: $1.string)
    },
    Key("bystander", .flag, "True when it counts for someone who is with the user.") {
      $0.bystander = $1.flag
    },
    Key("raise", byLevel(.conditions), "For each level the conditions of which any suffices.") {
      flag, value in
      for (key, lines) in value.map {
        if let level = Level(rawValue: key.value) { flag.raise[level] = lines.conditions }
      }
    },
    Key("unless", .condition, "An exception; holds only when affirmed.") {
      $0.unless = $1.condition
    },
    Key("assessed", .condition, "A clinician has examined it since.") {
      $0.assessed = $1.condition
    },
    Key("crisis", .flag, "True for a crisis of the mind: brief and gentle, the crisis line stays.")
    {
      $0.isCrisis = $1.flag
    },
    Key("suspected_by", .list(.id), "Signs that alone make it suspected; without it, every sign.") {
      $0.suspectedBy = $1.texts
    },
    Key("confirm", .list(.id), "What is asked when it is suspected, gravest first.") {
      $0.confirm = $1.texts.map(confirmation)
    },
    Key("then_ask", .list(.id), "Asked after urgent instructions: what could make it graver.") {
      $0.thenAsk = $1.texts.map(confirmation)
    },
    Key("first", .plainOr(.text, map: byLevel(.text)), "What to do, the first line.") {
      flag, value in
      if let text = value.text {
        for level in Level.allCases { flag.first[level] = text }
      }
      for (key, text) in value.map {
        if let level = Level(rawValue: key.value) { flag.first[level] = text.text }
      }
    },
    Key("tell_them", .text, "What to say on the phone.") { $0.tellThem = $1.text },
    Key("reason", .text, "Which danger, as a possibility.") { $0.reason = $1.text },
    Key("now", .text, "What to do while waiting.") { $0.now = $1.text },
    Key("avoid", .list(.id), "What not to do, gravest first.") { $0.avoid = $1.texts },
    Key("worse", .text, "What would make it an emergency.") { $0.worse = $1.text },
    Key("examples", .lines, "Sentences that must raise or suspect it.") { $0.examples = $1.lines },
    Key("not", .lines, "Sentences that must not raise it.") { $0.not = $1.lines },
    Key("sources", .list(.id), "Where the rule comes from.") { $0.sources = $1.texts },
    Key("accept_risk", .text, "Why a flag of another pack may be weakened or removed.") {
      $0.acceptRisk = $1.string
    },
    Key("remove", .flag, "True to take the flag of another pack away; wants accept_risk.") { _, _ in
    },
  ]

  static let raiseByOne: [Key<RaiseByOne>] = [
    Key("when", .conditions, "Conditions of which any suffices.", isRequired: true) {
      $0.when = $1.conditions
    },
    Key("levels", .list(.keyword(levelNames)), "Levels that are lifted.", isRequired: true) {
      $0.levels = $1.texts.compactMap { Level(rawValue: $0.value) }
    },
    Key("groups", .list(.id), "Groups of flags it touches; without it all.") {
      $0.groups = $1.texts.map(\.value)
    },
    Key("says", .text, "A sentence on where to go instead.") { $0.says = $1.text },
    Key("accept_risk", .text, "Why a rule of another pack may be weakened or removed.") {
      $0.acceptRisk = $1.string
    },
    Key("remove", .flag, "True to take the rule of another pack away; wants accept_risk.") { _, _ in
    },
  ]

  private static func confirmation(_ text: Placed<String>) -> RedFlag.Confirmation {
    let parts = text.value.split(separator: ".", maxSplits: 1).map(String.init)
    return RedFlag.Confirmation(
      id: parts.first ?? text.value, attribute: parts.count == 2 ? parts[1] : nil, place: text.place
    )
  }
}
