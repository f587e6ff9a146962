import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// How the shipped pack reads lines as runners type them; the figures are printed.
@Suite struct LayFiguresTests {
  private static let folder = "DialogEngineTests"
  /// Signs of these topics are what red flags rest on.
  private static let grave: Set<String> = [
    "swelling", "numbness", "weakness", "chest", "breathlessness", "colour", "temperature", "fever",
    "bladder_bowel", "urine_colour", "speech_vision", "confusion", "stool_blood", "mood",
  ]

  @Test(arguments: [("lay.tsv", 0.96), ("lay-held-out.tsv", 0.94)])
  func linesAreReadRight(_ file: String, _ gate: Double) throws {
    let pack = try TestPack.heavyLegs.get()
    let known = Set(LanguageFixture.rows("lay-misses.tsv", of: Self.folder).map { $0[0] })
    var categories: [String] = []
    var figures: [String: (right: Int, count: Int)] = [:]
    var dismissed: [String] = []
    var wrong: [String] = []
    for row in LanguageFixture.rows(file, of: Self.folder) {
      let (text, wanted, category) = (row[0], row[1], row[2])
      if categories.last != category { categories.append(category) }
      figures[category, default: (0, 0)].count += 1
      let heard = LayReading(text, pack)
      if heard.fits(wanted) {
        figures[category, default: (0, 0)].right += 1
        #expect(!known.contains(text), "\(text) is right now: take it off the misses")
      } else {
        wrong.append("\(text) | \(wanted) | \(heard.summary)")
        #expect(known.contains(text), "\(text)")
      }
      dismissed += heard.dismissed(of: wanted, among: Self.grave).map { "\(text): \($0)" }
    }
    let right = figures.values.reduce(0) { $0 + $1.right }
    let count = figures.values.reduce(0) { $0 + $1.count }
    print(
      "figure: \(file): \(right) of \(count) right, \(dismissed.count) affirmed signs dismissed")
    for category in categories {
      print("  \(category): \(figures[category]?.right ?? 0) of \(figures[category]?.count ?? 0)")
    }
    for line in wrong { print("  \(line)") }
    #expect(dismissed.isEmpty)
    #expect(Double(right) >= gate * Double(count))
  }

  @Test func harmlessOpeningsRaiseNoAlarm() throws {
    let pack = try TestPack.heavyLegs.get()
    var alarms: [String] = []
    var suspected = 0
    let rows = LanguageFixture.rows("benign.tsv", of: Self.folder)
    for row in rows {
      var talk = Talk(pack, region: .unknown)
      talk.say(row[0])
      if !talk.conversation.flags.isEmpty { suspected += 1 }
      if talk.level >= .urgent { alarms.append("\(row[0]): \(talk.level)") }
    }
    print("figure: \(alarms.count) of \(rows.count) harmless openings raise an alarm,")
    print("  \(suspected) lead to a question about a flag")
    #expect(alarms.isEmpty, "\(alarms.joined(separator: "\n"))")
  }
}

/// What was heard in a line, by topic.
private struct LayReading {
  private var statuses: [String: [Assertion.Status]] = [:]
  private let answers: Set<String>
  private let level: Level
  let summary: String

  init(_ text: String, _ pack: CompiledPack) {
    let topics = Dictionary(
      pack.pack.findings.map { ($0.id, $0.topic) }, uniquingKeysWith: { first, _ in first })
    let heard = pack.matcher.understand(text, on: CalendarDate(dayNumber: 20_468))
    var words: [String] = []
    for mention in heard.mentions {
      guard case .finding(let id) = mention.target else { continue }
      var status = mention.assertion.status
      if mention.isDenial {
        status = status == .affirmed ? .negated : status == .negated ? .affirmed : status
      }
      statuses[topics[id] ?? "", default: []].append(status)
      words.append("\(id) \(status.rawValue)")
    }
    summary = words.joined(separator: ", ")
    answers = Set(
      pack.matcher.lexicon.answers(in: pack.matcher.lexicon.read(text)).map(\.kind.rawValue))
    var talk = Talk(pack, region: .unknown)
    talk.say(text)
    level = talk.level
  }

  func fits(_ wanted: String) -> Bool {
    if wanted == "calm" { return level < .urgent }
    return wanted.split(separator: ";").allSatisfy { part in
      let (left, right) = Self.sides(part)
      if left == ["answer"] { return right.contains(where: answers.contains) }
      let heard = self.heard(of: left)
      let isThere = heard.contains { $0 == .affirmed || $0 == .uncertain }
      if right.contains("affirmed"), isThere { return true }
      if right == ["affirmed"] || isThere { return false }
      if right == ["asked"] || heard.isEmpty { return right != ["negated"] }
      return heard.contains { right.contains($0.rawValue) }
    }
  }

  /// Topics that were affirmed, and heard only as denied, past or somebody else's.
  func dismissed(of wanted: String, among grave: Set<String>) -> [String] {
    guard wanted != "calm" else { return [] }
    return wanted.split(separator: ";").flatMap { part -> [String] in
      let (left, right) = Self.sides(part)
      guard right == ["affirmed"], left.contains(where: grave.contains) else { return [] }
      let heard = self.heard(of: left)
      let isOnlyDismissed =
        !heard.isEmpty && heard.allSatisfy { $0 == .negated || $0 == .past || $0 == .other }
      return isOnlyDismissed ? left : []
    }
  }

  private func heard(of topics: [String]) -> [Assertion.Status] {
    topics == ["*"]
      ? statuses.values.flatMap { $0 } : topics.flatMap { statuses[$0] ?? [] }
  }

  private static func sides(_ part: Substring) -> ([String], [String]) {
    let sides = part.split(separator: "=")
    return (
      sides[0].split(separator: "/").map(String.init),
      sides[sides.count - 1].split(separator: "/").map(String.init)
    )
  }
}
