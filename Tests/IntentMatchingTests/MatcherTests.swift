import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

@testable import IntentMatching

/// One pattern, one line, and the words it takes (nil: none).
struct Phrase: Sendable, CustomTestStringConvertible {
  var pattern: String
  var line: String
  var words: [String]?
  var testDescription: String { "\(pattern) <- \(line)" }

  init(_ pattern: String, _ line: String, _ words: String...) {
    self.pattern = pattern
    self.line = line
    self.words = words.isEmpty ? nil : words
  }
}

@Suite struct MatcherTests {
  static let phrases: [Phrase] = [
    // bags
    Phrase("calf swollen", "my calf is swollen", "calf swollen"),
    Phrase("calf swollen", "swollen it is my calf", "swollen calf"),
    Phrase("calf swollen", "calf b c d e swollen", "calf swollen"),
    Phrase("calf swollen", "calf b c d e f swollen"),
    Phrase("calf swollen", "calf b c d e the left my swollen", "calf swollen"),
    Phrase("calf swollen", "calf . swollen"),
    Phrase("calf swollen", "calf but swollen"),
    Phrase("calf", "calves"),
    Phrase("x1 y1 -shoe", "x1 y1 no", "x1 y1"),
    Phrase("x1 y1 -shoe", "x1 y1 my shoes"),
    Phrase("x1 y1 -shoe", "x1 y1 . my shoes", "x1 y1"),
    Phrase("x1 y1 -was", "x1 is y1", "x1 y1"),
    Phrase("x1 y1 -was", "x1 was y1"),
    Phrase("x1 [really] y1", "x1 really y1", "x1 really y1"),
    Phrase("x1 x1", "x1"),
    Phrase("x1 x1", "x1 x1", "x1 x1"),
    Phrase("(x1 | z1 z2) y1", "z2 y1 z1", "z2 y1 z1"),
    Phrase("=swells calf", "calf swell"),
    Phrase("=swells calf", "calf swells", "calf swells"),
    // body parts
    Phrase("calf swollen", "calf sore and ankle swollen"),
    Phrase("ankle swollen", "calf sore and ankle swollen", "ankle swollen"),
    Phrase("calf swollen", "ankle swollen , calf sore"),
    Phrase("calf swollen", "my calf and ankle are swollen", "calf swollen"),
    Phrase("ankle swollen", "my calf and ankle are swollen", "ankle swollen"),
    Phrase("calf swollen", "my calf makes ankle swollen"),
    Phrase("calf hot", "calf is swollen and hot", "calf hot"),
    Phrase("swollen hot", "calf is swollen and hot", "swollen hot"),
    Phrase("swollen hot", "swollen calf and hot ankle"),
    Phrase("@part swollen", "left calf and right calf are swollen", "calf swollen", "calf swollen"),
    Phrase("{body_part} sore", "my calf and ankle are sore", "calf sore", "ankle sore"),
    Phrase("@part sore", "left calf sore , right ankle is sore", "calf sore", "ankle sore"),
    // phrases
    Phrase("\"gave way\"", "leg gave way", "gave way"),
    Phrase("\"gave way\"", "gave the left way", "gave way"),
    Phrase("\"gave way\"", "way gave"),
    Phrase("\"gave way\"", "gave it way"),
    Phrase("\"gave ... way\"", "gave a b c d way", "gave way"),
    Phrase("\"gave ... way\"", "gave b c d e f way"),
    Phrase("\"gave [all] way\"", "gave all way", "gave all way"),
    Phrase("\"x1 (y1 | y2 y3) z1\"", "x1 y2 y3 z1", "x1 y2 y3 z1"),
    Phrase("\"the runs\"", "he runs"),
    Phrase("\"the runs\"", "the runs", "the runs"),
    Phrase("\"(y1 | the runs)\"", "he runs"),
    Phrase("\"(y1 | (z1 | the runs))\"", "the runs", "the runs"),
    Phrase("\"(y1 | (z1 | the runs))\"", "he runs"),
    Phrase("\"(the x1 | y1) z1\"", "x1 z1", "x1 z1"),
    Phrase("\"back of the x1\"", "back of x1", "back of x1"),
    Phrase("(x1 | \"number one\") y1", "number one is y1", "number one y1"),
    // concepts
    Phrase("calf @swell", "calf blown up", "calf blown up"),
    Phrase("calf @swell", "calf puffy", "calf puffy"),
    Phrase("@swell", "swell up", "swell up"),
    Phrase("@deep now", "now blown up here", "now blown up here"),
    Phrase("@leggy @heavy", "lead legs", "lead legs"),
    Phrase("@leggy @numb", "pins and needle"),
    // values
    Phrase("calf {side}", "left calf", "left calf"),
  ]

  @Test("A pattern takes the words it should and no others", arguments: phrases)
  func words(phrase: Phrase) {
    let pack = PlainReader.pack(
      ["f": [phrase.pattern]],
      concepts: [
        "swell": ["swell", "swell up", "puffy", "blown up"], "part": ["calf", "ankle", "knee"],
        "deep": ["@swell here", "@swell"], "leggy": ["leg", "pins"],
        "heavy": ["lead", "like lead"],
        "numb": ["pins and needle", "numb"],
      ])
    let (matcher, diagnostics) = PlainReader.matcher(pack)
    #expect(diagnostics.isEmpty)
    let heard = matcher.understand(PlainReader.utterance(phrase.line), on: PlainReader.date)
    let found = heard.mentions.map { mention in
      mention.matched.map { heard.utterance.tokens[$0].text }.joined(separator: " ")
    }
    #expect(found == phrase.words ?? [])
  }

  private func targets(_ findings: [String: [String]], _ line: String) -> [String] {
    let (matcher, _) = PlainReader.matcher(PlainReader.pack(findings))
    let heard = matcher.understand(PlainReader.utterance(line), on: PlainReader.date)
    return heard.mentions.map {
      if case .finding(let id) = $0.target { id } else { "?" }
    }.sorted()
  }

  @Test(
    "Findings are kept together unless one takes a word in another sense",
    arguments: [
      (["a": ["leg"], "b": ["leg heavy"]], "leg heavy", ["a", "b"]),
      (["a": ["heavy"], "b": ["leg heavy"]], "leg heavy", ["a", "b"]),
      (["a": ["leg sore"], "b": ["\"leg day\" sore"]], "leg day sore", ["b"]),
      (["a": ["leg heavy"], "b": ["\"leg heavy\""]], "leg heavy", ["a", "b"]),
      (["a": ["leg heavy"], "b": ["heavy leg"]], "leg heavy", ["a", "b"]),
      (["a": ["calf swollen"], "b": ["calf hot"]], "calf is swollen and hot", ["a", "b"]),
      (["a": ["leg heavy"], "b": ["period heavy"]], "legs and periods both heavy", ["a", "b"]),
      (["a": ["leg heavy"], "b": ["period heavy"]], "period heavy , leg fine", ["b"]),
      (["a": ["pain calf"], "b": ["pain night"]], "calf pain at night", ["a", "b"]),
    ] as [([String: [String]], String, [String])])
  func competition(findings: [String: [String]], line: String, expected: [String]) {
    #expect(targets(findings, line) == expected)
  }

  @Test("File order never decides: the same patterns in another order give the same mentions")
  func order() {
    #expect(
      targets(["a": ["leg heavy", "heavy"], "b": ["heavy run"]], "leg heavy run")
        == targets(["a": ["heavy", "leg heavy"], "b": ["heavy run"]], "leg heavy run"))
  }

  @Test("Intents and findings do not compete, and intents come best first")
  func intents() {
    let pack = PlainReader.pack(
      ["f": ["leg heavy"]], intents: ["why": ["why leg heavy"], "leg_info": ["leg why"]])
    let (matcher, _) = PlainReader.matcher(pack)
    let heard = matcher.understand(PlainReader.utterance("why leg heavy"), on: PlainReader.date)
    #expect(heard.mentions.count == 2)
    #expect(heard.intents.map(\.intent) == ["why"])
    #expect(heard.beaten.map(\.target) == [.intent("leg_info")])
  }

  @Test("The nearest pattern says what was missing, refused or beaten")
  func nearest() {
    let pack = PlainReader.pack(
      ["a": ["calf swollen -shoe", "\"calf blew up\""]],
      intents: ["b": ["heavy"], "c": ["leg heavy"]])
    let (matcher, _) = PlainReader.matcher(pack)
    func miss(_ id: String, _ line: String) -> NearestMiss? {
      matcher.nearest(to: .finding(id), in: PlainReader.utterance(line), on: PlainReader.date)
    }
    #expect(miss("a", "calf big")?.missing == ["swollen"])
    #expect(miss("a", "calf big")?.place.line == 1)
    #expect(miss("a", "calf swollen shoe")?.reason == .excluded("shoe"))
    #expect(miss("a", "calf ok and ankle swollen")?.reason == .otherBodyPart)
    #expect(miss("a", "calf . swollen")?.reason == .apart)
    #expect(miss("a", "calf swollen")?.reason == .matched)
    let beaten = matcher.nearest(
      to: .intent("b"), in: PlainReader.utterance("leg heavy"), on: PlainReader.date)
    #expect(beaten?.reason == .beaten(by: .intent("c"), pattern: "leg heavy"))
    #expect(miss("nothing", "leg") == nil)
  }

  @Test("With the words said to be missing the nearest pattern fits")
  func missingWordsAreRight() {
    let pack = PlainReader.pack(
      [
        "a": ["calf swollen hot", "\"calf blew up\"", "leg (big | huge) red"],
        "b": ["@part cold", "foot (white | blue) numb"],
      ], concepts: ["part": ["toe", "big toe"]])
    let (matcher, _) = PlainReader.matcher(pack)
    for line in ["calf swollen", "calf hot", "leg huge", "cold", "foot numb", "blue foot", "leg"] {
      for id in ["a", "b"] {
        func nearest(_ text: String) -> NearestMiss? {
          matcher.nearest(
            to: .finding(id), in: PlainReader.utterance(text), on: PlainReader.date)
        }
        guard let miss = nearest(line), miss.reason == .missing else { continue }
        #expect(!miss.missing.isEmpty)
        // Of alternatives ("big | huge") any one will do; a concept stands for its wordings.
        let words = miss.missing.map { name in
          let one = name.split(separator: " ").first ?? ""
          return one.hasPrefix("@") || one == "part" ? "toe" : String(one)
        }
        let whole = ([line] + words).joined(separator: " ")
        #expect(nearest(whole)?.reason == .matched, "\(id): \(line) + \(words)")
      }
    }
  }

  @Test("A captured number is given in the finding's unit")
  func captures() {
    var pack = PlainReader.pack([:])
    var finding = Finding(id: "slept", place: .nowhere)
    finding.kind = .number
    finding.captures = PlainReader.lines(["slept {number} hours"])
    pack.findings = [finding]
    let (matcher, _) = PlainReader.matcher(pack)
    let heard = matcher.understand(PlainReader.utterance("slept 5 hours"), on: PlainReader.date)
    #expect(heard.mentions.map(\.value) == ["5"])
    let days = PatternTarget(target: .finding("x"), value: "yes", unit: "weeks")
    let captured = CapturedValue(capture: .duration, value: 17.5, tokens: 0..<1)
    #expect(days.value(of: captured) == "2.5")
  }

  @Test(
    "A capture hears the value it asks for, and no other number beside it",
    arguments: [
      ("10k in 2 weeks", "14"), ("aged twenty two", "22"), ("aged twenty two years", "22"),
      ("aged 22", "22"),
    ])
  func askedValue(line: String, value: String) {
    var pack = PlainReader.pack([:])
    pack.language = LanguageFixture.language
    var finding = Finding(id: "number", place: .nowhere)
    finding.kind = .number
    finding.unit = "days"
    finding.captures = PlainReader.lines(["10k \"in {duration}\"", "aged {number}"])
    pack.findings = [finding]
    var diagnostics: [Diagnostic] = []
    let matcher = Matcher(pack: pack, diagnostics: &diagnostics)
    let heard = matcher.understand(line, on: PlainReader.date)
    #expect(heard.mentions.map(\.value) == [value])
  }

  @Test("A height is no number, and 12 x holds one")
  func capturedNumbers() {
    let lexicon = Lexicon(language: LanguageFixture.language, packWords: [])
    func numbers(_ text: String) -> [Double] {
      PatternCapture.values(in: lexicon.read(text), lexicon: lexicon, on: PlainReader.date)
        .filter { $0.capture == .number && $0.tokens.count == 1 }.map(\.value)
    }
    #expect(numbers("im 5'8") == [])
    #expect(numbers("12 x 400") == [12, 400])
    #expect(numbers("6x800") == [6, 800])
  }

  @Test("Hostile lines cost linear time", .timeLimit(.minutes(1)))
  func hostile() {
    let pack = PlainReader.pack(
      [
        "a": [
          "leg heavy", "(leg | heavy) (leg | calf) swollen",
          "\"leg ... heavy ... leg ... swollen\"",
        ],
        "b": ["@part @part heavy", "\"the leg\"", "leg leg leg x1"],
      ], concepts: ["part": ["leg", "leg leg", "heavy leg"]])
    let (matcher, _) = PlainReader.matcher(pack)
    for unit in ["leg", "heavy leg", "leg the", "leg x x x heavy", "leg and calf"] {
      func time(_ count: Int) -> Duration {
        let line = PlainReader.utterance(
          Array(repeating: unit, count: count).joined(separator: " "))
        return ContinuousClock().measure {
          _ = matcher.understand(line, on: PlainReader.date)
        }
      }
      _ = time(200)
      let short = time(1_000)
      let long = time(4_000)
      print("4,000 times '\(unit)': \(long), 1,000 times: \(short)")
      #expect(long < short * 12 + .milliseconds(50), "\(unit): \(short) \(long)")
    }
  }
}
