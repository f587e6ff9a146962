import IntentPacks

/// What reading a pack and compiling its patterns tell by themselves, in the form of rules, so that `check --explain` knows every code.
enum ReadingRules {
  static let all: [Rule] = [
    rule(
      "alias", "An alias (*) stands for a value written elsewhere; packs are read as they stand.",
      bad: "wordings:\n  a: *hello\n", good: "wordings:\n  a: Hello.\n"),
    rule(
      "anchor", "An anchor (&) names a value to be used again; packs are read as they stand.",
      bad: "wordings:\n  a: &hello Hello.\n", good: "wordings:\n  a: Hello.\n"),
    rule(
      "bad-id", "An id has a sign or a space that ids do not have.",
      bad: "sources:\n  my book: {title: A book}\n",
      good: "intents:\n  my_thanks:\n    patterns: |\n      \"many thanks\"\n    say: Hello.\n"),
    rule(
      "changed-by-yaml", "YAML makes something else of this text than what is written.",
      bad: "wordings:\n  a: no\n", good: "wordings:\n  a: \"no\"\n"),
    rule(
      "concept-cycle", "Concepts are defined by one another in a ring.",
      bad: "concepts:\n  puffy: |\n    @round\n  round: |\n    @puffy\nintents:\n  a:\n"
        + "    patterns: |\n      legs @puffy\n    say: Noted.\n",
      good: "concepts:\n  puffy: |\n    round\nintents:\n  a:\n"
        + "    patterns: |\n      legs @puffy\n    say: Noted.\n"),
    rule(
      "condition-syntax", "A line of conditions cannot be read.",
      bad: "states:\n  listen: {when: [{if: calf_pain age, go: listen}]}\n",
      good: "states:\n  listen: {ask: calf_pain, when: [{if: calf_pain, go: listen}]}\n"),
    rule(
      "condition-type", "A condition asks of a finding what its kind cannot answer.",
      bad: "states:\n  listen: {ask: age, when: [{if: age, go: listen}]}\n",
      good: "states:\n  listen: {ask: age, when: [{if: age > 60, go: listen}]}\n"),
    rule(
      "control-character", "A control character stands in the file.",
      bad: "wordings:\n  a: Hel\u{7}lo.\n", good: "wordings:\n  a: Hello.\n"),
    rule(
      "duplicate-id", "Two files define the same id in one section.",
      bad: thanks + "== more.yaml ==\n" + thanks,
      good: thanks + "== more.yaml ==\nwordings:\n  thanks: You are welcome.\n"),
    rule(
      "duplicate-key", "A key stands twice in one place.",
      bad: "wordings:\n  a: Hello.\n  a: Good day.\n", good: "wordings:\n  a: Hello.\n"),
    rule(
      "empty", "A key has nothing behind it.", bad: "wordings:\n  a:\n",
      good: "wordings:\n  a: Hello.\n"),
    rule(
      "extends-cycle", "Packs extend one another in a ring.",
      bad: "== pack.yaml ==\n" + head("other") + "== ../other/pack.yaml ==\n" + head("example"),
      good: "== pack.yaml ==\n" + head("frame")),
    rule(
      "file-name", "A file ends in .yml; only .yaml files are read.", .warning,
      bad: "== more.yml ==\n" + thanks, good: "== more.yaml ==\n" + thanks),
    rule(
      "flag-removed", "A red flag of the pack below is removed without a reason.",
      bad: "red_flags:\n  base_flag: remove\nstates:\n  listen: {ask: age, screens: legs}\n",
      good: "red_flags:\n  base_flag: {remove: true, accept_risk: A nurse looks at every leg.}\n"
        + "states:\n  listen: {ask: age, screens: legs}\n"),
    rule("link", "Links in a pack are not followed.", .warning, bad: "", good: ""),
    rule(
      "many-documents", "A file holds several YAML documents.",
      bad: "wordings:\n  a: Hello.\n---\nwordings:\n  b: Hello.\n",
      good: "wordings:\n  a: Hello.\n  b: Hello.\n"),
    rule(
      "missing-key", "A definition lacks a key that it needs.",
      bad: "sources:\n  S1: {url: example.org}\n", good: "sources:\n  S1: {title: A page}\n"),
    rule(
      "no-pack-file", "A pack folder has no pack.yaml.", bad: "== pack.txt ==\n" + head("frame"),
      good: "== pack.yaml ==\n" + head("frame")),
    rule(
      "not-a-block", "Lines as typed stand in a block, where YAML changes nothing.", .warning,
      bad: "intents:\n  a:\n    patterns: many thanks\n    say: Hello.\n",
      good: "intents:\n  a:\n    patterns: |\n      many thanks\n    say: Hello.\n"),
    rule(
      "not-in-flag", "In a red flag, not knowing must never clear it: use unless.",
      bad: "raise_by_one:\n  a: {when: not calf_pain, levels: [soon]}\n",
      good: "raise_by_one:\n  a: {when: calf_pain, levels: [soon]}\n"),
    rule("not-utf8", "A file is not UTF-8 text.", bad: "", good: ""),
    rule(
      "nothing-to-remove", "The pack below has nothing of this name to remove.",
      bad: "intents:\n  greeet: remove\n", good: "intents:\n  greet: remove\n"),
    rule(
      "pattern-requires-nothing", "A pattern that leaves everything out would fit every line.",
      bad: "intents:\n  a:\n    patterns: |\n      [many]\n    say: Noted.\n",
      good: "intents:\n  a:\n    patterns: |\n      [many] hellos\n    say: Noted.\n"),
    rule(
      "pattern-too-large", "A pattern is longer or deeper than one can need.", bad: "", good: ""),
    rule(
      "pattern-syntax", "A pattern cannot be read.",
      bad: "intents:\n  a:\n    patterns: |\n      \"many thanks\n    say: Noted.\n",
      good: "intents:\n  a:\n    patterns: |\n      \"many thanks\"\n    say: Noted.\n"),
    rule(
      "tab", "A tab stands where YAML wants spaces.", bad: "wordings:\n\ta: Hello.\n",
      good: "wordings:\n  a: Hello.\n"),
    rule(
      "tag", "A tag (!) types a value; packs are read as they stand.",
      bad: "wordings:\n  a: !!str Hello.\n", good: "wordings:\n  a: Hello.\n"),
    rule(
      "too-deep", "Something is nested deeper than any pack needs.",
      bad: "wordings: " + String(repeating: "[", count: 40) + "\n",
      good: "wordings:\n  a: Hello.\n"),
    rule("too-large", "A file or the pack is larger than any pack needs to be.", bad: "", good: ""),
    rule(
      "unknown-concept", "A pattern names a concept with @ that no file defines.",
      bad: "intents:\n  a:\n    patterns: |\n      legs @soar\n    say: Noted.\n",
      good: "intents:\n  a:\n    patterns: |\n      legs @sore\n    say: Noted.\n"),
    rule(
      "unknown-group", "A condition names a group that no finding has.",
      bad: "states:\n  listen: {ask: calf_pain, when: [{if: any(unwel), go: listen}]}\n",
      good: "states:\n  listen: {ask: calf_pain, when: [{if: calf_pain, go: listen}]}\n"),
    rule(
      "unknown-key", "A definition has a key that nobody reads.",
      bad: "sources:\n  S1: {titel: A page, title: A page}\n",
      good: "sources:\n  S1: {title: A page}\n"),
    rule(
      "unknown-option", "A condition names an option or a side that is not there.",
      bad:
        "states:\n  listen: {ask: calf_pain, when: [{if: calf_pain.side == lefft, go: listen}]}\n",
      good:
        "states:\n  listen: {ask: calf_pain, when: [{if: calf_pain.side == left, go: listen}]}\n"
    ),
    rule(
      "unknown-pack", "No folder holds a pack of this name.",
      bad: "== pack.yaml ==\n" + head("frma"), good: "== pack.yaml ==\n" + head("frame")),
    rule(
      "unknown-section", "A file has a section that nobody reads.", bad: "wording:\n  a: Hello.\n",
      good: "wordings:\n  a: Hello.\n"),
    rule(
      "unknown-word", "A key wants one of a few words, and another stands there.",
      bad: "sources:\n  S1: {title: A page, read: all}\n",
      good: "sources:\n  S1: {title: A page, read: page}\n"),
    rule("unreadable", "A file or folder cannot be read.", bad: "", good: ""),
    rule(
      "wrong-type", "A key wants another kind of value.",
      bad: "intents:\n  a: Hello.\n", good: "wordings:\n  a: Hello.\n"),
    rule(
      "yaml-syntax", "YAML cannot read the file.", bad: "wordings:\n  a: note: this\n",
      good: "wordings:\n  a: |\n    note: this\n"),
  ]

  private static let thanks = """
    intents:
      thanks:
        patterns: |
          "many thanks"
        say: You are welcome.

    """

  /// A pack.yaml that extends another.
  private static func head(_ base: String) -> String {
    "pack: example\ntitle: An example\nlanguage: xx\nstart: listen\nextends: \(base)\n"
  }

  private static func rule(
    _ id: String, _ summary: String, _ severity: Diagnostic.Severity = .error, bad: String,
    good: String
  ) -> Rule {
    Rule(id, severity, summary, bad: bad, good: good) { _ in [] }
  }
}
