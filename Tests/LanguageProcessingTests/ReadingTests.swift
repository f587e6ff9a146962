import Testing

@testable import LanguageProcessing

struct ReadingTests {
  private func texts(_ text: String) -> [String] { Reader.lexicon.read(text).tokens.map(\.text) }

  @Test(arguments: [
    ("ＣＡＬＦ　ｐａｉｎ", "calf pain"),
    ("ﬁne “calf” can’t", "fine \" calf \" can not"),
    ("calf\u{00A0}pain", "calf pain"),
    ("ch\u{200B}est pain\u{202E}", "chest pain"),
    ("sw\u{00AD}ollen \u{0007}calf\u{0000}", "swollen calf"),
    ("no\u{0308}t nai\u{308}ve café", "not naive cafe"),
    ("сhest раin", "chest pain"),
    ("ch3st pa1n", "chest pain"),
    ("𝐜𝐚𝐥𝐟 ⓟⓐⓘⓝ", "calf pain"),
    ("sooooo swollen noooo", "so swollen no"),
    ("6x800m 12 x 400", "6 x 800 m 12 x 400"),
    ("5k 10km 30mpw 7/10", "5 k 10 km 30 mpw 7 / 10"),
    ("cant isnt ive dont", "can not is not i have do not"),
    ("can't isn't I've don't", "can not is not i have do not"),
    ("idk tbh u w/ b4", "i do not know tbh you with before"),
    ("alot abit upto aswell", "a lot a bit up to as well"),
    ("my wife's ankle", "my wife ankle"),
    ("calf 💀 legs 🏃‍♀️", "calf 💀 legs 🏃"),
    ("myleg chestpain", "my leg chest pain"),
    ("half-marathon pins-and-needles", "half marathon pins and needles"),
    ("swollen - none", "swollen - none"),
    ("3½ weeks, 3.5 km", "3 1/2 weeks , 3.5 km"),
    ("5:30/km 1,000 m", "5:30 / km 1,000 m"),
    ("at 6 a.m. today", "at 6 am today"),
  ])
  func foldsAndCuts(_ typed: String, _ read: String) {
    #expect(texts(typed).joined(separator: " ") == read)
  }

  @Test func aLineIsReadTheSameWhetherItsWordsWereMetBeforeOrNot() {
    // More unknown words than are looked at for spelling, and a slip behind them.
    let nonsense = (0..<300).map { "w\($0 * 7 + 10_000)" }.joined(separator: " ")
    let line = nonsense + " palpatations"
    let first = texts(line)
    #expect(texts("palpatations") == ["palpitations"])
    #expect(texts(line) == first)
  }

  @Test func offsetsPointIntoTheTextAsTyped() {
    let text = "héy — my “calf” isn’t swo\u{200B}llen"
    let utterance = Reader.lexicon.read(text)
    for (token, typed) in [("calf", "calf"), ("not", "isn’t"), ("swollen", "swo\u{200B}llen")] {
      let found = utterance.tokens.firstIndex { $0.text == token }
      #expect(found.map { utterance.words($0..<$0 + 1) } == typed)
    }
  }

  @Test(arguments: [
    ("swolen", "swollen"), ("swollne", "swollen"), ("sswollen", "swollen"),
    ("brethless", "breathless"),
    ("palpatations", "palpitations"), ("breatheless", "breathless"), ("dizy", "dizzy"),
    ("numbnes", "numbness"), ("faintign", "fainting"), ("shotr", "short"), ("heavey", "heavy"),
  ])
  func correctsTowardsPackWords(_ typed: String, _ meant: String) {
    let utterance = Reader.lexicon.read("my \(typed)")
    #expect(utterance.tokens.last?.text == meant)
    #expect(utterance.corrections.map(\.typed) == [typed])
  }

  @Test(arguments: [
    ("clf", "calf"), ("swlln", "swollen"), ("nmb", "numb"), ("sqollen", "swollen"),
    ("dizxy", "dizzy"), ("palpitatiobs", "palpitations"),
  ])
  func wordsTypedInAHurryAreReadAsMeant(_ typed: String, _ meant: String) {
    #expect(Reader.lexicon.read("my \(typed)").tokens.last?.text == meant)
  }

  @Test(arguments: ["hrs", "bpm", "mph", "pbs", "nhs", "gps"])
  func shortFormsAreNoWordsWithoutVowels(_ word: String) {
    #expect(Reader.lexicon.read("the \(word) is here").corrections.isEmpty)
  }

  @Test(
    "a name is no slip of a word of the pack",
    arguments: [
      ("i am from Swollan", "swollan"), ("my friend Dizzi ran", "dizzi"),
      ("a run with Numbi, easy", "numbi"),
    ])
  func namesAreLeftAlone(_ text: String, _ name: String) {
    let utterance = Reader.lexicon.read(text)
    #expect(utterance.tokens.contains { $0.text == name })
    #expect(utterance.corrections.isEmpty)
  }

  @Test(
    "a capital tells no name at the start of a sentence or where all words have one",
    arguments: [
      "Swolen calf", "my foot. Swolen calf", "My Calf Is Swolen", "MY CALF IS SWOLEN",
      "my calf is SWOLEN", "calf: Swolen",
    ])
  func otherCapitalsAreSlips(_ text: String) {
    #expect(Reader.lexicon.read(text).corrections.map { $0.typed } == ["swolen"])
  }

  @Test(arguments: [
    "kitchen", "steams", "chin", "pale", "heather", "painter", "champagne", "legal", "bread",
    "doms",
    "garmin", "strava", "week", "house", "swallow", "fiver", "lever", "number", "nimble",
  ])
  func leavesOtherWordsAlone(_ word: String) {
    #expect(Reader.lexicon.read("the \(word) is here").tokens[1].text == word)
  }

  @Test(arguments: [
    ("my legs are week", "weak"), ("week legs", "weak"), ("last week my legs", "week"),
    ("a week of heavy legs", "week"), ("legs week 3", "week"), ("3 week legs", "week"),
  ])
  func aSlipIsReadOnlyBesideItsNeighbour(_ text: String, _ read: String) {
    let tokens = Reader.lexicon.read(text).tokens
    #expect(tokens.contains { $0.text == read })
  }

  @Test(arguments: ["calves", "calf", "calfs"])
  func formsOfABodyPartNameIt(_ word: String) {
    #expect(Reader.lexicon.read("my \(word)").tokens.last?.bodyPart == "calf")
  }

  @Test(arguments: [
    ("evening", "even", false), ("evenings", "evening", true), ("fasted", "fast", false),
    ("fasted", "fasting", true), ("faster", "fasting", false), ("winded", "wind", false),
  ])
  func wordsOfAnotherMeaningHaveAnotherStem(_ one: String, _ other: String, _ isSame: Bool) {
    let stems = Reader.lexicon.read("\(one) \(other)").tokens.map(\.stem)
    #expect((stems.first == stems.last) == isSame)
  }

  @Test func aNameOfSeveralWordsNamesOnePart() {
    let tokens = Reader.lexicon.read("pain in the back of my thighs").tokens
    #expect(tokens.compactMap(\.bodyPart) == ["thigh"])
    #expect(Reader.lexicon.read("my lower legs").tokens.last?.bodyPart == "calf")
    #expect(Reader.lexicon.read("a number").tokens.last?.stem == "number")
  }

  @Test(arguments: [
    ("calf hurts. foot numb", 2), ("calf hurts but foot is fine", 2), ("calf and foot hurt", 1),
    ("calf hurts, foot numb", 1), ("nothing but pain here", 1), ("ok; fine! really? yes", 4),
    ("everything except chest pain", 1), ("no pain except my calf", 2), ("... hm", 1), ("", 0),
    ("!!! ???", 1),
  ])
  func clausesEndAtFullStopsAndButs(_ text: String, _ count: Int) {
    #expect(Reader.lexicon.read(text).reading.clauses.count == count)
  }

  @Test(arguments: [
    "can't feel my foot", "it's gone numb", "pins and needles", "5k run", "w/o pain",
  ])
  func patternsAreReadLikeText(_ text: String) {
    let pattern = Reader.lexicon.readPattern(text)
    let read = Reader.lexicon.read(text).tokens
    #expect(pattern.map(\.stem) == read.map(\.stem))
    #expect(pattern.map(\.text) == read.map(\.text))
    #expect(pattern.map(\.bodyPart) == read.map(\.bodyPart))
  }

  @Test func theHeadAndTailOfALongLineAreRead() {
    let text = "calf swollen. " + String(repeating: "blah ", count: 10_000) + "chest pain"
    let utterance = Reader.lexicon.read(text)
    #expect(utterance.isCut)
    #expect(utterance.tokens.prefix(2).map(\.stem) == ["calf", "swollen"])
    #expect(utterance.tokens.suffix(2).map(\.text) == ["chest", "pain"])
    #expect(utterance.words(utterance.tokens.count - 2..<utterance.tokens.count) == "chest pain")
  }

  @Test(
    "Words are said back on one line, without what nobody sees",
    arguments: [
      ("for four\u{0}\u{0}teen days", "for fourteen days"), ("for\tfour\r\ndays", "for four days"),
      ("for four\u{1B} days", "for four days"), ("for vier Tage — naïve", "for vier Tage — naïve"),
    ])
  func saidBack(_ typed: String, _ shown: String) {
    let utterance = Reader.lexicon.read(typed)
    #expect(utterance.words(utterance.tokens.indices) == shown)
  }

  @Test func hostileLinesAreReadWithinTheAcceptedLength() {
    let lines = [
      Array(repeating: "calf", count: 10_000).joined(separator: " "),
      (0..<10_000).map { "w\(String($0, radix: 36))x" }.joined(separator: " "),
      String(repeating: "(\"'[", count: 5_000), String(repeating: "chestpain", count: 110_000),
      "p" + String(repeating: "\u{301}", count: 50_000), String(repeating: "not ", count: 4_000),
      String(repeating: "if not my dad no calf swollen ", count: 500),
    ]
    for line in lines {
      let utterance = Reader.lexicon.read(line)
      // One more for the mark where the middle was left out.
      #expect(utterance.tokens.count <= 16_384 + 1, "\(line.prefix(40))")
      _ = Reader.lexicon.values(in: utterance, on: Reader.date)
      _ = Reader.lexicon.answers(in: utterance)
      for index in stride(from: 0, to: utterance.tokens.count, by: 64) {
        _ = Reader.lexicon.assertion(of: [index], in: utterance)
        _ = Reader.lexicon.circumstances(of: [index], in: utterance, on: Reader.date)
      }
    }
  }
}
