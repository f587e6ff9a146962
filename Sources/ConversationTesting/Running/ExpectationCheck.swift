import DialogEngine
import IntentMatching
import IntentPacks
import LanguageProcessing

/// Holds an expectation against a turn.
struct ExpectationCheck {
  let pack: CompiledPack
  let names: PackNames
  let turn: Turn

  private var conversation: Conversation { turn.conversation }

  /// What came instead; nil when the expectation holds.
  func shortfall(_ expectation: Expectation) -> String? {
    switch expectation {
    case .level(let bound, let level):
      let got = conversation.level(in: pack)
      return holds(got, bound, level) ? nil : "it is \(got.rawValue)"
    case .phase(let phase):
      return conversation.phase == phase ? nil : "it is \(conversation.phase.rawValue)"
    case .ended:
      return conversation.phase == .ended ? nil : "it is \(conversation.phase.rawValue)"
    case .state(let state):
      let got = conversation.stateID(in: pack)
      return got == state ? nil : "it is \(got)"
    case .flag(let flag, let standing): return self.flag(flag, standing)
    case .finding(let id, let attribute, let value): return finding(id, attribute, value)
    case .status(let id, let status): return self.status(id, status)
    case .cause(let id, let first): return cause(id, first)
    case .noCause(let id):
      let found = conversation.causes.map(\.id)
      guard id.map(found.contains) ?? !found.isEmpty else { return nil }
      return "there are \(list(found))"
    case .intent(let id):
      let found = intents
      return found.contains(id) ? nil : found.isEmpty ? "there is none" : "there is \(list(found))"
    case .noIntent(let id):
      let found = intents
      guard id.map(found.contains) ?? !found.isEmpty else { return nil }
      return "there is \(list(found))"
    case .correction(let typed, let read): return correction(typed, read)
    case .noCorrection:
      let corrections = self.corrections
      return corrections.isEmpty ? nil : "\(list(corrections.map(Self.shown)))"
    case .question(let id):
      let got = conversation.question?.id
      return got == id ? nil : got.map { "it is \($0)" } ?? "nothing is asked"
    case .noQuestion: return conversation.question.map { "\($0.id) is asked" }
    case .questions(let bound, let count):
      let got = conversation.questionsAsked
      return holds(got, bound, count) ? nil : "there were \(got)"
    case .firstLine(let pattern):
      let first = turn.reply.lines.first ?? ""
      return pattern.matches(first) ? nil : "it is \"\(first)\""
    case .words(let bound, let count):
      let got = ReadingGrade(turn.reply.lines).words
      return holds(got, bound, count) ? nil : "there are \(got)"
    case .grade(let most):
      let got = ReadingGrade(turn.reply.say).grade
      return got <= most ? nil : "it is \(Self.tenths(got))"
    }
  }

  private func holds<Value: Comparable>(_ got: Value, _ bound: Expectation.Bound, _ wanted: Value)
    -> Bool
  {
    switch bound {
    case .exactly: got == wanted
    case .atLeast: got >= wanted
    case .atMost: got <= wanted
    }
  }

  // MARK: Flags and findings

  private func flag(_ id: String, _ standing: Expectation.FlagStanding) -> String? {
    let status = conversation.flags.first { $0.id == id }
    let got = status.map { "it is \($0.state.rawValue) at \($0.level.rawValue)" } ?? "it is clear"
    switch (standing, status?.state) {
    case (.raised(nil), .raised?), (.suspected, .suspected?), (.clear, nil): return nil
    case (.raised(let level?), .raised?) where status?.level == level: return nil
    default: return got
    }
  }

  private func finding(_ id: String, _ attribute: String?, _ value: String) -> String? {
    let got = attribute.map { self.attribute($0, of: id) } ?? known(id)
    if got == value { return nil }
    if attribute == nil, let a = Double(got), let b = Double(value), abs(a - b) < 0.05 {
      return nil
    }
    return "it is \(got)"
  }

  /// A finding's value as the JSON protocol names it; `unknown` when nothing is known.
  func known(_ id: String) -> String {
    guard let finding = names.findings[id] else { return "unknown" }
    switch conversation.facts.standing(finding) {
    case .no, .screenedNo: return "no"
    case .conflict: return "conflict"
    case .unsure: return "unsure"
    case .yes: return conversation.facts.leading(finding)?.value ?? "yes"
    case .unknown:
      switch conversation.truth(ofFinding: finding, in: pack) {
      case .yes: return "yes"
      case .no: return "no"
      case .unknown: return "unknown"
      }
    }
  }

  private func attribute(_ name: String, of id: String) -> String {
    guard let finding = names.findings[id] else { return "unknown" }
    let facts = conversation.facts.facts(about: finding).filter(\.isClaim).reversed()
    let values = facts.compactMap { fact -> String? in
      switch name {
      case "side": fact.circumstances.side?.rawValue
      case "trend": fact.circumstances.trend?.rawValue
      case "severity": fact.circumstances.severity?.rawValue
      default: nil
      }
    }
    return values.first ?? "unknown"
  }

  private func status(_ id: String, _ status: Assertion.Status) -> String? {
    guard let finding = names.findings[id] else { return "it is unknown" }
    let learnt = turn.trace.learnt.filter { $0.finding == finding }
    let facts = learnt.isEmpty ? [conversation.facts.leading(finding)].compactMap { $0 } : learnt
    if facts.contains(where: { $0.status == status }) { return nil }
    return facts.last.map { "it is \($0.status.rawValue)" } ?? "nothing was said of it"
  }

  // MARK: Causes, intents, corrections

  private func cause(_ id: String, _ first: Int?) -> String? {
    let found = conversation.causes.map(\.id)
    let place = found.firstIndex(of: id)
    if let place, first.map({ place < $0 }) ?? true { return nil }
    if let place { return "it is number \(place + 1), after \(list(Array(found.prefix(place))))" }
    return found.isEmpty ? "there are no causes" : "there are \(list(Array(found.prefix(5))))"
  }

  private var intents: [String] {
    let understanding = turn.trace.understanding
    var found = turn.trace.intents
    for score in understanding?.intents ?? []
    where score.basis == .pattern && !found.contains(score.intent) {
      found.append(score.intent)
    }
    return found
  }

  private var corrections: [Correction] { turn.trace.understanding?.utterance.corrections ?? [] }

  private func correction(_ typed: String, _ read: String?) -> String? {
    let found = corrections
    let holds = found.contains { correction in
      correction.typed.lowercased() == typed.lowercased()
        && (read.map { correction.read == $0.lowercased() } ?? true)
    }
    if holds { return nil }
    return found.isEmpty ? "nothing was corrected" : list(found.map(Self.shown))
  }

  private static func shown(_ correction: Correction) -> String {
    "\"\(correction.typed)\" was read as \"\(correction.read)\""
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  static func tenths(_ value: Double) -> String {
    let tenths = (min(max(value, -1e6), 1e6) * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }
}
