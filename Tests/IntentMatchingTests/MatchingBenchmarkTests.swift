import Foundation
import IntentPacks
import LanguageProcessing
import Testing

@testable import IntentMatching

@Suite struct MatchingBenchmarkTests {
  /// A pack of made-up words as large as the peers were measured with: three patterns for each intent.
  static func pack(intents: Int) -> (Pack, [String]) {
    var numbers = SeededNumbers(state: 3)
    let consonants = Array("bdfgklmnprtvz")
    let vowels = Array("aiou")
    let ends = Array("kmnr")
    func pick(_ some: [Character]) -> Character {
      some[Int.random(in: 0..<some.count, using: &numbers)]
    }
    let words = (0..<3_000).map { _ -> String in
      String((0..<3).flatMap { _ in [pick(consonants), pick(vowels)] } + [pick(ends)])
    }
    func word() -> String {
      words[Int.random(in: 0..<(Bool.random(using: &numbers) ? 300 : 3_000), using: &numbers)]
    }
    var pack = Pack()
    pack.language.stemmer = "english"
    pack.intents = (0..<intents).map { number in
      var intent = Intent(id: "i\(number)", place: .nowhere)
      intent.patterns = (0..<3).map { _ in
        let count = Int.random(in: 2...4, using: &numbers)
        var some = (0..<count).map { _ in word() }
        if count > 2, Bool.random(using: &numbers) { some[1] = "[\(some[1])]" }
        return Placed(some.joined(separator: " "), at: SourcePlace(file: "i.yaml", line: number))
      }
      return intent
    }
    let fillers = ["the", "street", "about", "morning", "coach", "week", "pace", "winter", "quite"]
    let lines = (0..<200).map { at -> String in
      var line = (0..<10).map { _ in fillers[Int.random(in: 0..<9, using: &numbers)] }
      let pattern = pack.intents[at % min(100, intents)].patterns[0].value
      line.insert(
        pattern.replacingOccurrences(of: "[", with: "").replacingOccurrences(of: "]", with: ""),
        at: 4)
      return line.joined(separator: " ")
    }
    return (pack, lines)
  }

  @Test("Time does not grow with the pack; figures are printed, only gross failures count")
  func flat() {
    var medians: [Double] = []
    for size in [100, 1_000, 10_000] {
      let (pack, lines) = Self.pack(intents: size)
      let figures = MatchingBenchmark(pack: pack, lines: lines, rounds: 5, on: PlainReader.date)
      print(
        "\(size) intents: compile \(figures.compileMilliseconds) ms,",
        "median \(figures.medianMicroseconds) us of which matching",
        "\(figures.matchingMedianMicroseconds) us, p99 \(figures.p99Microseconds) us")
      #expect(figures.patterns == size * 3)
      medians.append(figures.medianMicroseconds)
    }
    #expect(medians[2] < medians[0] * 6)
  }
}
