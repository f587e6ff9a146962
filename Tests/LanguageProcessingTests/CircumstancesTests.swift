import Testing

@testable import LanguageProcessing

struct CircumstancesTests {
  private func circumstances(_ text: String, _ words: String) -> Circumstances {
    let utterance = Reader.lexicon.read(text)
    guard let matched = Reader.matches(of: words, in: utterance).first else {
      Issue.record("\(words) not found in \(text)")
      return Circumstances()
    }
    return Reader.lexicon.circumstances(of: matched, in: utterance, on: Reader.date)
  }

  @Test(arguments: [
    ("left knee sore, both calves tight", "sore", Side.left),
    ("left knee sore, both calves tight", "tight", .both),
    ("my right calf is swollen", "swollen", .right),
    ("swollen on the left", "swollen", .left),
    ("one calf is swollen", "swollen", .one),
    ("both legs heavy", "heavy", .both),
    ("left calf is hot, swollen and red", "red", .left),
    ("my left calf hurts. it is swollen too", "swollen", .left),
    ("L side no, calf swollen rhs", "swollen", .right),
    ("pain on one side", "pain", .one),
    ("calves tight and tired (both)", "tight", .both),
    ("calves tight after new shoes, both", "tight", .both),
    ("calf swollen, the left one", "swollen", .left),
  ])
  func hearsTheSide(_ text: String, _ words: String, _ side: Side) {
    #expect(circumstances(text, words).side == side)
  }

  @Test(arguments: [
    ("dizzy most nights", "dizzy", "most nights" as String?),
    ("legs heavy every other run", "heavy", "every other run"),
    ("twice a week my foot goes numb", "numb", "twice a week"),
    ("dizzy, 3 times a day", "dizzy", "3 times a day"),
    ("i run twice a week my foot is numb", "numb", nil),
    ("dizzy and tired every run", "dizzy", nil),
  ])
  func hearsHowOften(_ text: String, _ words: String, _ often: String?) {
    #expect(circumstances(text, words).often == often)
  }

  @Test(arguments: [
    ("calf swollen right now", "swollen"), ("right, my calf is swollen", "swollen"),
    ("the pain never left", "pain"), ("left work early, calf swollen", "swollen"),
    ("no energy left, legs heavy", "heavy"), ("one day my calf was swollen", "swollen"),
  ])
  func hearsNoSideWhereNoneIsMeant(_ text: String, _ words: String) {
    #expect(circumstances(text, words).side == nil)
  }

  private static let times: [(String, String, Int?, Double?)] = [
    ("calf swollen since sunday", "swollen", 4, 4.0),
    ("calf swollen since tues", "swollen", 2, 2),
    ("numb for 3 wks", "numb", nil, 21),
    ("heavy legs for like 3 weeks now", "heavy", 21, 21),
    ("on and off for a year dizzy", "dizzy", nil, 365),
    ("fainted yesterday", "fainted", 1, nil),
    ("last night my foot was numb", "numb", 1, nil),
    ("dizzy this morning", "dizzy", 0, nil),
    ("fainted 3 weeks ago", "fainted", 21, nil),
    ("fainted a week ago", "fainted", 7, nil),
    ("fainted on monday", "fainted", 3, nil),
    ("fainted on march 3", "fainted", 318, nil),
    ("fainted on 3rd of january", "fainted", 12, nil),
    ("fainted in 2024", "fainted", 563, nil),
    ("heavy legs all week", "heavy", nil, 7),
    ("heavy legs 3 weeks", "heavy", nil, 21),
    ("heavy for weeks", "heavy", nil, 21),
    ("heavy since a couple of days ago", "heavy", 2, 2),
    ("i flew 7 weeks ago my calf is swollen", "swollen", nil, nil),
    ("i flew 7 weeks ago, calf swollen", "swollen", nil, nil),
    ("yesterday, my calf was swollen", "swollen", 1, nil),
    ("calf swollen, since yesterday", "swollen", 1, 1),
    ("dizzy for two and a half days", "dizzy", nil, 2.5),
    ("dizzy after a 3 hour run", "dizzy", nil, nil),
    ("dizzy twenty one days ago", "dizzy", 21, nil),
    ("dizzy 2-3 days ago", "dizzy", 3, nil),
    ("dizzy a fortnight ago", "dizzy", 14, nil),
  ]

  @Test(arguments: times)
  func hearsTheTime(_ text: String, _ words: String, _ ago: Int?, _ lasts: Double?) {
    let heard = circumstances(text, words)
    #expect(heard.agoDays == ago)
    #expect(heard.lastsDays == lasts)
  }

  @Test(arguments: [
    ("calf pain getting worse", "pain", Circumstances.Trend.worse),
    ("calf hurts, its getting worse", "hurts", .worse),
    ("pain is not getting better", "pain", .same), ("pain is much better today", "pain", .better),
    ("no change in the pain", "pain", .same),
  ])
  func hearsTheTrend(_ text: String, _ words: String, _ trend: Circumstances.Trend) {
    #expect(circumstances(text, words).trend == trend)
  }

  @Test(arguments: [
    ("really bad calf pain", "pain", Circumstances.Severity.severe), ("slight pain", "pain", .mild),
    ("pain 7/10", "pain", .severe), ("pain, 4 out of 10", "pain", .moderate),
    ("a bit swollen", "swollen", .mild), ("barely swollen", "swollen", .mild),
  ])
  func hearsHowBad(_ text: String, _ words: String, _ severity: Circumstances.Severity) {
    #expect(circumstances(text, words).severity == severity)
  }

  @Test(arguments: [
    ("my calf is swollen", "swollen", "calf"), ("calf sore and ankle swollen", "swollen", "ankle"),
    ("calf sore and ankle swollen", "sore", "calf"), ("pain in my lower leg", "pain", "calf"),
    ("my calf hurts. it is swollen", "swollen", "calf"),
  ])
  func hearsThePlace(_ text: String, _ words: String, _ part: String) {
    #expect(circumstances(text, words).bodyPart == part)
  }
}
