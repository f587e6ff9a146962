/// The keys of a finding.
enum FindingKeys {
  static let all: [Key<Finding>] = [
    Key("topic", .id, "What it is about; scripts may answer by topic.") { $0.topic = $1.string },
    Key("name", .text, "A noun phrase for summaries.") { $0.name = $1.string },
    Key("back", .text, "How it is said back, in the second person; {side} is the side.") {
      $0.back = $1.string
    },
    Key("said", .text, "How a value stands in a list of what was said: ferritin {value}.") {
      $0.said = $1.string
    },
    Key("said_after", .text, "The same, right behind the first sign: for {value}.") {
      $0.saidAfter = $1.string
    },
    Key("item", .text, "How it stands in a screen, about six words.") { $0.item = $1.string },
    Key("group", .id, "The group of flags it belongs to.") { $0.group = $1.string },
    Key("kind", .keyword(Finding.Kind.allCases.map(\.rawValue)), "What kind of answer it has.") {
      $0.kind = Finding.Kind(rawValue: $1.string) ?? .yesNo
    },
    Key("options", .map(.plainOr(.text, map: .record(option, others: nil))), "Options of a choice.")
    {
      finding, value in finding.options = value.map.map { makeOption($0.key, $0.value) }
    },
    Key("unit", .text, "The unit of a number.") { $0.unit = $1.string },
    Key("range", .list(.number), "The lowest and highest plausible number.") {
      let numbers = $1.list.compactMap(\.number)
      if numbers.count == 2, numbers[0] <= numbers[1] { $0.range = numbers[0]...numbers[1] }
    },
    Key("captures", .lines, "Patterns that volunteer the value: slept {number} hours.") {
      $0.captures = $1.lines
    },
    Key("time", .keyword(Finding.Time.allCases.map(\.rawValue)), "A state now, an event, or ever.")
    {
      $0.time = Finding.Time(rawValue: $1.string) ?? .now
    },
    Key("background", .flag, "True for risks and circumstances: makes no flag suspected.") {
      $0.background = $1.flag
    },
    Key("recovers", .flag, "True for a sign that comes and goes.") { $0.recovers = $1.flag },
    Key("best_of", .flag, "True for a choice of what fits best: the rest may be true too.") {
      $0.bestOf = $1.flag
    },
    Key("one_sided", .flag, "True when its question asks about one side: a plain yes means one.") {
      $0.oneSided = $1.flag
    },
    Key("private", .flag, "True when the question may be skipped.") { $0.isPrivate = $1.flag },
    Key("means", .conditions, "Derived: true when any of these lines is.") {
      $0.means = $1.conditions
    },
    Key("implies", .list(.id), "Findings that are true when this is.") { $0.implies = $1.texts },
    Key("when", .condition, "Asked only while this is not known false.") { $0.when = $1.condition },
    Key("patterns", .lines, "Ways of saying it, one a line.") { $0.patterns = $1.lines },
    Key("denied", .lines, "Ways of saying that it is not so.") { $0.denied = $1.lines },
    Key("examples", .lines, "Sentences that must be understood as this.") {
      $0.examples = $1.lines
    },
    Key("not", .lines, "Sentences that must not be understood as this.") { $0.not = $1.lines },
    Key("ask", .text, "The question; yes is the dangerous answer.") { $0.ask = $1.text },
    Key("why", .text, "Why it is asked.") { $0.why = $1.text },
    Key("how", .text, "How to find out, for who is not sure.") { $0.how = $1.text },
  ]

  private static let option = [
    KeyDescription("text", .text, "The option as it is listed.", isRequired: true),
    KeyDescription("said", .text, "How the choice is said back in a list."),
    KeyDescription("patterns", .lines, "Ways of saying it, one a line."),
    KeyDescription(
      "words", .lines, "Words that choose it as an answer, and say nothing elsewhere."),
  ]

  private static func makeOption(_ id: Placed<String>, _ value: KeyValue) -> Finding.Option {
    let text = value.text ?? value["text"]?.text
    return Finding.Option(
      id: id.value, text: text?.value ?? id.value, said: value["said"]?.text?.value,
      patterns: value["patterns"]?.lines ?? [], words: value["words"]?.lines ?? [])
  }
}
