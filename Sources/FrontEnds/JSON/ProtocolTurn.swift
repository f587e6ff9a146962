import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// A turn as the JSON protocol writes it.
struct ProtocolTurn {
  let pack: CompiledPack

  /// The first object of a conversation, which also says what answers.
  func opening(_ turn: Turn) -> JSON {
    guard case .object(let pairs) = answer(turn) else { return .null }
    let head: [JSON.Pair] = [
      JSON.Pair(key: "pack", value: .string(pack.pack.id)),
      JSON.Pair(key: "pack_version", value: .string(pack.pack.version)),
      JSON.Pair(key: "version", value: .string(HeavyLegs.version)),
    ]
    return .object(pairs.prefix(1) + head + pairs.dropFirst())
  }

  func answer(_ turn: Turn) -> JSON {
    let conversation = turn.conversation
    let facts = ProtocolFacts(pack: pack, today: conversation.today)
    return .object([
      "turn": .integer(conversation.turn),
      "state": .string(conversation.stateID(in: pack)),
      "phase": .string(conversation.phase.rawValue),
      "say": .strings(turn.reply.say),
      "question": question(turn),
      "understood": .array(facts.understood(turn.trace.learnt)),
      "findings": .array(facts.known(conversation.facts)),
      "corrections": .array(Self.corrections(turn.trace.understanding?.utterance)),
      "level": .string(conversation.level(in: pack).rawValue),
      "red_flags": .array(Self.flags(conversation.flags)),
      "causes": .array(conversation.causes.map(cause)),
    ])
  }

  private func question(_ turn: Turn) -> JSON {
    guard let question = turn.conversation.question else { return .null }
    let spoken = turn.reply.paragraphs.filter { $0.role == .question }.map(\.text)
    return .object([
      "id": .string(question.id),
      "kind": .string(question.kind.rawValue),
      "topic": .string(question.topic),
      "text": .string(spoken.isEmpty ? question.text : spoken.joined(separator: " ")),
      "items": .array(
        question.items.map {
          .object([
            "finding": .string($0.id), "topic": .string($0.topic), "text": .string($0.text),
          ])
        }),
      "options": .array(
        question.options.map { .object(["id": .string($0.id), "text": .string($0.text)]) }),
    ])
  }

  private func cause(_ cause: RankedCause) -> JSON {
    .object([
      "id": .string(cause.id), "name": .string(pack.pack.causes[cause.cause].name),
      "score": .decimal(cause.score, places: 4),
    ])
  }

  static func corrections(_ utterance: Utterance?) -> [JSON] {
    (utterance?.corrections ?? []).map {
      .object([
        "typed": .string($0.typed), "read": .string($0.read), "start": .integer($0.start),
        "end": .integer($0.end),
      ])
    }
  }

  /// Raised flags before suspected ones, the graver first.
  static func flags(_ flags: [FlagStatus]) -> [JSON] {
    func isBefore(_ a: FlagStatus, _ b: FlagStatus) -> Bool {
      if a.state != b.state { return a.state == .raised }
      return a.level != b.level ? a.level > b.level : a.flag < b.flag
    }
    return flags.sorted(by: isBefore).map {
      .object([
        "id": .string($0.id), "state": .string($0.state.rawValue),
        "level": .string($0.level.rawValue),
      ])
    }
  }
}
