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
    ("1,500 m", .distance, 1.5, 1.5), ("30mpw", .distance, 48.28032, 48.28032),
    ("99999999999999999999999 km", .distance, 999_999_999_999_999, 999_999_999_999_999),
  ]

  @Test(arguments: quantities)
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
