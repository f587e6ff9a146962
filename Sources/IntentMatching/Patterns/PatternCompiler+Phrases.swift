import IntentPacks
import LanguageProcessing

/// Phrases: words in order, with gaps and choices.
extension PatternCompiler {
  /// The places of a phrase; nil when a part of it is unknown or nothing in it is required.
  mutating func elements(
    of nodes: [PatternNode], in pattern: Pattern
  ) -> [DraftElement]? {
    var found: [DraftElement] = []
    guard append(nodes, in: pattern, isWhole: true, to: &found) else { return nil }
    keepArticle(&found)
    guard found.contains(where: { !$0.isOptional }) else {
      report(.nothingRequired, in: pattern, at: 0)
      return nil
    }
    return found
  }

  /// "The runs", "my bad": with a single word beside it the article is part of the saying.
  private func keepArticle(_ elements: inout [DraftElement]) {
    guard elements.count(where: { !$0.isOptional }) <= 1 else { return }
    for at in elements.indices where elements[at].isIgnorable { elements[at].isOptional = false }
  }

  /// - Parameter isWhole: the nodes are all there is of the phrase.
  private mutating func append(
    _ nodes: [PatternNode], in pattern: Pattern, isWhole: Bool = false,
    to found: inout [DraftElement]
  ) -> Bool {
    let isWhole = isWhole && nodes.count == 1
    var followsGap = false
    for node in nodes {
      let first = found.count
      switch node {
      case .word(let text, let exact, _):
        for word in read(text, exact: exact) {
          found.append(
            DraftElement(
              alternatives: [word.symbol], isOptional: word.isIgnorable,
              isIgnorable: word.isIgnorable))
        }
      case .concept(let name, let at):
        guard let symbol = known(concept: name, in: pattern, at: at) else { return false }
        found.append(DraftElement(alternatives: [symbol]))
      case .capture(let capture, _):
        note(capture)
        found.append(DraftElement(alternatives: [capture.symbol]))
      case .anyOf(let alternatives, _), .optional(let alternatives, _):
        guard var element = element(anyOf: alternatives, in: pattern, isWhole: isWhole)
        else { return false }
        if case .optional = node {
          element.isOptional = true
          element.isIgnorable = false
        }
        found.append(element)
      case .phrase(let inner, _):
        guard append(inner, in: pattern, isWhole: isWhole, to: &found) else { return false }
      case .excluded(_, let at):
        report(.exclusionInside, in: pattern, at: at)
        return false
      case .gap:
        followsGap = true
        continue
      }
      if followsGap, found.count > first {
        found[first].followsGap = true
        followsGap = false
      }
    }
    return true
  }

  private mutating func element(
    anyOf alternatives: [[PatternNode]], in pattern: Pattern, isWhole: Bool
  ) -> DraftElement? {
    var union = DraftElement(alternatives: [])
    for nodes in alternatives {
      if let word = lone(nodes) {
        union.isOptional = union.isOptional || word.isIgnorable
        union.isIgnorable = union.isIgnorable || word.isIgnorable
        union.alternatives.append(word.symbol)
        continue
      }
      var inner: [DraftElement] = []
      guard append(nodes, in: pattern, isWhole: isWhole, to: &inner) else { return nil }
      if isWhole { keepArticle(&inner) }
      if inner.count == 1 {
        union.isOptional = union.isOptional || inner[0].isOptional
        union.isIgnorable = union.isIgnorable || inner[0].isIgnorable
        union.alternatives += inner[0].alternatives
      } else if !inner.isEmpty {
        if !inner.contains(where: { !$0.isOptional }) { union.isOptional = true }
        union.alternatives.append(phrase(inner))
      }
    }
    union.alternatives = unique(union.alternatives)
    return union
  }

  /// The symbol of a phrase inside a pattern; equal phrases share one.
  mutating func phrase(_ elements: [DraftElement]) -> Symbol {
    if let known = anonymous[elements] { return known }
    let symbol = index.symbols.internPhrase()
    rank(symbol, 0)
    anonymous[elements] = symbol
    drafts.append(elements)
    addRule(elements, output: symbol)
    return symbol
  }
}
