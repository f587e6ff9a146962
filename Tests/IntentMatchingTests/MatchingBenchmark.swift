import IntentMatching
import IntentPacks
import LanguageProcessing

/// Times compiling a pack and understanding lines.
struct MatchingBenchmark: Sendable {
  /// How many pattern lines were compiled.
  var patterns: Int
  var compileMilliseconds: Double
  /// Microseconds for a whole understanding, reading included, and for the matching alone.
  var medianMicroseconds: Double
  var p99Microseconds: Double
  /// Of understanding alone, without the dialog.
  var matchingMedianMicroseconds: Double

  /// Compiles a pack, then understands each line `rounds` times.
  init(pack: Pack, lines: [String], rounds: Int, on date: CalendarDate) {
    let clock = ContinuousClock()
    var diagnostics: [Diagnostic] = []
    let begin = clock.now
    let matcher = Matcher(pack: pack, diagnostics: &diagnostics)
    compileMilliseconds = Self.microseconds(begin.duration(to: clock.now)) / 1_000
    patterns = matcher.patternCount
    var whole: [Double] = []
    var matching: [Double] = []
    for _ in 0..<max(1, rounds) {
      for line in lines {
        let start = clock.now
        let utterance = matcher.lexicon.read(line)
        let read = clock.now
        let understanding = matcher.understand(utterance, on: date)
        let end = clock.now
        guard understanding.mentions.count >= 0 else { continue }
        whole.append(Self.microseconds(start.duration(to: end)))
        matching.append(Self.microseconds(read.duration(to: end)))
      }
    }
    medianMicroseconds = Self.percentile(whole, 0.5)
    p99Microseconds = Self.percentile(whole, 0.99)
    matchingMedianMicroseconds = Self.percentile(matching, 0.5)
  }

  private static func microseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1e6 + Double(duration.components.attoseconds) / 1e12
  }

  private static func percentile(_ values: [Double], _ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    return values.sorted()[min(values.count - 1, Int(Double(values.count) * share))]
  }
}
