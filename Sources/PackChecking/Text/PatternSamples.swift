import IntentMatching
import IntentPacks
import LanguageProcessing

/// Short sentences that a pattern must fit: each of its alternatives said once, what may be left out left out.
struct PatternSamples {
  private let wordings: [String: [Pattern]]
  private let language: Language
  /// At most so many sentences for one pattern.
  private static let most = 6

  init(_ pack: Pack) {
    var unused: [Diagnostic] = []
    language = pack.language
    wordings = Dictionary(
      pack.concepts.map { concept in
        (
          concept.id,
          concept.wordings.compactMap { PatternParser.wording($0, diagnostics: &unused) }
        )
      }, uniquingKeysWith: { a, _ in a })
  }

  func sentences(for line: PlacedLine) -> [String] {
    var unused: [Diagnostic] = []
    guard let pattern = PatternParser.pattern(line, diagnostics: &unused) else { return [] }
    var seen: Set<String> = []
    return (0..<Self.most).compactMap { number in
      let words = pattern.items.flatMap { self.words(of: $0, number, depth: 0) }
      guard !words.isEmpty else { return nil }
      let sentence = words.joined(separator: " ")
      return seen.insert(sentence).inserted ? sentence : nil
    }
  }

  private func words(of node: PatternNode, _ number: Int, depth: Int) -> [String] {
    guard depth < 12 else { return [] }
    func joined(_ nodes: [PatternNode]) -> [String] {
      nodes.flatMap { words(of: $0, number, depth: depth + 1) }
    }
    switch node {
    case .word(let word, _, _): return [word]
    case .concept(let id, _):
      guard let all = wordings[id], !all.isEmpty else { return [] }
      return joined(all[number % all.count].items)
    case .capture(let capture, _): return [value(capture)]
    case .anyOf(let all, _): return all.isEmpty ? [] : joined(all[number % all.count])
    case .phrase(let nodes, _): return joined(nodes)
    case .optional, .excluded, .gap: return []
    }
  }

  /// A value in the words of the language; where it has none, a number.
  private func value(_ capture: PatternCapture) -> String {
    func amount(_ unit: String) -> String {
      language.units.first { $0.unit == unit }.map { "3 \($0.word)" } ?? "3"
    }
    return switch capture {
    case .number: "3"
    case .duration: amount("week")
    case .distance: amount("km")
    case .side: language.sides.first?.phrase ?? "3"
    case .bodyPart: language.bodyParts.first?.phrase ?? "3"
    }
  }
}
