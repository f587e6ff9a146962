import LanguageProcessing

/// The keys of the `language:` section.
enum LanguageKeys {
  static let all: [Key<Language>] = [
    Key("stemmer", .id, "Another Snowball stemmer than that of the language, or none.") {
      $0.stemmer = $1.string
    },
    Key("ignorable", .lines, "Words that never count: articles, possessives.") {
      $0.ignorable += strings($1)
    },
    Key("expansions", .pairs(.text), "One word written, several meant: can't = can not.") {
      $0.expansions += texts($1).map { (from: $0, to: $1) }
    },
    Key("irregular", .pairs(.text), "Irregular forms and their base: mice = mouse.") {
      $0.irregular += texts($1).map { (form: $0, base: $1) }
    },
    Key("number_words", .pairs(.number), "Number words: one = 1.") {
      $0.numberWords += numbers($1).map { (word: $0, value: $1) }
    },
    Key(
      "units", .pairs(.text), "Unit words and what they stand for: wks = week, league = 4.8 km."
    ) {
      $0.units += texts($1).map { (word: $0, unit: $1) }
    },
    Key(
      "quantities", .pairs(.text), "Words that are an amount without a number: half day = 0.5 day."
    ) {
      $0.quantities += texts($1).map { (word: $0, quantity: $1) }
    },
    Key(
      "frequencies", .pairs(.text),
      "How often things come, and how many times in which unit: most nights = 5 week."
    ) {
      $0.frequencies += texts($1).map { (phrase: $0, rate: $1) }
    },
    Key(
      "time_phrases", .pairs(.number), "Points in time and the days they lie back: last week = 7."
    ) {
      $0.timePhrases += numbers($1).map { (phrase: $0, days: $1) }
    },
    Key("weekdays", .pairs(.number), "Names of days, Monday is 1: tues = 2.") {
      $0.weekdays += integers($1).map { (word: $0, number: $1) }
    },
    Key("months", .pairs(.number), "Names of months: sept = 9.") {
      $0.months += integers($1).map { (word: $0, number: $1) }
    },
    Key("sides", .pairs(.side), "Words for sides: left = left; left, right, both or one.") {
      $0.sides += texts($1).compactMap { phrase, side in
        Side(rawValue: side).map { (phrase: phrase, side: $0) }
      }
    },
    Key("body_parts", .pairs(.text), "Wordings of body parts and their id: hands = hand.") {
      $0.bodyParts += texts($1).map { (phrase: $0, part: $1) }
    },
    Key("cues", .map(.lines), "Cue phrases by kind.") { language, value in
      for (kind, lines) in value.map { language.cues[kind.value, default: []] += strings(lines) }
    },
    Key("answers", .map(.lines), "Wordings of answers by kind.") { language, value in
      for (kind, lines) in value.map { language.answers[kind.value, default: []] += strings(lines) }
    },
    Key("slips", .pairs(.slip), "Real words typed for others: week = weak beside @body_part.") {
      $0.slips += texts($1).compactMap { from, rest in
        let parts = rest.split(separator: " beside ", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (from: from, to: parts[0], beside: parts[1]) : nil
      }
    },
    Key("common_words", .blob, "Words of the language that are never corrected, one a line.") {
      $0.commonWords = $1.string
    },
  ]

  private static func strings(_ value: KeyValue) -> [String] { value.lines.map(\.value) }

  private static func texts(_ value: KeyValue) -> [(String, String)] {
    value.map.map { ($0.key.value, $0.value.string) }
  }

  private static func numbers(_ value: KeyValue) -> [(String, Double)] {
    texts(value).compactMap { word, text in ShapeReader.number(text).map { (word, $0) } }
  }

  private static func integers(_ value: KeyValue) -> [(String, Int)] {
    texts(value).compactMap { word, text in Int(text).map { (word, $0) } }
  }
}
