package import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// What a suite exercised of a pack, and what it did not.
package struct Coverage: Sendable {
  let pack: CompiledPack
  let map: CoverageMap
  private(set) var hits: [Int]

  package init(of pack: CompiledPack) {
    self.pack = pack
    map = CoverageMap(pack.pack)
    hits = [Int](repeating: 0, count: map.items.count)
  }

  /// Takes up what another run touched.
  package mutating func add(_ result: ScriptResult) {
    for play in result.plays { for item in touched(by: play) { hits[item] += 1 } }
    for probe in result.probes {
      for item in touched(by: probe, from: 1) { hits[item] += 1 }
    }
  }

  /// Every item with how often it was exercised, in the order of the pack.
  package var items: [(item: CoverageItem, hits: Int)] { Array(zip(map.items, hits)) }

  /// Share of all items that were exercised, from 0 to 100.
  package var percent: Double { Self.percent(hits.count { $0 > 0 }, of: hits.count) }

  /// How many items of a kind were touched, and how many there are.
  package func counts(_ kind: CoverageItem.Kind) -> (hit: Int, all: Int) {
    let numbers = map.items.indices.filter { map.items[$0].kind == kind }
    return (numbers.count { hits[$0] > 0 }, numbers.count)
  }

  static func percent(_ part: Int, of all: Int) -> Double {
    all == 0 ? 100 : Double(part) * 100 / Double(all)
  }

  // MARK: One play

  /// The items a play exercised, each once for each time.
  ///
  /// - Parameter first: the first turn that counts.
  func touched(by play: Play, from first: Int = 0) -> [Int] {
    var found: [Int] = []
    var before: Turn?
    for (index, played) in play.turns.enumerated() {
      let turn = played.turn
      guard index >= first else {
        before = turn
        continue
      }
      found += heard(in: turn)
      found += flags(turn, before)
      if let before { found += answers(turn, to: before) }
      found.append(contentsOf: one(.state, turn.conversation.stateID(in: pack)))
      for cause in turn.conversation.causes { found += one(.cause, cause.id) }
      before = turn
    }
    return found
  }

  private func heard(in turn: Turn) -> [Int] {
    var found = (turn.trace.understanding?.mentions ?? []).compactMap {
      map.pattern(at: $0.place)
    }
    for intent in turn.trace.intents { found += one(.intent, intent) }
    for fact in turn.trace.learnt {
      let finding = pack.pack.findings[fact.finding]
      switch finding.kind {
      case .yesNo:
        let isNo = fact.status == .negated || fact.value == "no"
        if isNo || fact.isClaim { found += one(.finding, finding.id, isNo ? "no" : "yes") }
      case .choice: found += one(.finding, finding.id, fact.value)
      case .number, .duration, .text: found += one(.finding, finding.id, "a value")
      }
    }
    return found
  }

  private func flags(_ turn: Turn, _ before: Turn?) -> [Int] {
    var found: [Int] = []
    for status in turn.conversation.flags {
      found += one(.flag, status.id, status.state.rawValue)
    }
    let now = Set(turn.conversation.flags.map(\.id))
    for status in before?.conversation.flags ?? []
    where status.state == .suspected && !now.contains(status.id) {
      found += one(.flag, status.id, "ruled out")
    }
    guard !turn.trace.learnt.isEmpty else { return found }
    for (number, rule) in turn.conversation.ruleTruths(in: pack).enumerated()
    where rule.truth == .yes && number < map.rules.count {
      found.append(map.rules[number])
    }
    return found
  }

  private func answers(_ turn: Turn, to before: Turn) -> [Int] {
    guard let question = before.conversation.question else { return [] }
    let facts = turn.conversation.facts
    if question.kind == .anyOf {
      let standings = question.items.map { facts.standing($0.finding) }
      if standings.contains(.yes) { return one(.question, question.id, "some") }
      if standings.contains(.unsure) { return one(.question, question.id, "not sure") }
      let areNo = standings.allSatisfy { $0 == .no || $0 == .screenedNo }
      return areNo ? one(.question, question.id, "none") : []
    }
    guard let finding = question.finding else { return [] }
    let id = pack.pack.findings[finding].id
    let isYesNo = pack.pack.findings[finding].kind == .yesNo
    switch facts.standing(finding) {
    case .yes, .conflict: return one(.question, id, isYesNo ? "yes" : "answered")
    case .no, .screenedNo: return one(.question, id, isYesNo ? "no" : "answered")
    case .unsure: return one(.question, id, "not sure")
    case .unknown: return []
    }
  }

  private func one(_ kind: CoverageItem.Kind, _ id: String, _ detail: String = "") -> [Int] {
    map.number(kind, id, detail).map { [$0] } ?? []
  }
}
