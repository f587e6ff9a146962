import Testing

@testable import IntentPacks

@Suite("What YAML silently makes of text is told")
struct YamlSurprisesTests {
  struct Surprise: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// The code and the beginning of the message; nil when the text arrives as written.
    var told: (code: String, message: String)?
    var testDescription: String { name }
  }

  private static func wording(_ name: String, _ text: String, _ code: String, _ message: String)
    -> Surprise
  {
    Surprise(name: name, text: "wordings:\n  a: \(text)\n", told: (code, message))
  }

  private static func patterns(_ name: String, _ item: String, _ message: String) -> Surprise {
    Surprise(
      name: name, text: "intents:\n  a:\n    patterns:\n      - \(item)\n",
      told: ("changed-by-yaml", message))
  }

  static let surprises: [Surprise] = [
    patterns("a quoted pattern in a list", "\"leg gave way\"", "YAML takes these quotes away"),
    patterns("single quotes", "'leg gave way'", "YAML takes these quotes away"),
    patterns("a pattern cut at #", "calf #1 pain", "YAML cuts this text at the #"),
    patterns("a pattern cut at a comment", "calf pain # swollen", "YAML cuts this text at the #"),
    patterns("a colon in a list", "calf: swollen", "YAML reads this line as a map"),
    patterns(
      "a bracket in a list", "[really] swollen".replacing(" swollen", with: ""),
      "YAML reads this line as a list"),
    patterns("no in a list", "no", "YAML reads a bare no"),
    wording("no", "no", "changed-by-yaml", "YAML reads a bare no"),
    wording("yes", "Yes", "changed-by-yaml", "YAML reads a bare Yes"),
    wording("on", "on", "changed-by-yaml", "YAML reads a bare on"),
    wording("off", "OFF", "changed-by-yaml", "YAML reads a bare OFF"),
    Surprise(
      name: "null", text: "intents:\n  a: {say: null}\n",
      told: ("changed-by-yaml", "YAML reads a bare null")),
    Surprise(
      name: "tilde", text: "intents:\n  a: {say: ~}\n",
      told: ("changed-by-yaml", "YAML reads a bare ~")),
    wording("a power of ten", "1e3", "changed-by-yaml", "YAML reads a bare 1e3 as a number"),
    wording("a hexadecimal", "0x10", "changed-by-yaml", "YAML reads a bare 0x10"),
    wording("an old octal", "010", "changed-by-yaml", "YAML reads a bare 010"),
    wording("a date", "2026-01-15", "changed-by-yaml", "YAML reads a bare 2026-01-15"),
    wording("a time of day", "12:30", "changed-by-yaml", "YAML reads a bare 12:30"),
    wording("infinity", ".inf", "changed-by-yaml", "YAML reads a bare .inf"),
    wording("an ampersand", "&c is more", "anchor", "an & at the start"),
    wording("a star", "*really* bad", "alias", "a * at the start"),
    wording("an exclamation mark", "!stop", "tag", "a ! at the start"),
    wording("an at sign", "@home rest", "yaml-syntax", "YAML does not let a text start with \"@\""),
    wording("a backtick", "`rest`", "yaml-syntax", "YAML does not let a text start with \"`\""),
    wording("a percent sign", "%off", "yaml-syntax", "YAML does not let a text start with \"%\""),
    wording("a bracket", "[well] rest", "yaml-syntax", "this line does not fit"),
    wording("a bracket alone", "[well]", "wrong-type", "\"a\" wants text, and here stands a list"),
    wording("a placeholder alone", "{call_now}", "wrong-type", "\"a\" wants text"),
    wording("a colon", "to be sure: no", "yaml-syntax", "a \": \" inside this text"),
    wording("a cut", "pain #3 here", "changed-by-yaml", "YAML cuts this text at the #"),
    wording("a cut in the second line", "pain in\n    toe #3", "changed-by-yaml", "YAML cuts"),
    wording("a dash", "- rest", "yaml-syntax", "YAML takes the \"- \" at the start"),
    wording("a question mark", "? rest", "yaml-syntax", "YAML takes the \"? \" at the start"),
    wording(
      "an open quote", "\"rest", "yaml-syntax", "a quote that opens in line 2 is never closed"),
    Surprise(
      name: "a comma in a flow map", text: "wordings: {a: Well, then}\n",
      told: ("empty", "nothing stands after \"then\"")),
    Surprise(
      name: "a comma in a definition",
      text: "states:\n  s: {say: Sit down, then call., go: s}\n",
      told: ("changed-by-yaml", "YAML cuts the text at the comma before \"then call.\"")),
    Surprise(
      name: "a comma in options",
      text:
        "findings:\n  f:\n    kind: choice\n    options: {day: by day, mostly, night: at night}\n",
      told: ("changed-by-yaml", "YAML cuts the text at the comma before \"mostly\"")),
    Surprise(
      name: "no comma in a flow list", text: "screens:\n  s: {ask: Any?, items: [a b]}\n",
      told: ("bad-id", "\"a b\" is no id")),
    Surprise(
      name: "patterns in a flow list",
      text: "intents:\n  a:\n    patterns: [my calf, that hurts]\n",
      told: ("not-a-block", "\"patterns\" wants a block, not a list")),
    Surprise(
      name: "a folded block of lines", text: "intents:\n  a:\n    patterns: >\n      x\n      y\n",
      told: ("not-a-block", "\"patterns\" wants a block")),
    Surprise(
      name: "a merge key", text: "intents:\n  a:\n    <<: {say: x}\n",
      told: ("unknown-key", "\"a\" has no key \"<<\"")),
    Surprise(
      name: "a first line of flag instructions in braces",
      text: "red_flags:\n  f:\n    first: {call_now}\n",
      told: ("wrong-type", "YAML reads this { } as a map")),
    Surprise(
      name: "a comment after a text", text: "wordings:\n  a: Rest. # for a week\n", told: nil),
    Surprise(name: "quotes round a text", text: "wordings:\n  a: \"no\"\n", told: nil),
    Surprise(
      name: "anything in a block",
      text: "wordings:\n  a: |\n    no: &x *y !z [q] #1 @home, {\"then\"}\n", told: nil),
  ]

  @Test("Each of them", arguments: surprises)
  func told(_ surprise: Surprise) {
    let diagnostics = PackTexts.read(surprise.text).diagnostics
    guard let told = surprise.told else {
      #expect(diagnostics == [])
      return
    }
    #expect(
      diagnostics.contains { $0.code == told.code && $0.message.hasPrefix(told.message) },
      "\(diagnostics.map { "\($0.code): \($0.message)" })")
  }
}
