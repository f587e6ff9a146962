/// The keys of a cause.
enum CauseKeys {
  private static let weights = KeyShape.map(.keyword(Cause.Weight.allCases.map(\.rawValue)))

  static let all: [Key<Cause>] = [
    Key("name", .text, "The cause in plain words.") { $0.name = $1.string },
    Key("called", .lines, "How people name it.") { $0.called = $1.lines },
    Key("how_common", .keyword(Cause.Frequency.allCases.map(\.rawValue)), "How common it is.") {
      $0.howCommon = Cause.Frequency(rawValue: $1.string) ?? .uncommon
    },
    Key("supports", weights, "Findings for it: weak, moderate or strong.") {
      $0.supports = support($1)
    },
    Key("against", weights, "Findings against it: weak, moderate or strong.") {
      $0.against = support($1)
    },
    Key("level", .keyword(Level.allCases.map(\.rawValue)), "How soon to be seen.") {
      $0.level = Level(rawValue: $1.string) ?? .routine
    },
    Key("soon_when", .conditions, "What makes a routine cause one to be seen soon.") {
      $0.soonWhen = $1.conditions
    },
    Key("evidence", .keyword(Cause.Evidence.allCases.map(\.rawValue)), "How sure the science is.") {
      $0.evidence = Cause.Evidence(rawValue: $1.string) ?? .moderate
    },
    Key("explain", .text, "Why it does what is felt, in one or two sentences.") {
      $0.explain = $1.text
    },
    Key("do", .lines, "What to do, one action a line.") { $0.advice = $1.lines },
    Key("avoid", .list(.id), "What not to do.") { $0.avoid = $1.texts },
    Key("better_by", .raw, "When it should be better: 3 days.") { $0.betterBy = $1.text },
    Key("see_someone", .text, "When to see a clinician.") { $0.seeSomeone = $1.text },
    Key("tests", .text, "What a clinician may do.") { $0.tests = $1.text },
    Key("sources", .list(.id), "Where it comes from.") { $0.sources = $1.texts },
  ]

  private static func support(_ value: KeyValue) -> [Cause.Support] {
    value.map.compactMap { entry in
      Cause.Weight(rawValue: entry.value.string).map {
        Cause.Support(finding: entry.key.value, weight: $0, place: entry.key.place)
      }
    }
  }
}
