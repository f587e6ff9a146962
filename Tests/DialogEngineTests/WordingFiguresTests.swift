import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing
import TestSupport
import Testing

/// How many of the wordings that runners use the shipped pack hears; the figures are printed.
@Suite struct WordingFiguresTests {
  static let date = CalendarDate(dayNumber: 20_468)

  @Test func wordingsAreHeardAsWhatTheyMean() throws {
    let targets = Dictionary(
      LanguageFixture.rows("wording-targets.tsv", of: "DialogEngineTests").map {
        ($0[0], $0[1].split(separator: " ").map(String.init))
      }, uniquingKeysWith: { $1 })
    let ear = try WordingEar(concepts: Set(targets.values.joined().filter { $0.hasPrefix("@") }))
    var concepts: [String] = []
    var heard: [String: Int] = [:]
    var missed: [String: [String]] = [:]
    for row in LanguageFixture.rows("wordings.tsv", of: "DialogEngineTests") {
      let (concept, wording) = (row[0], row[1])
      if concepts.last != concept { concepts.append(concept) }
      let wanted = try #require(targets[concept], "\(concept) has no target")
      if wanted.contains(where: { ear.hears($0, in: wording) }) {
        heard[concept, default: 0] += 1
      } else {
        missed[concept, default: []].append(wording)
      }
    }
    let right = heard.values.reduce(0, +)
    let total = right + missed.values.reduce(0) { $0 + $1.count }
    print("figure: \(right) of \(total) wordings of \(concepts.count) concepts are heard")
    for concept in concepts {
      if let missed = missed[concept] {
        print("  \(concept): missed \(missed.count): \(missed.joined(separator: " | "))")
      }
    }
    // A wording that only a concept without any use held does not count.
    #expect(Double(right) >= 0.97 * Double(total))
  }
}

/// Asks the shipped pack whether a wording is heard as one of the things it may mean.
struct WordingEar {
  private let pack: CompiledPack
  private let probes: CompiledPack
  private let answers: [String: Set<Answer.Kind>] = [
    "yes": [.yes], "no": [.no, .none], "soft_no": [.softNo], "none": [.none],
    "unsure": [.unsure], "skip": [.skip], "acknowledgement": [.acknowledgement],
  ]

  init(concepts: Set<String>) throws {
    pack = try TestPack.heavyLegs.get()
    // One finding for each concept tells whether its wordings fit.
    let findings = concepts.sorted().map { concept in
      """
        probe_\(concept.dropFirst()):
          topic: other
          name: probe
          patterns: |
            \(concept)
      """
    }
    probes = try TestPack.compiled(
      """
      pack: probes
      title: Probes
      language: en
      version: 0.1.0
      start: welcome
      extends: heavy-legs
      findings:
      \(findings.joined(separator: "\n"))
      """)
  }

  func hears(_ target: String, in wording: String) -> Bool {
    let date = WordingFiguresTests.date
    let lexicon = pack.matcher.lexicon
    let utterance = lexicon.read(wording)
    let parts = target.split(separator: ":").map(String.init)
    switch (parts[0], parts.last ?? "") {
    case ("cue", let kind):
      let kinds = kind == "negation" ? Self.denials : [kind]
      return kinds.contains { !lexicon.cues($0, in: utterance).isEmpty }
    case ("answer", let kind):
      let kinds = answers[kind] ?? []
      return lexicon.answers(in: utterance).contains { kinds.contains($0.kind) }
    case ("part", let part): return utterance.tokens.contains { $0.bodyPart == part }
    case ("side", _): return utterance.tokens.contains { $0.side != nil }
    case ("intent", let id):
      return pack.matcher.understand(wording, on: date).intents.contains { $0.intent == id }
    case ("any_intent", _):
      return !pack.matcher.understand(wording, on: date).intents.isEmpty
    case ("any_finding", _): return findings(pack, wording) { _ in true }
    case ("harmless", _): return isHarmless(wording)
    default: break
    }
    if target.hasPrefix("{") {
      let kind = target.dropFirst().dropLast()
      return lexicon.values(in: utterance, on: date).contains { $0.kind.rawValue == kind }
    }
    if target.hasPrefix("@") {
      return findings(probes, wording) { $0 == "probe_\(target.dropFirst())" }
    }
    return findings(pack, wording) { $0 == target }
  }

  private static let denials = [
    "negation_before", "negation_noun", "soft_negation", "weak_negation", "negation_after",
    "negation_adjacent", "stopped", "negation_doubling", "all_except", "exception", "recovered",
    "never_before",
  ]

  private func findings(
    _ pack: CompiledPack, _ wording: String, where fits: (String) -> Bool
  ) -> Bool {
    let understanding = pack.matcher.understand(wording, on: WordingFiguresTests.date)
    return (understanding.mentions + understanding.beaten).contains { mention in
      if case .finding(let id) = mention.target { fits(id) } else { false }
    }
  }

  /// An exaggeration alone starts no alarm.
  private func isHarmless(_ wording: String) -> Bool {
    var talk = Talk(pack, region: .unknown)
    talk.say(wording)
    return talk.level < .urgent
  }
}
