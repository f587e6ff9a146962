import TestSupport
import Testing

@testable import IntentPacks

/// The quick reader must give the very tree that Yams gives, or leave a file to Yams.
@Suite struct PlainYamlTests {
  /// A tree as text, places and styles included; whether lists and maps stand in brackets Yams does not tell.
  static func written(_ node: YamlNode) -> String {
    let place = "@\(node.line):\(node.column)"
    switch node.content {
    case .scalar(let text, let style): return "\(style)(\(text.debugDescription))\(place)"
    case .list(let items, _):
      return "list[\(items.map(written).joined(separator: ", "))]\(place)"
    case .map(let pairs, _):
      let parts = pairs.map { "\(written($0.key)): \(written($0.value))" }
      return "map{\(parts.joined(separator: ", "))}\(place)"
    }
  }

  /// What the quick reader and Yams make of a text, and what was said about it.
  static func both(_ text: String) -> (plain: String?, yams: String?, problems: [Diagnostic]) {
    var composer = YamlComposer(SourceFile(path: "a.yaml", text: text))
    let yams = composer.composeWithYams().map(written)
    return (PlainYaml.read(text).map(written), yams, composer.diagnostics)
  }

  @Test("The files of the shipped packs are read alike, all but a few without Yams")
  func shippedPacks() throws {
    let reader = PackReader(locator: PackLocator(folders: ["\(TestPack.root)/Intents"]))
    let files = reader.read("heavy-legs").files.values.sorted { $0.path < $1.path }
    var left = 0
    for (number, file) in files.enumerated() {
      guard number % 3 == 0 else {
        if PlainYaml.read(file.text) == nil { left += 1 }
        continue
      }
      let (plain, yams, _) = Self.both(file.text)
      if plain == nil { left += 1 }
      #expect(plain == nil || plain == yams, "\(file.path)")
    }
    #expect(files.count > 50)
    #expect(left * 10 < files.count, "\(left) of \(files.count) files are left to Yams")
  }

  @Test(
    "What packs are written in is read without Yams",
    arguments: [
      "a: b\n", "a: b", "a:\n  b: c d, e (f) \"g\" h:i#j\n\n  # note\n  k: é\n",
      "a:\n    b: |\n      x\n       y  \n\n      z: w # v\n\n\n    c: >\n      one\n      two\n\n      three\n",
      "\"yes\": |\n  no\nlist: [a, b.c, 3]\nmap: {a: 1 x, b: [c, d], e: {f: g}}\n",
      "a: \"b: # c\"  \nd: 'e: \"f\"'\n", "# note\n\na: b\n# end", "a: b   \nc:   d\n",
    ])
  func plain(_ text: String) {
    let (plain, yams, problems) = Self.both(text)
    #expect(plain != nil)
    #expect(plain == yams)
    #expect(problems.isEmpty)
  }

  @Test(
    "What is anything else is left to Yams",
    arguments: [
      "", "a", "a:\n", "a: b\na: c\n", "a: &x b\n", "a: *x\n", "a: !t b\n", "a: b\n   c\n",
      "a: |\n\n  x\n", "a: |-\n  x\n", "a: |\n  x", "a: >\n  x\n    y\n", "a:\tb\n", "a: b\r\n",
      "a: \"b\\n\"\n", "a: 'b''c'\n", "a: \"\"\n", "- a\n", "a:\n- b\n", "a: b: c\n", "a: b #c\n",
      "a: b:\n", "a: [b\n", "a: {b}\n", "a: [b: c]\n", "---\na: b\n", "? a\n", "a: @b\n", "a: -b\n",
      "a: \u{85}b\n", "a: \u{FEFF}b\n", "a: \u{2028}b\n", " a: b\n", "a:\n    b: c\n  d: e\n",
      "a: [b] c\n", "a: \"b\" c\n", "a: {b: c, b: d}\n", "a: #b\n", "a: [b, ]\n", "a: []\n",
    ])
  func other(_ text: String) {
    #expect(PlainYaml.read(text) == nil)
  }

  @Test("Whatever is done to a file, the quick reader gives what Yams gives, or nothing")
  func mangled() {
    let seed = """
      # note
      findings:
        calf_pain:
          name: a sore calf (left)
          patterns: |
            calf @sore
            "calf ... hurts"

            -shoe [really] (a | b)
          say: >
            One line
            and another: with signs # here.

            Last.
          levels: [soon, urgent]
          when: {a: b c, d: [e, f]}
          quoted: "a: b" 
          other: 'x # y'
      wordings:
        e: über
        "yes": yes
        end: 3 days

      """
    let signs = Array(" \n:#-[]{}|>\"',&*!?%@`a1é\t\\(.~=<_/+")
    var state: UInt64 = 11
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var read = 0
    for _ in 0..<1_500 {
      var text = Array(seed)
      for _ in 0...below(3) {
        let at = below(text.count)
        switch below(4) {
        case 0: text.remove(at: at)
        case 1: text[at] = signs[below(signs.count)]
        case 2: text.insert(signs[below(signs.count)], at: at)
        default:
          let end = min(text.count, at + below(12))
          text.insert(contentsOf: Array(text[at..<end]), at: below(text.count))
        }
      }
      let (plain, yams, problems) = Self.both(String(text))
      guard let plain else { continue }
      read += 1
      #expect(plain == yams, "\(String(text))")
      #expect(problems.isEmpty, "\(String(text))")
      if plain != yams { return }
    }
    #expect(read > 100, "only \(read) texts were plain")
  }
}
