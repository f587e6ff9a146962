import DialogEngine
import IntentPacks
import LanguageProcessing

/// Facts as the JSON protocol writes them.
struct ProtocolFacts {
  let pack: CompiledPack
  let today: CalendarDate

  /// What one turn taught, in the order it was said.
  func understood(_ facts: [Fact]) -> [JSON] { facts.map { entry($0, value: Self.value(of: $0)) } }

  /// Everything known: for each finding the fact that speaks for it, with what it amounts to.
  func known(_ store: FactStore) -> [JSON] {
    store.known.compactMap { finding in
      guard let fact = store.leading(finding) else { return nil }
      let value =
        switch store.standing(finding) {
        case .no, .screenedNo: "no"
        case .unsure: "unsure"
        case .conflict: "conflict"
        case .yes, .unknown: Self.value(of: fact)
        }
      return entry(fact, value: value)
    }
  }

  /// What a fact says of its finding; what was asked about, or told of the past or of others, keeps its value.
  static func value(of fact: Fact) -> String { fact.value }

  private func entry(_ fact: Fact, value: String) -> JSON {
    .object([
      "finding": .string(pack.pack.findings[fact.finding].id),
      "value": .string(value),
      "status": .string(fact.status.rawValue),
      "side": fact.circumstances.side.map { .string($0.rawValue) },
      "ago_days": agoDays(fact).map { .integer($0) },
      "turn": .integer(fact.turn),
      "text": .string(fact.text),
    ])
  }

  /// Days since it happened, or since it began where it still holds.
  private func agoDays(_ fact: Fact) -> Int? {
    let passed = fact.day.map { max(0, today.dayNumber - $0) }
    guard pack.pack.findings[fact.finding].time != .event else { return passed }
    return fact.circumstances.agoDays.map { max(0, $0) } ?? passed
  }
}
