import LanguageProcessing
import TestSupport
import Testing

@testable import DialogEngine

/// Lines made to cost much. Times are compared with each other, never with a clock: after three doublings the work may be
/// eight times what it was, a few times that where memory no longer fits the caches and has to be asked of the system, but
/// not the 64 times that trying all pairs would take.
@Suite struct HostileLinesTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var make: @Sendable (Int) -> String
    var testDescription: String { name }
  }

  static func repeated(_ text: String, to length: Int) -> String {
    String(repeating: text, count: length / text.utf8.count)
  }

  static let kinds = [
    Kind(name: "one keyword") { repeated("calf ", to: $0) },
    Kind(name: "keywords in reverse") { repeated("swollen calf left my ", to: $0) },
    Kind(name: "letters") { repeated("a", to: $0) },
    Kind(name: "different words") { length in
      (0..<length / 6).map { "w\(String(10_000 + $0 * 7, radix: 36))" }.joined(separator: " ")
    },
    Kind(name: "brackets") { repeated("((", to: $0 / 2) + repeated("))", to: $0 / 2) },
    Kind(name: "quotes") { repeated("\"'", to: $0) },
    Kind(name: "denials") { repeated("not no never ", to: $0) },
    Kind(name: "questions without end") { repeated("what if my calf is swollen or ", to: $0) },
    Kind(name: "numbers") { repeated("5 weeks 10 km ", to: $0) },
    Kind(name: "joined words") { repeated("calfswollenchestpain", to: $0) },
    Kind(name: "answers in a row") { repeated("yes no none ", to: $0) },
  ]

  @Test("The work for a line grows with its length, not with the square of it", arguments: kinds)
  func linear(_ kind: Kind) throws {
    let pack = try TestPack.heavyLegs.get()
    let fresh = Talk(pack).conversation
    let date = CalendarDate(dayNumber: 20_468)
    func seconds(_ length: Int) -> Double {
      let line = kind.make(length)
      return WorkTime.seconds(of: 1) { _ = fresh.hearing(line, on: date, with: pack) }
    }
    _ = fresh.hearing(kind.make(1_000), on: date, with: pack)
    // Nearly the longest line that is read whole, and an eighth of it.
    let (short, long) = (seconds(2_000), seconds(16_000))
    #expect(long < 40 * short + 0.05, "\(kind.name): \(short) s, then \(long) s")
  }

  @Test("Beyond the longest line that is read whole, length costs nearly nothing")
  func capped() throws {
    let pack = try TestPack.heavyLegs.get()
    let fresh = Talk(pack).conversation
    let date = CalendarDate(dayNumber: 20_468)
    func seconds(_ length: Int) -> Double {
      let line = Self.repeated("a", to: length)
      return WorkTime.seconds(of: 2) { _ = fresh.hearing(line, on: date, with: pack) }
    }
    #expect(seconds(1_000_000) < 3 * seconds(50_000) + 0.05)
  }
}
