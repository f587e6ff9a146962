import Foundation
import IntentPacks
import LanguageProcessing
import Testing

@testable import IntentMatching

/// A small generator of numbers that gives the same ones everywhere.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state ^ state >> 33
    mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 29
  }
}

/// Makes small packs and lines over few words, so that everything collides with everything.
struct RandomCase {
  var numbers: SeededNumbers
  static let words = ["x", "y", "z", "hot", "sore", "calf", "ankle", "knee", "my", "5"]
  static let fillers = ["left", "right", "and", ",", ".", "but", "the", "o", "p"]

  mutating func pick<T>(_ some: [T]) -> T { some[Int.random(in: 0..<some.count, using: &numbers)] }
  mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &numbers) < share
  }

  mutating func sequence(_ depth: Int, _ count: ClosedRange<Int>, quoted: Bool) -> String {
    (0..<Int.random(in: count, using: &numbers)).map { _ in item(depth, quoted: quoted) }
      .joined(separator: " ")
  }

  mutating func item(_ depth: Int, quoted: Bool) -> String {
    let roll = Double.random(in: 0..<1, using: &numbers)
    guard depth > 0, roll > 0.6 else { return (chance(0.08) ? "=" : "") + pick(Self.words) }
    switch roll {
    case ..<0.7: return "@c\(Int.random(in: 0..<3, using: &numbers))"
    case ..<0.83:
      let first = sequence(depth - 1, 1...2, quoted: quoted)
      return "(\(first) | \(sequence(depth - 1, 1...2, quoted: quoted)))"
    case ..<0.88: return "[\(sequence(0, 1...1, quoted: quoted))]"
    case ..<0.92: return pick(["{side}", "{body_part}", "{number}"])
    default:
      guard quoted else { return "\"" + phrase(depth - 1) + "\"" }
      return pick(Self.words)
    }
  }

  mutating func phrase(_ depth: Int) -> String {
    let first = sequence(depth, 1...2, quoted: true)
    guard chance(0.4) else { return first }
    return "\(first) ... \(sequence(depth, 1...1, quoted: true))"
  }

  mutating func pattern() -> String {
    var text = chance(0.3) ? "\"" + phrase(2) + "\"" : sequence(2, 1...3, quoted: false)
    if chance(0.1) { text += " -" + pick(Self.words) }
    return text
  }

  mutating func concepts() -> [String: [String]] {
    var concepts: [String: [String]] = [:]
    for at in 0..<3 {
      var lines = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in phrase(0) }
      if at > 0, chance(0.4) { lines.append("@c\(at - 1)" + (chance(0.5) ? " x" : "")) }
      concepts["c\(at)"] = lines
    }
    return concepts
  }

  mutating func line() -> String {
    (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
      pick(chance(0.3) ? Self.fillers : Self.words)
    }.joined(separator: " ")
  }
}

@Suite struct ReferenceTests {
  private static var pairs: Int {
    ProcessInfo.processInfo.environment["HEAVYLEGS_FULL"] == "1" ? 100_000 : 2_000
  }

  @Test("The fast matcher agrees with the slow one on random patterns and lines")
  func agreement() {
    var made = RandomCase(numbers: SeededNumbers(state: 7))
    var compared = 0
    var matched = 0
    while compared < Self.pairs {
      let concepts = made.concepts()
      let texts = (0..<4).map { _ in made.pattern() }
      let pack = PlainReader.pack(["f": texts], concepts: concepts)
      let (matcher, _) = PlainReader.matcher(pack)
      var ignored: [Diagnostic] = []
      let parsed = concepts.mapValues { lines in
        PlainReader.lines(lines).compactMap {
          PatternParser.wording($0, diagnostics: &ignored)
        }
      }
      for _ in 0..<5 {
        let line = made.line()
        let utterance = PlainReader.utterance(line)
        let reference = ReferenceMatcher(concepts: parsed, tokens: utterance.tokens)
        var scan = matcher.scan(utterance, on: PlainReader.date)
        let matches = matcher.matches(in: &scan)
        for (at, source) in matcher.index.sources.enumerated() {
          guard let pattern = PatternParser.pattern(source.line, diagnostics: &ignored) else {
            continue
          }
          let fast = Set(
            matches.filter { Int($0.source) == at }.map { $0.tokens.map(Int.init) })
          let slow = reference.matches(pattern)
          compared += 1
          matched += slow.isEmpty ? 0 : 1
          #expect(fast == slow, "\(pattern.text) <- \(line) with \(concepts)")
          if fast != slow { return }
        }
      }
    }
    #expect(matched * 20 > compared)
  }
}
