import IntentPacks

/// The page of each code: what it means, what is wrong and what is right. `check --explain` and the handbook print it.
package enum RulePages {
  /// Every code there is, in alphabetical order.
  package static var rules: [Rule] {
    (RuleCatalog.rules + RuleCatalog.readingRules).sorted { $0.id < $1.id }
  }

  /// The page of one code for a terminal.
  package static func text(_ rule: Rule) -> String {
    var page = "\(rule.id) (\(rule.severity.rawValue)): \(rule.summary)\n"
    for (title, files) in examples(rule) {
      for file in files {
        page += "\n\(title)\(name(file.path)):\n" + indented(file.text)
      }
    }
    return page
  }

  /// All pages as one document.
  package static var markdown: String {
    var page = """
      # Codes

      Every problem that `heavylegs check` can tell has a code, which stands in brackets at the end of its message.
      An error forbids to talk with the pack; a warning does not, unless `--strict` is given.
      This page is written by `heavylegs check --explain all --format markdown`; the same text for one code is printed
      by `heavylegs check --explain CODE`. The examples are files laid over a small sound pack that has the finding
      `calf_pain`, the screen `legs`, the flag `base_flag`, the cause `sore_calf`, the intent `greet`, the source `S1`
      and the state `listen`.


      """
    for rule in rules {
      page +=
        "## \(rule.id)\n\n\(rule.severity == .error ? "Error" : "Warning"). \(rule.summary)\n\n"
      for (title, files) in examples(rule) {
        for file in files {
          let language = file.path.hasSuffix(".yaml") ? "yaml" : "text"
          page += "\(title)\(name(file.path)):\n\n```\(language)\n\(visible(file.text))```\n\n"
        }
      }
    }
    return String(page.dropLast())
  }

  /// All codes with their examples, for machines.
  package static var json: String {
    let pages = rules.map { rule in
      JSONText.object([
        ("code", .string(rule.id)), ("severity", .string(rule.severity.rawValue)),
        ("summary", .string(rule.summary)), ("bad", files(rule.bad)), ("good", files(rule.good)),
        ("refused_by_schema", .bool(PackSchema.refused.contains(rule.id))),
      ])
    }
    return JSONText.array(pages).rendered(indent: "") + "\n"
  }

  private static func files(_ example: String) -> JSONText {
    guard !example.isEmpty else { return .array([]) }
    return .array(
      RuleExample(example).files.map {
        .object([("path", .string($0.path)), ("text", .string($0.text))])
      })
  }

  private static func examples(_ rule: Rule) -> [(String, [(path: String, text: String)])] {
    [("Wrong", rule.bad), ("Right", rule.good)].filter { !$0.1.isEmpty }.map { title, example in
      (title, RuleExample(example).files.map { ($0.path, $0.text.trimmed) })
    }
  }

  private static func name(_ path: String) -> String {
    path == "example.yaml" ? "" : ", in \(path)"
  }

  private static func indented(_ text: String) -> String {
    visible(text).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
  }

  /// Signs that nobody sees, written out.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { shown, scalar in
      let isHidden =
        scalar != "\n" && (scalar.value < 0x20 || scalar.properties.generalCategory == .format)
      if isHidden {
        shown += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }
}

extension String {
  /// Ends in exactly one line feed.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return text + "\n"
  }
}
