import IntentPacks

/// Findings are defined by one another in a ring.
enum CircularDefinition {
  static let rule = Rule(
    "circular-definition", .error,
    "Findings are defined by one another in a ring.",
    bad: """
      findings:
        thigh_pain:
          means: strained
        strained:
          means: thigh_pain
      states:
        listen: {ask: calf_pain, when: [{if: strained, go: listen}]}
      """,
    mend: ["  thigh_pain:\n    means: strained\n": "", "means: thigh_pain": "means: calf_pain"]
  ) { subject in
    let findings = subject.pack.findings.map { finding in
      Node(id: finding.id, place: finding.place, next: finding.means.flatMap(\.value.findings))
    }
    return notes(findings)
  }

  private struct Node {
    var id: String
    var place: SourcePlace
    var next: [String]
  }

  /// One note for each definition that leads back to itself.
  private static func notes(_ nodes: [Node]) -> [Rule.Note] {
    let next = Dictionary(nodes.map { ($0.id, $0.next) }, uniquingKeysWith: { a, _ in a })
    var isClear: Set<String> = []
    return nodes.compactMap { node in
      var seen: Set<String> = []
      var open = node.next
      while let id = open.popLast() {
        if id == node.id {
          return Rule.Note(
            node.place, "what \"\(node.id)\" means leads back to itself",
            help: "take one of the names in its lines away", length: node.id.count)
        }
        if !isClear.contains(id), seen.insert(id).inserted { open += next[id] ?? [] }
      }
      isClear.insert(node.id)
      return nil
    }
  }
}
