import Testing

@testable import LanguageProcessing

struct ValueTests {
  private static let quantities: [(String, ValueMention.Kind, Double, Double)] = [
    ("30-40 km a week", ValueMention.Kind.distance, 30.0, 40.0),
    ("ran 10k", .distance, 10, 10), ("5 miles", .distance, 8.04672, 8.04672),
    ("a half marathon", .distance, 21.0975, 21.0975), ("did a marathon", .distance, 42.195, 42.195),
    ("twenty one km", .distance, 21, 21), ("half a dozen", .number, 6, 6),
    ("a couple of hours", .duration, 0.083333, 0.083333), ("3 wks", .duration, 21, 21),
    ("two and a half days", .duration, 2.5, 2.5), ("half an hour", .duration, 0.020833, 0.020833),
    ("im 17", .age, 17, 17), ("17 years old", .age, 17, 17), ("24yo", .age, 24, 24),
    ("in my 60s", .age, 60, 69), ("7/10", .severity, 7, 7), ("8 out of 10", .severity, 8, 8),
    ("38.5c", .temperature, 38.5, 38.5), ("fever of 39", .temperature, 39, 39),
    ("5:30/km", .pace, 5.5, 5.5), ("5:30 pace", .pace, 5.5, 5.5), ("last night", .ago, 1, 1),
    ("three days ago", .ago, 3, 3), ("2", .number, 2, 2), ("number 3", .number, 3, 3),
    ("most nights", .frequency, 5, 5), ("every other run", .frequency, 0.5, 0.5),
    ("1,500 m", .distance, 1.5, 1.5), ("30mpw", .distance, 48.28032, 48.28032),
    ("99999999999999999999999 km", .distance, 999_999_999_999_999, 999_999_999_999_999),
  ]

  @Test(arguments: [
    ("cramp twice a week", 2.0, "week"), ("cramp 3 times a day", 3, "day"),
    ("cramp 3 nights a week", 3, "week"), ("cramp every 2 weeks", 0.5, "week"),
    ("cramp every couple of days", 0.5, "day"), ("cramp once per month", 1, "month"),
    ("cramp every night", 1, "day"), ("cramp every other day", 0.5, "day"),
    ("cramp nearly every run", 0.9, "times"),
  ])
  func readsHowOften(_ text: String, _ times: Double, _ unit: String) {
    let values = Reader.lexicon.values(in: Reader.lexicon.read(text), on: Reader.date)
    let frequencies = values.filter { $0.kind == .frequency }
    #expect(frequencies.map(\.value) == [times])
    #expect(frequencies.map(\.unit) == [unit])
  }

  @Test(arguments: ["two a side", "ran 30 km a week", "a day at a time", "20 minutes a mile"])
  func readsNoFrequencyWhereNoneIsMeant(_ text: String) {
    let values = Reader.lexicon.values(in: Reader.lexicon.read(text), on: Reader.date)
    #expect(!values.contains { $0.kind == .frequency })
  }

  @Test("an amount is read with its kind, value and upper end", arguments: quantities)
  func readsQuantities(_ text: String, _ kind: ValueMention.Kind, _ value: Double, _ upper: Double)
  {
    let utterance = Reader.lexicon.read(text)
    let values = Reader.lexicon.values(in: utterance, on: Reader.date)
    #expect(values.count == 1)
    #expect(values.first?.kind == kind)
    #expect(abs((values.first?.value ?? -1) - value) < 0.0001)
    #expect(abs((values.first?.upper ?? -1) - upper) < 0.0001)
  }
}
