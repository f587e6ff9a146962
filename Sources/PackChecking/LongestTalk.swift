import DialogEngine
import IntentPacks
import LanguageProcessing

/// The talk with the most questions that is found by talking. People open it with nothing, with the first example of each
/// red flag, or with a good sign of a cause, one of each topic; they deny everything, know nothing, skip everything, or say
/// yes wherever that is not urgent.
package struct LongestTalk: Sendable {
  /// How many questions it asks; a screen counts as one.
  package let questions: Int
  /// What is said in it.
  package let lines: [String]

  /// A talk never asks more.
  package static let limit = 15
  private static let maximalTurns = 40

  private enum Answerer: CaseIterable {
    case denies, unsure, skips, agrees
  }

  /// How a talk goes: what is said first, and who answers.
  private struct Plan {
    var opening: String?
    var answerer: Answerer
  }

  init(_ heard: HeardPack) {
    let pack = heard.pack.pack
    let findings = Dictionary(
      pack.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var topics: Set<String> = []
    let signs = pack.causes.compactMap { cause -> String? in
      let best = cause.supports.first { $0.weight == .strong } ?? cause.supports.first
      guard let finding = best.flatMap({ findings[$0.finding] }), let line = finding.examples.first
      else { return nil }
      return topics.insert(finding.topic).inserted ? line.value : nil
    }
    let flags = pack.redFlags.compactMap(\.examples.first?.value)
    var talks = Answerer.allCases.map { Plan(opening: nil, answerer: $0) }
    for line in flags {
      talks.append(Plan(opening: line, answerer: .denies))
      talks.append(Plan(opening: line, answerer: .unsure))
    }
    for line in signs { talks.append(Plan(opening: line, answerer: .denies)) }
    let longest = talks.mappedConcurrently { Self.talk(opening: $0.opening, $0.answerer, heard) }
      .enumerated().max { ($0.element.questions, $1.offset) < ($1.element.questions, $0.offset) }
    questions = longest?.element.questions ?? 0
    lines = longest?.element.lines ?? []
  }

  private static func talk(opening: String?, _ answerer: Answerer, _ heard: HeardPack)
    -> (questions: Int, lines: [String])
  {
    var talk = heard.opening
    if let opening {
      talk = talk.hearing(opening, on: HeardPack.day, with: heard.pack).conversation
    }
    for _ in 0..<maximalTurns where talk.phase == .asking {
      let line = answer(talk.question, answerer, heard.pack.pack)
      var next = talk.hearing(line, on: HeardPack.day, with: heard.pack).conversation
      if answerer == .agrees, next.level(in: heard.pack) >= .urgent {
        let denial = answer(talk.question, .denies, heard.pack.pack)
        next = talk.hearing(denial, on: HeardPack.day, with: heard.pack).conversation
      }
      talk = next
    }
    return (talk.questionsAsked, talk.said.map(\.text))
  }

  private static func answer(_ question: Question?, _ answerer: Answerer, _ pack: Pack) -> String {
    func word(_ kind: String) -> String { pack.language.answers[kind]?.first ?? kind }
    switch answerer {
    case .unsure: return word("unsure")
    case .skips: return word("skip")
    case .denies, .agrees: break
    }
    switch question?.kind {
    case .choice, .number: return "1"
    case .duration: return pack.language.units.first.map { "2 \($0.word)" } ?? "2"
    case .anyOf: return word("none")
    case .yesNo where answerer == .agrees: return word("yes")
    case .yesNo, .text, nil: return word("no")
    }
  }
}
