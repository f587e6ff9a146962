import IntentPacks
import TestSupport
import Testing

@testable import PackChecking

@Suite("All about one id")
struct DefinitionsTests {
  private let scratch: Scratch
  private let reading: PackReading
  private let definitions: Definitions

  init() throws {
    scratch = try Scratch()
    let more = """
      raise_by_one:
        old: {when: age > 80, levels: [soon]}
      intents:
        more_on_it:
          patterns: |
            "more on it"
          say: "{calf_advice} {said:calf_pain}"
          about: sore_calf
          activity: run
          gives_advice: true
      wordings:
        calf_advice: Rest it.
        opening: Hello.
      states:
        listen: {say: {text: opening}, screens: legs, on: {greet: rest}, go: rest}
        rest: {say: Rest.}
      """
    for file in RuleExample(more).folder { try scratch.write(file.text, to: file.path) }
    reading = PackReader(locator: PackLocator(folders: [])).read(folder: scratch("example"))
    definitions = Definitions(reading.draft)
  }

  private func page(_ id: String) throws -> DefinitionPage {
    try #require(definitions.about(id).first)
  }

  static let references: [(String, DefinitionPage.Kind, [String])] = [
    (
      "calf_pain", .finding,
      [
        "screen legs", "red flag base_flag, urgent", "red flag base_flag, confirm",
        "cause sore_calf, strong for it", "more_on_it says {said:calf_pain}",
      ]
    ),
    ("legs", .screen, ["red flag base_flag, confirm", "state listen"]),
    ("base_flag", .redFlag, []),
    ("old", .raisingRule, []),
    ("sore_calf", .cause, ["intent more_on_it"]),
    ("greet", .intent, ["state listen"]),
    ("rest", .state, ["state listen", "state listen"]),
    ("listen", .state, ["pack.yaml, start"]),
    ("sore", .concept, ["finding calf_pain"]),
    ("S1", .source, ["red flag base_flag", "cause sore_calf"]),
    ("run", .avoid, ["cause sore_calf", "intent more_on_it"]),
    ("GB", .region, []),
    ("calf_advice", .wording, ["more_on_it says {calf_advice}"]),
    ("opening", .wording, ["state listen"]),
  ]

  @Test("Each kind of definition knows who refers to it", arguments: references)
  func users(_ id: String, _ kind: DefinitionPage.Kind, _ users: [String]) throws {
    let page = try page(id)
    #expect(page.kind == kind)
    #expect(page.users.map(\.value).sorted() == users.sorted())
  }

  @Test("A finding shows the patterns it is heard by and the scripts that name it")
  func heard() throws {
    let flag = try page("base_flag")
    #expect(flag.scripts.map(\.place.line) == [4])
    #expect(flag.scripts.first?.place.file.hasSuffix("frame/conversations/all.chat") == true)
    #expect(try page("calf_pain").patterns.map(\.value) == ["calf @sore"])
    #expect(try page("sore").patterns.map(\.value) == ["hurts", "aches"])
    #expect(try page("calf_pain").scripts.isEmpty)
  }

  @Test("The page holds the definition as written, then the rest")
  func lines() throws {
    let lines = try page("greet").lines(files: reading.files)
    #expect(lines.first?.hasPrefix("intent greet  ") == true)
    #expect(lines.contains("    say: Good morning."))
    #expect(lines.contains("heard by"))
    #expect(lines.contains("scripts: nothing"))
    #expect(lines.contains { $0.hasPrefix("  state listen  ") })
  }

  @Test("The nearest id is offered for one that nobody holds")
  func nearest() {
    #expect(definitions.about("calf_pane").isEmpty)
    #expect(definitions.nearest(to: "calf_pane") == "calf_pain")
    #expect(definitions.nearest(to: "base_flga") == "base_flag")
    #expect(definitions.nearest(to: "zzzzzzzz") == nil)
  }
}
