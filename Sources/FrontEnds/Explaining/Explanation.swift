import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// How a text was read and what it did: everything `explain` shows, for people and for machines.
struct Explanation: Sendable {
  /// A finding that was heard.
  struct Heard: Sendable {
    var mention: Mention
    var finding: String
    var value: String
    var status: Assertion.Status
    /// The words as typed.
    var text: String
  }

  let utterance: Utterance
  let heard: [Heard]
  let understanding: Understanding
  let intents: [IntentScore]
  let corrections: [Correction]
  let flags: [FlagStatus]
  let level: Level
  let turn: Turn
  let pack: CompiledPack

  /// Explains a text as the first utterance of a conversation.
  init(_ text: String, in fresh: Conversation, on date: CalendarDate, with pack: CompiledPack) {
    self.init(fresh.hearing(text, on: date, with: pack), with: pack)
  }

  /// Explains a turn that was taken.
  init(_ turn: Turn, with pack: CompiledPack) {
    let understanding = turn.trace.understanding ?? Understanding(utterance: Utterance(text: ""))
    self.understanding = understanding
    self.turn = turn
    self.pack = pack
    utterance = understanding.utterance
    corrections = understanding.utterance.corrections
    intents = understanding.intents
    flags = turn.conversation.flags
    level = turn.conversation.level(in: pack)
    let isYesNo = Dictionary(
      pack.pack.findings.map { ($0.id, $0.kind == .yesNo) }, uniquingKeysWith: { a, _ in a })
    heard = understanding.mentions.compactMap { mention in
      guard case .finding(let id) = mention.target else { return nil }
      let status = Self.status(of: mention)
      let isDenied = status == .negated && isYesNo[id] == true
      return Heard(
        mention: mention, finding: id, value: isDenied ? "no" : mention.value, status: status,
        text: understanding.utterance.words(mention.tokens))
    }
  }

  /// The status with a pattern that denies its finding taken into account: its denial denies nothing.
  private static func status(of mention: Mention) -> Assertion.Status {
    guard mention.isDenial else { return mention.assertion.status }
    return switch mention.assertion.status {
    case .affirmed, .uncertain: .negated
    case .negated: .affirmed
    case .asked, .past, .other: mention.assertion.status
    }
  }

  /// The object of the JSON contract.
  var json: JSON {
    .object([
      "text": .string(utterance.text),
      "corrections": .array(ProtocolTurn.corrections(utterance)),
      "findings": .array(heard.map(json)),
      "intents": .array(
        intents.map {
          .object([
            "intent": .string($0.intent), "score": .decimal($0.score, places: 4),
            "by": .string($0.basis.rawValue),
          ])
        }),
      "red_flags": .array(ProtocolTurn.flags(flags)),
      "level": .string(level.rawValue),
    ])
  }

  private func json(_ heard: Heard) -> JSON {
    let mention = heard.mention
    return .object([
      "finding": .string(heard.finding),
      "value": .string(heard.value),
      "status": .string(heard.status.rawValue),
      "side": mention.circumstances.side.map { .string($0.rawValue) },
      "text": .string(heard.text),
      "start": .integer(mention.start),
      "end": .integer(mention.end),
      "pattern": .string(mention.pattern),
      "at": .string(packPlace(mention.place)),
    ])
  }

  /// A place as an author of the pack would name it: below the pack's folder.
  func packPlace(_ place: SourcePlace) -> String {
    for folder in pack.pack.folders.reversed() where place.file.hasPrefix(folder + "/") {
      return "\(place.file.dropFirst(folder.utf8.count + 1)):\(place.line)"
    }
    return place.description
  }
}
