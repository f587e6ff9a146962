import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// A compiled pack that rules talk to: each line is heard as the first of a fresh conversation, on a fixed day.
struct HeardPack: Sendable {
  let pack: CompiledPack
  /// Mistakes found only when compiling, such as faulty patterns.
  let diagnostics: [Diagnostic]
  static let day = CalendarDate(dayNumber: 20_468)
  private let findings: [String: Int]
  private let fresh: Conversation

  init(_ source: Pack) {
    var diagnostics: [Diagnostic] = []
    pack = CompiledPack(source, diagnostics: &diagnostics)
    self.diagnostics = diagnostics
    findings = Dictionary(
      source.findings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    fresh = Conversation(on: Self.day, region: .unknown, with: pack)
  }

  func understand(_ text: String) -> Understanding {
    pack.matcher.understand(text, on: Self.day)
  }

  /// The turn in which a fresh conversation hears the text.
  func turn(after text: String) -> Turn { fresh.hearing(text, on: Self.day, with: pack) }

  /// The conversation before anything was said.
  var opening: Conversation { fresh.opening(with: pack).conversation }

  /// Whether the text says something of the finding: by a pattern of its own or by what it is derived from.
  func knows(_ finding: Finding, after text: String) -> Bool {
    let mentions = understand(text).mentions
    if mentions.contains(where: { $0.target == .finding(finding.id) }) { return true }
    guard let number = findings[finding.id] else { return false }
    if !finding.means.isEmpty {
      // What is derived stands in no fact; one of its sources must have been heard.
      let sources = Set(finding.means.flatMap(\.value.findings))
      return mentions.contains { mention in
        if case .finding(let id) = mention.target { return sources.contains(id) }
        return false
      }
    }
    return !turn(after: text).conversation.facts.facts(about: number).isEmpty
  }

  /// How a message names a pattern: as written, with its place.
  static func shown(_ mention: Mention) -> String { "\(mention.pattern) (\(mention.place))" }

  /// How a message names what was heard.
  static func name(_ target: Mention.Target) -> String {
    switch target {
    case .finding(let id): "\"\(id)\""
    case .intent(let id): "the intent \"\(id)\""
    case .redFlag(let id): "the name of the flag \"\(id)\""
    case .cause(let id): "the name of the cause \"\(id)\""
    }
  }
}
