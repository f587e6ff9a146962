import IntentPacks
import Testing

@testable import IntentMatching

/// Patterns compiled on two threads.
@Suite struct PatternCompilerTests {
  /// Patterns of every kind, of words that come again and words that do not.
  private static let lines: [String] = (0..<700).map { number in
    let (a, b, c) = ("word\(number % 90)", "word\(number % 37)s", "word\(number)")
    return switch number % 8 {
    case 0: "\(a) \(b)"
    case 1: "\"\(a) (\(b) | \(c) now)\""
    case 2: "\(a) (\(b) | \"\(a) of \(b)\") -\(c)"
    case 3: "@swollen \(c) [really]"
    case 4: "=\(a) \"\(b) ... \(a)\""
    case 5: "\"(\(a) | \(b) off) {side} \(c)\""
    case 6: "\(a) @missing"
    default: "\"\(a) ["
    }
  }

  private static func compiler(_ patterns: PackPatterns, _ pack: Pack) -> PatternCompiler {
    PatternCompiler(
      read: PlainReader.tokens, concepts: ConceptOrder(pack.concepts), lines: patterns.lines.count)
  }

  /// All that an index says, without where its lists stand.
  private static func picture(_ index: PatternIndex) -> [String] {
    func list(_ range: FlatRange) -> String { "\(range.indices.map { index.lists[$0] })" }
    return index.symbols.names.enumerated().map { "\($0) \($1) \(index.ranks[$0])" }
      + index.phrases.map { rule in
        "\(rule.output) \(rule.anchor):"
          + rule.elements.indices.map { at in
            let element = index.elements[at]
            return " \(list(element.alternatives)) \(element.isOptional) \(element.followsGap)"
          }.joined()
      }
      + index.bags.map { bag in
        "\(index.sources[Int(bag.source)].line.value) \(bag.isPhrase) \(bag.needsValues):"
          + bag.slots.indices.map { list(index.slots[$0]) }.joined()
          + " [\(list(bag.optional))] -\(list(bag.excluded))"
      }
  }

  @Test("two compilers make of a pack what one makes of it, number by number")
  func halvesAreTheWhole() {
    let pack = PlainReader.pack(
      ["f": Self.lines], concepts: ["swollen": ["swollen", "blown up", "word12 up"]])
    let patterns = PackPatterns(pack: pack)
    var one = Self.compiler(patterns, pack)
    one.add(patterns, 0..<patterns.lines.count)
    var two = Self.compiler(patterns, pack)
    two.addInHalves(patterns)
    #expect(one.diagnostics.count > 150)
    #expect(two.diagnostics == one.diagnostics)
    let whole = Self.picture(one.finish())
    #expect(whole.count > 1_500)
    #expect(Self.picture(two.finish()) == whole)
  }
}
