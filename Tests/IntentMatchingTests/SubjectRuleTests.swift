import IntentPacks
import LanguageProcessing
import Testing

@testable import IntentMatching

@Suite struct SubjectRuleTests {
  private static let matcher: Matcher = {
    var pack = PlainReader.pack([
      "foot_pain": ["(toes | foot) hurts"], "leg_red": ["(leg | calf) (red | pink)"],
      "hand_numb": ["hands tingling"], "swollen_calf": ["calf swollen"],
      "spreading": ["(weak | weakness) spreading"], "quoted": ["\"toes ... hurts\""],
      "dark_pee": ["pee (dark | brown)"], "knee_red": ["knee red"],
    ])
    for at in pack.findings.indices where pack.findings[at].id == "dark_pee" {
      pack.findings[at].denied = PlainReader.lines(["pee clear"])
    }
    pack.language.ignorable = ["my", "the"]
    pack.language.bodyParts = ["toes", "foot", "leg", "legs", "calf", "hands", "knee"].map {
      ($0, $0)
    }
    pack.language.cues = [
      "and_word": ["and"], "possessive": ["my"], "verb": ["is", "are", "went", "hurts"],
      "denial": ["not", "no", "hardly"], "negation_before": ["not"], "negation_noun": ["no"],
      "pseudo_negation": ["not sure"], "part_of_place": ["skin"], "clause_break": ["but"],
      "subject": ["it"], "well": ["fine", "ok"],
    ]
    var diagnostics: [Diagnostic] = []
    return Matcher(pack: pack, diagnostics: &diagnostics)
  }()

  @Test(
    "Words of two statements are not heard as one",
    arguments: [
      ("push up on my toes , hardly hurts", ["quoted"]),
      ("my toes hurts", ["foot_pain", "quoted"]),
      ("my pee went pink, legs stiff", []),
      ("my calf aches, my pee is red", []),
      ("my calf is swollen, my skin is red", ["leg_red", "swollen_calf"]),
      ("tingling is not spreading and hands are fine", []),
      ("tingling and my hands are fine", ["hand_numb"]),
      ("swollen, my calf is hard", ["swollen_calf"]),
      ("swollen, not sure why, my calf is hard", ["swollen_calf"]),
      ("leg stiff, it went red", ["leg_red"]),
      ("not the knee, the leg is red", ["leg_red"]),
      ("not my knee, my calf is red", ["leg_red"]),
      ("red knee, calf", ["knee_red", "leg_red"]),
      ("coffee was dark, pee is fine", []),
      ("coffee was dark, my pee too", ["dark_pee"]),
      ("dark and brown, my pee is fine but", []),
      ("tingling, hands hurts", ["hand_numb"]),
      ("tingling fingers, hands ok", []),
      ("dark since monday, pee ok at night", ["dark_pee"]),
    ] as [(String, [String])])
  func statements(line: String, expected: [String]) {
    let heard = Self.matcher.understand(line, on: PlainReader.date)
    let targets = heard.mentions.compactMap {
      if case .finding(let id) = $0.target { id } else { nil }
    }
    #expect(Set(targets).sorted() == expected)
  }

  @Test(
    "What is denied of a thing in its own part of the sentence is not affirmed by a word from another part"
  )
  func deniedInItsPart() {
    func denials(_ line: String) -> [Bool] {
      Self.matcher.understand(line, on: PlainReader.date).mentions.map(\.isDenial)
    }
    #expect(denials("beer was dark, pee clear") == [true])
    #expect(denials("dark pee, pee clear") == [false, true])
  }

  @Test("A time that is asked for as \"{duration} ago\" is heard, and is not over by it")
  func ago() {
    var pack = PlainReader.pack([:])
    var finding = Finding(id: "since", place: .nowhere)
    finding.kind = .duration
    finding.captures = PlainReader.lines(["\"began {duration} ago\""])
    pack.findings = [finding]
    pack.language.units = [("months", "month"), ("weeks", "week")]
    pack.language.cues = ["ago_after": ["ago"]]
    var diagnostics: [Diagnostic] = []
    let matcher = Matcher(pack: pack, diagnostics: &diagnostics)
    for (line, days) in [("began 3 weeks ago", "21"), ("it began 4 months ago", "120")] {
      let mention = matcher.understand(line, on: PlainReader.date).mentions.first
      #expect(mention?.value == days)
      #expect(mention?.assertion.status == .affirmed)
    }
  }

  @Test(
    "A denial inside the words of a match denies it",
    arguments: [
      ("its not spreading and my legs are not weak", Assertion.Status.negated),
      ("spreading, not weak", .negated), ("weak and spreading", .affirmed),
    ])
  func denials(line: String, expected: Assertion.Status) {
    let heard = Self.matcher.understand(line, on: PlainReader.date)
    #expect(heard.mentions.first?.assertion.status == expected)
  }
}
