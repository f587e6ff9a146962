import LanguageProcessing
import Testing

@testable import IntentPacks

@Suite("Reading a pack")
struct PackReaderTests {
  @Test("A pack of intents and one state is complete")
  func smallestPack() throws {
    let reading = PackTexts.read(
      """
      intents:
        greet:
          patterns: |
            hello
            # a comment
              "good morning"

            hi [there]
          examples: |
            hello there
          say: Hello.
      states:
        listen: {say: Ready.}
      """)
    #expect(reading.diagnostics == [])
    let intent = try #require(reading.pack?.intents.first)
    #expect(intent.patterns.map(\.value) == ["hello", "\"good morning\"", "hi [there]"])
    #expect(intent.patterns.map(\.place.line) == [4, 6, 8])
    #expect(intent.patterns.map(\.place.column) == [7, 9, 7])
    #expect(intent.place == SourcePlace(file: "a.yaml", line: 2, column: 3))
    #expect(intent.say?.value == "Hello.")
    #expect(reading.pack?.start.value == "listen")
  }

  @Test("A line of a block keeps its place when the file has Windows line ends")
  func windowsLineEnds() {
    let reading = PackTexts.read(
      "intents:\r\n  greet:\r\n    patterns: |\r\n      hello\r\n      hi\r\n")
    #expect(reading.pack?.intents.first?.patterns.map(\.value) == ["hello", "hi"])
    #expect(reading.pack?.intents.first?.patterns.last?.place.line == 5)
  }

  @Test("Everything a red flag holds is read")
  func redFlag() throws {
    let reading = PackTexts.read(
      """
      findings:
        calf_pain: {kind: yes_no}
        clot_risk: {background: true}
        seen: {background: true}
      red_flags:
        dvt:
          name: a possible clot
          called: |
            (clot | dvt)
          ceiling: emergency
          raise:
            urgent: |
              calf_pain.side in (left, right)   # the sign
              calf_pain and clot_risk
          unless: seen
          confirm: [calf_pain.side, legs]
          first: {urgent: Be seen today., emergency: Call now.}
          reason: >
            A clot
            is possible.
          avoid: run
      """)
    #expect(reading.diagnostics == [])
    let flag = try #require(reading.pack?.redFlags.first)
    #expect(flag.raise[.urgent]?.map(\.place.line) == [13, 14])
    #expect(
      flag.raise[.urgent]?.first?.value
        == .oneOf("calf_pain", attribute: "side", ["left", "right"]))
    #expect(flag.unless?.value == .finding("seen"))
    #expect(flag.confirm.map(\.attribute) == ["side", nil])
    #expect(flag.first[.emergency]?.value == "Call now.")
    #expect(flag.reason?.value == "A clot is possible.")
    #expect(flag.avoid.map(\.value) == ["run"])
    #expect(flag.ceiling == .emergency)
  }

  @Test("The data of a language is read")
  func language() throws {
    let reading = PackTexts.read(
      """
      language:
        stemmer: english
        ignorable: |
          the
          my
        expansions: |
          can't = can not
        number_words: |
          one = 1
        units:
          week: |
            wk
            wks
        sides: |
          left = left
        cues:
          negation_before: |
            not
        answers:
          yes: |
            yep
        slips: |
          week = weak beside @body_part
        common_words: |
          about
          above
      """)
    let language = try #require(reading.pack?.language)
    #expect(language.stemmer == "english")
    #expect(language.ignorable == ["the", "my"])
    #expect(language.expansions.first?.to == "can not")
    #expect(language.numberWords.first?.value == 1)
    #expect(language.units.map(\.word) == ["wk", "wks"])
    #expect(language.units.map(\.unit) == ["week", "week"])
    #expect(language.sides.first?.side == .left)
    #expect(language.cues == ["negation_before": ["not"]])
    #expect(language.answers == ["yes": ["yep"]])
    #expect(language.slips.first?.to == "weak")
    #expect(language.slips.first?.beside == "@body_part")
    #expect(language.commonWords == "about\nabove")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var marks: [String]
    var testDescription: String { name }
  }

  static let mistakes: [Mistake] = [
    .init(name: "tab", text: "intents:\n\tgreet:\n", marks: ["tab 2:1"]),
    .init(name: "anchor", text: "wordings:\n  a: &x hello\n", marks: ["anchor 2:6"]),
    .init(name: "alias", text: "wordings:\n  a: *x\n  b: *y\n", marks: ["alias 2:6", "alias 3:6"]),
    .init(name: "tag", text: "wordings:\n  a: !!str hello\n", marks: ["tag 2:6"]),
    .init(
      name: "documents", text: "wordings:\n  a: hello\n---\nwordings:\n",
      marks: ["many-documents 3:1"]),
    .init(
      name: "deep", text: "wordings: " + String(repeating: "[", count: 5000) + "\n",
      marks: ["too-deep 1:43"]),
    .init(
      name: "a double key above a mistake",
      text: "wordings:\n  a: b\n  a: c\n  d: to be sure: no\n", marks: ["yaml-syntax 4:16"]),
    .init(name: "colon", text: "wordings:\n  a: to be sure: no\n", marks: ["yaml-syntax 2:16"]),
    .init(name: "at sign", text: "wordings:\n  a: @x\n", marks: ["yaml-syntax 2:6"]),
    .init(name: "no", text: "wordings:\n  a: no\n", marks: ["changed-by-yaml 2:6"]),
    .init(name: "1e3", text: "wordings:\n  a: 1e3\n", marks: ["changed-by-yaml 2:6"]),
    .init(name: "cut", text: "wordings:\n  a: pain #3 here\n", marks: ["changed-by-yaml 2:6"]),
    .init(
      name: "quoted pattern in a list", text: "intents:\n  a:\n    patterns:\n      - \"x y\"\n",
      marks: ["not-a-block 4:7", "changed-by-yaml 4:9"]),
    .init(
      name: "duplicate keys, all of them",
      text: "intents:\n  a:\n    say: x\n    say: y\n    say: z\n  a:\n    say: q\n",
      marks: ["duplicate-key 4:5", "duplicate-key 5:5", "duplicate-key 6:3"]),
    .init(
      name: "one id in two sections is no mistake",
      text: "intents:\n  a:\n    say: x\nwordings:\n  a: b\nsources:\n", marks: []),
    .init(
      name: "unknown key", text: "intents:\n  a:\n    pattern: |\n      x\n",
      marks: ["unknown-key 3:5"]),
    .init(name: "unknown section", text: "intent:\n  a:\n", marks: ["unknown-section 1:1"]),
    .init(
      name: "wrong type", text: "findings:\n  a:\n    background: yes\n",
      marks: ["wrong-type 3:17"]),
    .init(
      name: "unknown word", text: "findings:\n  a:\n    kind: yesno\n",
      marks: ["unknown-word 3:11"]),
    .init(
      name: "comma in braces", text: "wordings: {a: Well, then}\n", marks: ["empty 1:25"]),
    .init(
      name: "unknown finding", text: "findings:\n  a:\n    means: |\n      b and c\n",
      marks: ["unknown-finding 4:7", "unknown-finding 4:13"]),
    .init(
      name: "not in a flag",
      text: "findings:\n  a: {}\nred_flags:\n  f:\n    raise:\n      soon: not a\n",
      marks: ["not-in-flag 6:13"]),
    .init(
      name: "removing nothing", text: "intents:\n  a: remove\n", marks: ["nothing-to-remove 2:3"]),
  ]

  @Test("Every mistake is told at its place", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    #expect(PackTexts.marks(PackTexts.read(mistake.text)) == mistake.marks)
  }

  @Test("A nearest name is offered")
  func nearestName() {
    let reading = PackTexts.read("intents:\n  a:\n    patern: |\n      x\n")
    #expect(reading.diagnostics.first?.help == "did you mean \"patterns\"?")
  }
}
